using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// Runs a page of a long list, and stores the results of its videos. So neither the history nor the result of the list
/// grows with what is known of each video.
/// </summary>
public static class SummarizeListPageWorkflow
{
    public static readonly Workflow<ListPage, ListPageResult> Definition = new(
        "summarize-list-page", RunAsync, RunsJson.Default.ListPage, RunsJson.Default.ListPageResult);

    private static async Task<ListPageResult> RunAsync(WorkflowContext context, ListPage page)
    {
        var videos = await ListVideos.RunAsync(context, page);
        var result = ListPageResult.From(page.First, videos);
        try
        {
            var written = await context.CallAsync(Steps.WriteVideoResults, new VideoResults(videos));
            return result with { Videos = written.Content };
        }
        catch (StepFailedException e)
        {
            return result with { Failure = e.Failure };
        }
    }
}
