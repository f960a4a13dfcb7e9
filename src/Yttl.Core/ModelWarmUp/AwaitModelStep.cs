using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Http;
using Yttl.Core.Json;

namespace Yttl.Core.ModelWarmUp;

/// <summary>The purpose of a model server.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelRole>))]
public enum ModelRole
{
    [JsonStringEnumMemberName("speech")] Speech,
    [JsonStringEnumMemberName("summaries")] Summaries,
}

public sealed record AwaitModelRequest(ModelRole Role);

/// <param name="RetryAfter">Time until the next check; null where the server is ready or cannot be checked.</param>
/// <param name="Reason">Why it is not ready; null where it is.</param>
public sealed record AwaitModelOutcome(TimeSpan? RetryAfter, string? Reason);

/// <summary>
/// Checks whether a model server is ready, which also starts one that was scaled to zero. llama-server, whisper-server
/// and Yttl.Whisper share <c>GET /health</c>: 200 when ready, 503 while the model loads.
/// </summary>
/// <param name="http">Client without redirects or timeout.</param>
/// <param name="addressOf">
/// Base address up to <c>/v1</c>; null where this host has no server of its own for the role.
/// </param>
public sealed class AwaitModelStep(HttpClient http, Func<ModelRole, Uri?> addressOf, TimeProvider time)
{
    /// <summary>Time limit of one check: an ingress holds a request until an instance is ready.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    /// <summary>Time between two checks, unless the server states another.</summary>
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
            using var answer = await http.GetAsync(new Uri(address, "/health"), ResponseBounds.Small, either.Token);
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

    /// <summary>
    /// Returns whether the status means that the server is still starting. Any other status means that it is up: errors
    /// show in its calls.
    /// </summary>
    private static bool IsComing(HttpStatusCode status) =>
        status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private TimeSpan PauseOf(HttpResponseMessage answer)
    {
        var asked = RetryAfter.Of(answer, time.GetUtcNow());
        return asked is { } wait && wait > TimeSpan.Zero ? (wait < LongestPause ? wait : LongestPause) : Pause;
    }

    private static AwaitModelOutcome Ready { get; } = new(null, null);

    private static AwaitModelOutcome Later(TimeSpan wait, string reason) => new(wait, reason);
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AwaitModelRequest))]
[JsonSerializable(typeof(AwaitModelOutcome))]
public sealed partial class ReadinessJson : JsonSerializerContext;
