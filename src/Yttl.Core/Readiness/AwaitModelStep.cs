using System.Globalization;
using System.Net;
using Yttl.Core.Providers;

namespace Yttl.Core.Readiness;

/// <summary>
/// Asks a model server whether it is ready, which also wakes it where it was scaled to zero. <c>GET /health</c> is what
/// llama-server, whisper-server and Yttl.Whisper answer alike: 200 when ready, 503 while the model is loaded.
/// </summary>
/// <param name="http">Follows no redirects and has no time-out of its own.</param>
/// <param name="addressOf">Base address up to <c>/v1</c>; null where this host has none of its own for it.</param>
public sealed class AwaitModelStep(HttpClient http, Func<ModelRole, Uri?> addressOf, TimeProvider time)
{
    /// <summary>An ingress holds a call back for as long as it may until an instance is there.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    /// <summary>Between two questions, where the server asks for no other wait.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    public async Task<AwaitModelOutcome> RunAsync(AwaitModelRequest request, CancellationToken cancellationToken)
    {
        if (addressOf(request.Role) is not { } address)
            return Ready;
        using var timer = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var answer = await http.GetAsync(
                new Uri(address, "/health"), HttpCompletionOption.ResponseHeadersRead, either.Token);
            return IsComing(answer.StatusCode) ? Later(PauseOf(answer), $"it answers {(int)answer.StatusCode}") : Ready;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Later(Pause, string.Create(
                CultureInfo.InvariantCulture, $"it does not answer within {Timeout.TotalSeconds:0} seconds"));
        }
        catch (HttpRequestException problem)
        {
            return Later(Pause, $"it cannot be reached: {problem.HttpRequestError}");
        }
    }

    /// <summary>Whoever answers anything else is up; what is wrong then, its calls say better.</summary>
    private static bool IsComing(HttpStatusCode status) =>
        status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private TimeSpan PauseOf(HttpResponseMessage answer)
    {
        var asked = RetryAfter.Read(null, answer.Headers.RetryAfter?.ToString(), time.GetUtcNow());
        return asked is { } wait && wait > TimeSpan.Zero ? (wait < LongestPause ? wait : LongestPause) : Pause;
    }

    private static AwaitModelOutcome Ready { get; } = new(null, null);

    private static AwaitModelOutcome Later(TimeSpan wait, string reason) => new(wait, reason);
}
