using System.Collections.Concurrent;
using Yttl.Cli.Failures;
using Yttl.Core.Failures;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Settings;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Runs;

/// <summary>Summarises several sources side by side. The results keep the order of the sources.</summary>
internal sealed class SummaryBatch(VideoSummarizer summarizer, SummarizeOptions options, int window, IRunView view)
{
    public static readonly RunId NotStarted = new("not-started");

    /// <summary>One result per video. A source that fails does not stop the others.</summary>
    /// <param name="finished">Called with each result as soon as it is there, also with that of a list.</param>
    public async Task<SummaryResults> RunAsync(
        IReadOnlyList<Request> requests, Action<VideoResult> finished, CancellationToken cancellationToken)
    {
        var results = new IReadOnlyList<VideoResult>[requests.Count];
        var lists = new ConcurrentQueue<(int Index, VideoResult List)>();
        var side = new ParallelOptions { MaxDegreeOfParallelism = window, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, requests.Count, side, async (index, stop) =>
        {
            var progress = new RunProgressAdapter(requests[index], view, result =>
            {
                if (result.IsList)
                    lists.Enqueue((index, result));
                finished(result);
            });
            results[index] = await RunOneAsync(requests[index], progress, stop);
        });
        return new SummaryResults(
            [.. results.SelectMany(videos => videos)],
            [.. lists.OrderBy(list => list.Index).Select(list => list.List)]);
    }

    private async Task<IReadOnlyList<VideoResult>> RunOneAsync(
        Request request, RunProgressAdapter progress, CancellationToken cancellationToken)
    {
        try
        {
            return await summarizer.SummarizeAsync(request.Source, options, progress, cancellationToken);
        }
        catch (YttlException e)
        {
            view.Unforeseen(e);
            return [progress.Ended(VideoResult.Failed(NotStarted, request.Source, e.Failure))];
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            view.Unforeseen(e);
            return [progress.Ended(VideoResult.Failed(NotStarted, request.Source, ExceptionFailures.Exception(e)))];
        }
    }
}
