using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Engine;

/// <summary>The workflows as orchestrations, each under its own name: stored history refers to it.</summary>
internal static class Orchestrations
{
    [Function("summarize-video")]
    public static Task<JsonElement> SummarizeVideo([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunAsync(SummarizeVideoWorkflow.Definition, input => input.Source, context);

    [Function("summarize-playlist")]
    public static Task<JsonElement> SummarizePlaylist([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunAsync(SummarizePlaylistWorkflow.Definition, input => input.Source, context);

    [Function("summarize-list-page")]
    public static Task<JsonElement> SummarizeListPage([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunAsync(SummarizeListPageWorkflow.Definition, input => input.List.Value, context);

    [Function("feed-url-list")]
    public static Task<JsonElement> FeedUrlList([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunAsync(FeedUrlListWorkflow.Definition, input => input.Source, context);

    [Function("plan-video")]
    public static Task<JsonElement> PlanVideo([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunAsync(PlanVideoWorkflow.Definition, input => input.Run.Source, context);

    [Function("plan-list")]
    public static Task<JsonElement> PlanList([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunAsync(PlanListWorkflow.Definition, input => input.Run.Source, context);

    [Function("ask-video")]
    public static Task<JsonElement> AskVideo([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunAsync(AskVideoWorkflow.Definition, input => input.Stored?.Title ?? input.Read!.Source, context);

    /// <param name="source">What a listing shows as the source of the run.</param>
    private static async Task<JsonElement> RunAsync<TInput, TOutput>(
        Workflow<TInput, TOutput> workflow, Func<TInput, string> source, TaskOrchestrationContext context)
    {
        var input = context.GetInput<JsonElement>().Deserialize(workflow.Input)!;
        var seam = new DurableWorkflowContext(context, source(input));
        var output = await workflow.RunAsync(seam, input);
        if (output is IRunResult result)
            seam.End(result);
        return JsonSerializer.SerializeToElement(output, workflow.Output);
    }
}
