using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yttl.Web.Http;
using Yttl.Workflows.Http;

namespace Yttl.Web.Events;

/// <summary>
/// <c>GET /api/events</c>: server-sent events of all runs (https://html.spec.whatwg.org/multipage/server-sent-events.html).
/// First a <c>snapshot</c>, the answer of <c>GET /api/summaries</c>; then a <c>run</c> for each change, or <c>gone</c>; a
/// comment where nothing happens for 15 s; at last <c>end</c>, when the server ends.
/// </summary>
/// <param name="snapshot">Makes the first event.</param>
internal sealed class EventStream(RunFeed feed, Func<CancellationToken, Task<ApiAnswer>> snapshot, TimeProvider time)
{
    internal static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>A browser has one for all its tabs.</summary>
    internal const int MostWatchers = 256;

    private int _watchers;

    public async Task WriteAsync(HttpContext context)
    {
        if (Interlocked.Increment(ref _watchers) > MostWatchers)
        {
            Interlocked.Decrement(ref _watchers);
            await Answers.WriteAsync(context, ApiAnswer.Problem(
                503, "Too many are watching", "events.full", $"{MostWatchers} watch the events already: ask for the status of a run."));
            return;
        }

        try
        {
            context.Response.ContentType = "text/event-stream; charset=utf-8";
            using var watching = feed.Watch();
            using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, feed.End);
            try
            {
                await SendAsync(context.Response, over.Token);
            }
            catch (OperationCanceledException) when (feed.End.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync("event: end\ndata: {}\n\n", context.RequestAborted);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _watchers);
        }
    }

    private async Task SendAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        long? sent = null;
        while (true)
        {
            if (sent is not { } last || feed.Since(last) is not { } news)
            {
                // Its number is taken first: what changes meanwhile is in the snapshot, and comes once more.
                sent = feed.Number;
                await WriteAsync(response, sent.Value, "snapshot", (await snapshot(cancellationToken)).Body, cancellationToken);
            }
            else
            {
                foreach (var (number, one) in news)
                    await WriteAsync(response, (sent = number).Value, one.Name, one.Data, cancellationToken);
                if (news is [])
                    await response.WriteAsync(":\n\n", cancellationToken);
            }

            await response.Body.FlushAsync(cancellationToken);
            try
            {
                await feed.NewsAsync(sent.Value).WaitAsync(Silence, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                // The comment of the next round says that the stream lives.
            }
        }
    }

    private static Task WriteAsync(HttpResponse response, long number, string name, string data, CancellationToken cancellationToken) =>
        response.WriteAsync(
            string.Create(CultureInfo.InvariantCulture, $"id: {number}\nevent: {name}\ndata: {data}\n\n"), cancellationToken);
}
