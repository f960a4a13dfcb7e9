using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Engine;

/// <summary>The workflows as orchestrations, each under its own name: stored history refers to it.</summary>
internal static class Orchestrations
{
    [Function("summarize-video")]
    public static Task<JsonElement> SummarizeVideo([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunAsync(SummarizeVideoWorkflow.Definition, context);

    [Function("summarize-playlist")]
    public static Task<JsonElement> SummarizePlaylist([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunAsync(SummarizePlaylistWorkflow.Definition, context);

    [Function("feed-url-list")]
    public static Task<JsonElement> FeedUrlList([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunAsync(FeedUrlListWorkflow.Definition, context);

    private static async Task<JsonElement> RunAsync<TInput, TOutput>(
        Workflow<TInput, TOutput> workflow, TaskOrchestrationContext context)
    {
        var input = context.GetInput<JsonElement>().Deserialize(workflow.Input)!;
        var output = await workflow.RunAsync(new DurableWorkflowContext(context), input);
        return JsonSerializer.SerializeToElement(output, workflow.Output);
    }
}
