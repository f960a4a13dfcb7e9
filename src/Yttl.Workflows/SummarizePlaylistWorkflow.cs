using Yttl.Core.Sources;

namespace Yttl.Workflows;

/// <summary>Every video of a list, each as a run of its own, with a result per entry.</summary>
public static class SummarizePlaylistWorkflow
{
    public static readonly Workflow<PlaylistInput, PlaylistResult> Definition = new(
        "summarize-playlist", RunAsync, WorkflowJson.Default.PlaylistInput, WorkflowJson.Default.PlaylistResult);

    private static async Task<PlaylistResult> RunAsync(WorkflowContext context, PlaylistInput input)
    {
        context.Report(new RunProgress(RunPhase.Resolve, 0, 1, null));
        ListOutcome list;
        try
        {
            list = await context.CallAsync(Steps.List, new ListRequest(input.Source));
        }
        catch (StepFailedException e)
        {
            return new PlaylistResult(null, [], e.Failure);
        }

        if (list.Failure is not null)
            return new PlaylistResult(list.Title, [], list.Failure);

        var results = new VideoResult[list.Entries.Count];
        var queue = new ReadyQueue(context, input.VideoWindow);
        var done = 0;
        foreach (var (index, entry) in list.Entries.Index())
        {
            queue.Add(rank: 0, async () =>
            {
                results[index] = await SummarizeAsync(context, input.Options, entry, context.RunId.Child(index));
                context.Report(new RunProgress(RunPhase.Videos, ++done, results.Length, list.Title));
            });
        }

        await queue.DrainAsync();
        return new PlaylistResult(list.Title, results, null);
    }

    private static async Task<VideoResult> SummarizeAsync(
        WorkflowContext context, RunOptions options, PlaylistEntry entry, RunId run)
    {
        if (entry.Failure is not null)
            return VideoResult.Failed(run, entry.Source, entry.Failure) with { Title = entry.Title };

        try
        {
            return await context.CallAsync(
                SummarizeVideoWorkflow.Definition, run, new VideoInput(entry.Source, options));
        }
        catch (StepFailedException e)
        {
            return VideoResult.Failed(run, entry.Source, e.Failure) with { Title = entry.Title };
        }
    }
}
