using Yttl.Core.Sources;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// Predicts what the videos of a list will take, each as <see cref="PlanVideoWorkflow"/> does, without reading any audio.
/// </summary>
public static class PlanListWorkflow
{
    public static readonly Workflow<PlanInput, PlanListResult> Definition = new(
        "plan-list", RunAsync, WorkflowJson.Default.PlanInput, WorkflowJson.Default.PlanListResult);

    private static async Task<PlanListResult> RunAsync(WorkflowContext context, PlanInput input)
    {
        ListOutcome list;
        try
        {
            context.Report(new RunProgress(RunPhase.Resolve, 0, 1, null));
            list = await context.CallAsync(
                Steps.List, new ListRequest(input.Run.Source) { Most = input.Run.Execution.MaxListEntries });
        }
        catch (StepFailedException e)
        {
            return new PlanListResult(null, [], [], e.Failure);
        }

        if (list.Failure is not null)
            return new PlanListResult(list.Title, [], [], list.Failure);
        return new PlanListResult(
            input.Run.Options.Title ?? list.Title,
            await PlanAsync(context, input, list),
            [.. RunNotes.From(list.LeftOut, input.Run.Execution)],
            null);
    }

    private static async Task<PlanListEntry[]> PlanAsync(WorkflowContext context, PlanInput input, ListOutcome list)
    {
        var done = 0;
        var plans = new PlanListEntry[list.Entries.Count];
        var queue = new ReadyQueue(context, input.Run.Execution.VideoWindow);
        foreach (var (index, entry) in list.Entries.Index())
        {
            queue.Add(rank: 0, async () =>
            {
                plans[index] = new PlanListEntry(
                    entry.Source, entry.Title, await PlanAsync(context, input, entry, context.RunId.Child(index)));
                context.Report(new RunProgress(RunPhase.Videos, ++done, plans.Length, list.Title));
            });
        }

        await queue.DrainAsync();
        return plans;
    }

    private static async Task<PlanResult> PlanAsync(WorkflowContext context, PlanInput input, PlaylistEntry entry, RunId run)
    {
        if (entry.Failure is not null)
            return PlanResult.Failed(null, entry.Failure, []);
        try
        {
            return await context.CallAsync(PlanVideoWorkflow.Definition, run, input with
            {
                Run = input.Run with { Source = entry.Source, Options = input.Run.Options with { Title = null } },
                Audio = null,
            });
        }
        catch (StepFailedException e)
        {
            return PlanResult.Failed(null, e.Failure, []);
        }
    }
}
