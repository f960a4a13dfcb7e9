using Yttl.Core.Reports;
using Yttl.Core.Text;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// Runs every source of a list as a run of its own, <c>&lt;parent&gt;:&lt;index&gt;</c>, under a window. The results
/// are written once when all sources are accepted and again when all have ended.
/// </summary>
public static class FeedUrlListWorkflow
{
    /// <summary>
    /// The most videos whose results a line may bring into the history of this run: longer lists bring references.
    /// </summary>
    private const int MostResults = 10;

    public static readonly Workflow<UrlListInput, UrlListResults> Definition = new(
        "feed-url-list", RunAsync, UrlListsJson.Default.UrlListInput, UrlListsJson.Default.UrlListResults);

    private static async Task<UrlListResults> RunAsync(WorkflowContext context, UrlListInput input)
    {
        var outcomes = input.Entries.Select((entry, index) => new UrlListOutcome(
            entry.Line, Redaction.In(entry.Source), context.RunId.Child(index), null, null, null)).ToArray();
        context.Report(new RunProgress(RunPhase.Videos, 0, outcomes.Length, null));
        await WriteAsync(context, input, outcomes, isFinal: false);

        var queue = new ReadyQueue(context, input.Execution.VideoWindow);
        var done = 0;
        foreach (var (index, entry) in input.Entries.Index())
        {
            queue.Add(rank: 0, async () =>
            {
                outcomes[index] = await RunAsync(context, input, entry, outcomes[index]);
                context.Report(new RunProgress(RunPhase.Videos, ++done, outcomes.Length, null));
            });
        }

        await queue.DrainAsync();
        return await WriteAsync(context, input, outcomes, isFinal: true);
    }

    private static async Task<UrlListResults> WriteAsync(
        WorkflowContext context, UrlListInput input, UrlListOutcome[] outcomes, bool isFinal)
    {
        var results = new UrlListResults(input.Name, isFinal, [.. outcomes], input.Rejected);
        try
        {
            await context.CallAsync(Steps.WriteUrlListResults, results);
        }
        catch (StepFailedException) when (!isFinal)
        {
            // These results are for people to read meanwhile. The runs matter more, and the final results are written
            // at the end.
        }

        return results;
    }

    private static async Task<UrlListOutcome> RunAsync(
        WorkflowContext context, UrlListInput input, UrlListEntry entry, UrlListOutcome outcome)
    {
        try
        {
            var run = new RunInput(entry.Source, input.Options, input.Execution);
            if (!entry.IsList)
            {
                var video = await context.CallAsync(SummarizeVideoWorkflow.Definition, outcome.Id, run);
                return outcome with { Status = video.Status, Gaps = video.Gaps, Failure = video.Failure };
            }

            var small = input.Execution with { PageSize = input.Execution.PageSize is { } size ? Math.Min(size, MostResults) : null };
            var list = await context.CallAsync(SummarizePlaylistWorkflow.Definition, outcome.Id, run with { Execution = small });
            return outcome with { Status = list.Status, Gaps = list.Gaps, Failure = list.Failure };
        }
        catch (StepFailedException e)
        {
            return outcome with { Status = RunStatus.Failed, Failure = e.Failure };
        }
    }
}
