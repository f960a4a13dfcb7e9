using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// Runs the videos of a list, or of a page of it: each as a run of its own, <c>&lt;list&gt;:&lt;index&gt;</c>, under the
/// window of the list.
/// </summary>
internal static class ListVideos
{
    /// <returns>One result per entry, in their order.</returns>
    public static async Task<VideoResult[]> RunAsync(WorkflowContext context, ListPage page)
    {
        var done = page.First;
        Report();
        var results = new VideoResult[page.Entries.Count];
        var queue = new ReadyQueue(context, page.Execution.VideoWindow);
        foreach (var (index, entry) in page.Entries.Index())
        {
            queue.Add(rank: 0, async () =>
            {
                results[index] = await RunAsync(context, page, entry, page.List.Child(page.First + index));
                done++;
                Report();
            });
        }

        await queue.DrainAsync();
        return results;

        void Report() => context.Report(new RunProgress(RunPhase.Videos, done, page.Total, page.Title));
    }

    private static async Task<VideoResult> RunAsync(WorkflowContext context, ListPage page, PlaylistEntry entry, RunId run)
    {
        if (entry.Failure is not null)
            return VideoResult.Failed(run, entry.Source, entry.Failure) with { Title = entry.Title };

        try
        {
            var result = await context.CallAsync(
                SummarizeVideoWorkflow.Definition, run, new RunInput(entry.Source, page.Options, page.Execution));
            // A video that could not be resolved has no title of its own, and a page of an error gives a wrong one.
            return result.Status is RunStatus.Failed ? result with { Title = entry.Title ?? result.Title } : result;
        }
        catch (StepFailedException e)
        {
            return VideoResult.Failed(run, entry.Source, e.Failure) with { Title = entry.Title };
        }
    }
}
