using System.Globalization;
using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using Yttl.Core.Failures;
using Yttl.Core.Http;
using Yttl.Core.Measuring;

namespace Yttl.Core.Captions.Fetching;

/// <summary>
/// Fetches a track by HTTP. Retries after a connection error, a time-out and status 408, 429 or 5xx. Each attempt has a
/// longer time-out than the one before, because a slow line is more frequent than a dead one.
/// </summary>
internal sealed class CaptionDownload
{
    private static readonly TimeSpan[] Timeouts =
        [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40)];

    /// <summary>
    /// The longest wait between attempts. Where the site asks for more, the next track is tried instead.
    /// </summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly ResponseBounds Bounds = new(CaptionContent.Limit, TimeSpan.FromSeconds(60))
    {
        Idle = TimeSpan.FromSeconds(20),
    };

    private const int MostRedirects = 5;

    private static readonly ResiliencePropertyKey<int> Attempt = new("attempt");

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<CaptionContent> _pipeline;

    /// <param name="http">A client that <see cref="HttpClients"/> creates.</param>
    public CaptionDownload(HttpClient http, TimeProvider time)
    {
        _http = http;
        _time = time;
        _pipeline = new ResiliencePipelineBuilder<CaptionContent> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<CaptionContent>
            {
                MaxRetryAttempts = Timeouts.Length - 1,
                Delay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(IsWorthRepeating(args.Outcome)),
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter),
                OnRetry = args =>
                {
                    args.Context.Properties.Set(Attempt, args.AttemptNumber + 1);
                    Count(args.Outcome.Result);
                    TrackedCall.Repeated();
                    return default;
                },
            })
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = args =>
                    ValueTask.FromResult(Timeouts[args.Context.Properties.GetValue(Attempt, 0)]),
            })
            .Build();
    }

    public async Task<CaptionContent> LoadAsync(Uri url, CancellationToken cancellationToken)
    {
        var content = await TryAsync(url, cancellationToken);
        if (content.Bytes is null)
            Count(content);
        return content;
    }

    /// <param name="content">Null where the connection failed.</param>
    private static void Count(CaptionContent? content) => TrackedCall.Failed(
        TrackedCall.Captions,
        content is { RateLimited: true } ? FailureCategory.RateLimit
        : content is { Unreachable: false } ? FailureCategory.Unavailable
        : FailureCategory.Network);

    private async Task<CaptionContent> TryAsync(Uri url, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            return await _pipeline.ExecuteAsync(
                async attempt => await GetAsync(url, attempt.CancellationToken), context);
        }
        catch (TimeoutRejectedException cause)
        {
            return CaptionContent.NotReached(string.Create(
                CultureInfo.InvariantCulture, $"it did not arrive within {cause.Timeout.TotalSeconds:0} s"));
        }
        catch (Exception cause) when (ResponseTooLargeException.Find(cause) is not null)
        {
            return CaptionContent.TooLarge;
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException)
        {
            return CaptionContent.NotReached($"the connection failed ({ConnectionReason.Format(cause)})");
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static bool IsWorthRepeating(Outcome<CaptionContent> outcome) =>
        (outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException
            && ResponseTooLargeException.Find(outcome.Exception) is null)
        || (outcome.Result is { Unreachable: true } result && !(result.RetryAfter > LongestWait));

    private async Task<CaptionContent> GetAsync(Uri url, CancellationToken cancellationToken)
    {
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            if (!Redirects.IsWeb(url))
                return CaptionContent.Left("its address is not http or https");
            using var response = await _http.GetAsync(url, Bounds, cancellationToken);
            if (Redirects.TargetOf(response, url) is not { } target)
                return await AnswerAsync(response, cancellationToken);
            url = target;
        }

        return CaptionContent.Left("its address has too many redirects");
    }

    private async Task<CaptionContent> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
            return Refused(response);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await CaptionContent.ReadAsync(body, cancellationToken);
    }

    private CaptionContent Refused(HttpResponseMessage response)
    {
        var reason = string.Create(
            CultureInfo.InvariantCulture, $"the site answered with HTTP status {(int)response.StatusCode}");
        return IsPassing(response.StatusCode)
            ? CaptionContent.NotReached(reason) with
            {
                RateLimited = response.StatusCode is HttpStatusCode.TooManyRequests,
                RetryAfter = RetryAfter.Of(response, _time.GetUtcNow()),
            }
            : CaptionContent.Left(reason);
    }

    private static bool IsPassing(HttpStatusCode status) => (int)status is 408 or 429 or >= 500;
}
