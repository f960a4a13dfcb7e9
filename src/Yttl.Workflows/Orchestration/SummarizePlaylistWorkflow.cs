using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.Core.Text;
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
        var notes = await RunCallback.SendAsync(
            context, input.Callback, CallbackDocument.From(context.RunId, input.Source, result));
        return result with { Notes = [.. result.Notes, .. notes] };
    }

    private static async Task<PlaylistResult> SummarizeAsync(WorkflowContext context, RunInput input)
    {
        context.Report(new RunProgress(RunPhase.Resolve, 0, 1, null));
        ListOutcome list;
        try
        {
            list = await context.CallAsync(Steps.List, new ListRequest(input.Source) { Most = input.Execution.MaxListEntries });
        }
        catch (StepFailedException e)
        {
            return new PlaylistResult(null, [], null, e.Failure);
        }

        var title = input.Options.Title ?? list.Title;
        if (list.Failure is not null)
            return new PlaylistResult(title, [], null, list.Failure);

        var whole = new ListPage(
            context.RunId, title, list.Entries, First: 0, list.Entries.Count,
            input.Options with { Title = null }, input.Execution);
        var result = input.Execution.PageSize is { } size && whole.Total > size
            ? new PlaylistResult(title, [], null, null) { Pages = await RunInPagesAsync(context, whole, size) }
            : await RunAsOneAsync(context, input, whole);
        return result with { LeftOut = list.LeftOut, Notes = [.. RunNotes.From(list.LeftOut, input.Execution)] };
    }

    private static async Task<PlaylistResult> RunAsOneAsync(WorkflowContext context, RunInput input, ListPage list)
    {
        var results = await ListVideos.RunAsync(context, list);
        return new PlaylistResult(list.Title, results, await RenderIndexAsync(context, input, list.Title, results), null);
    }

    /// <summary>One page after another, so that the window of the list holds over all of them.</summary>
    private static async Task<List<ListPageResult>> RunInPagesAsync(WorkflowContext context, ListPage list, int size)
    {
        var results = new List<ListPageResult>();
        foreach (var (index, entries) in list.Entries.Chunk(size).Index())
        {
            var page = list with { Entries = entries, First = index * size };
            context.Report(new RunProgress(RunPhase.Videos, page.First, page.Total, page.Title));
            results.Add(await RunPageAsync(context, context.RunId.Page(index), page));
        }

        return results;
    }

    private static async Task<ListPageResult> RunPageAsync(WorkflowContext context, RunId run, ListPage page)
    {
        try
        {
            return await context.CallAsync(SummarizeListPageWorkflow.Definition, run, page);
        }
        catch (StepFailedException e)
        {
            var lost = page.Entries.Count;
            return new ListPageResult(page.First, lost, Complete: 0, Failed: lost, Gaps: 0, Videos: null, e.Failure);
        }
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
            result.Title ?? Redaction.In(result.Source),
            result.Status,
            result.Files.FirstOrDefault(file => file.EndsWith(".html", StringComparison.Ordinal)),
            result.Gaps,
            result.Failure)
        {
            Duration = result.Duration,
            Lead = result.Lead,
        });
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
}
