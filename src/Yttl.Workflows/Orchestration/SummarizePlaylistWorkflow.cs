using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>Runs every video of a list as a run of its own, with one result per entry.</summary>
public static class SummarizePlaylistWorkflow
{
    public static readonly Workflow<RunInput, PlaylistResult> Definition = new(
        "summarize-playlist", RunAsync, RunsJson.Default.RunInput, RunsJson.Default.PlaylistResult);

    private static async Task<PlaylistResult> RunAsync(WorkflowContext context, RunInput input)
    {
        var result = await SummarizeAsync(context, input);
        return result with
        {
            Notes = await RunCallback.SendAsync(
                context, input.Callback, CallbackDocument.From(context.RunId, input.Source, result)),
        };
    }

    private static async Task<PlaylistResult> SummarizeAsync(WorkflowContext context, RunInput input)
    {
        context.Report(new RunProgress(RunPhase.Resolve, 0, 1, null));
        ListOutcome list;
        try
        {
            list = await context.CallAsync(Steps.List, new ListRequest(input.Source));
        }
        catch (StepFailedException e)
        {
            return new PlaylistResult(null, [], null, e.Failure);
        }

        if (list.Failure is not null)
            return new PlaylistResult(list.Title, [], null, list.Failure);

        var results = new VideoResult[list.Entries.Count];
        context.Report(new RunProgress(RunPhase.Videos, 0, results.Length, list.Title));
        var queue = new ReadyQueue(context, input.Execution.VideoWindow);
        var done = 0;
        foreach (var (index, entry) in list.Entries.Index())
        {
            queue.Add(rank: 0, async () =>
            {
                results[index] = await SummarizeAsync(context, input, entry, context.RunId.Child(index));
                context.Report(new RunProgress(RunPhase.Videos, ++done, results.Length, list.Title));
            });
        }

        await queue.DrainAsync();
        return new PlaylistResult(list.Title, results, await RenderIndexAsync(context, input, list.Title, results), null);
    }

    /// <summary>
    /// The reports exist without the index. Where it cannot be written, the reports could not be either, and each of
    /// them says why.
    /// </summary>
    private static async Task<string?> RenderIndexAsync(
        WorkflowContext context, RunInput input, string? title, VideoResult[] results)
    {
        if (results.Length < 2 || !input.Execution.Formats.Contains(ReportFormat.Html))
            return null;
        var entries = results.Select(result => new IndexEntry(
            result.Title ?? result.Source,
            result.Status,
            result.Files.FirstOrDefault(file => file.EndsWith(".html", StringComparison.Ordinal)),
            result.Gaps,
            result.Failure));
        try
        {
            var index = await context.CallAsync(
                Steps.RenderIndex, new IndexRequest(title, input.Source, [.. entries], input.Execution.OutputFolder));
            return index.File;
        }
        catch (StepFailedException)
        {
            return null;
        }
    }

    private static async Task<VideoResult> SummarizeAsync(
        WorkflowContext context, RunInput list, PlaylistEntry entry, RunId run)
    {
        if (entry.Failure is not null)
            return VideoResult.Failed(run, entry.Source, entry.Failure) with { Title = entry.Title };

        try
        {
            return await context.CallAsync(
                SummarizeVideoWorkflow.Definition, run, new RunInput(entry.Source, list.Options, list.Execution));
        }
        catch (StepFailedException e)
        {
            return VideoResult.Failed(run, entry.Source, e.Failure) with { Title = entry.Title };
        }
    }
}
