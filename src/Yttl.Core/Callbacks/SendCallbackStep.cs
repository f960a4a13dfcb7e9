using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Failures;
using Yttl.Core.Json;

namespace Yttl.Core.Callbacks;

/// <summary>Reports the end of a run to a callback address.</summary>
/// <param name="Address">
/// An https address that was checked when it was given; its host is checked again on connection.
/// </param>
/// <param name="Delivery">Equal in all attempts, so that a receiver can recognise a repetition.</param>
/// <param name="Body">JSON.</param>
public sealed record CallbackRequest(string Address, string Delivery, string Body);

/// <summary>
/// Posts a signed callback. Does not follow redirects: their targets are not checked. Throws transient failures, which
/// the engine repeats by its retry policy.
/// </summary>
/// <param name="http">
/// Client without redirects or timeout that connects through the proxy which checks every address.
/// </param>
/// <param name="secret">Signing secret; null where the host has none: no callback is sent then.</param>
public sealed class SendCallbackStep(HttpClient http, string? secret, TimeProvider time)
{
    public const string DeliveryHeader = "Yttl-Delivery";

    /// <summary>Time limit of the whole call: a receiver should acknowledge at once and process later.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <returns>With a failure where the callback is not delivered and not repeated.</returns>
    /// <exception cref="YttlException"><c>callback.unreachable</c> or <c>callback.busy</c>, both transient.</exception>
    public async Task<PlainOutcome> RunAsync(CallbackRequest request, CancellationToken cancellationToken)
    {
        if (secret is not { Length: > 0 })
            return Final("callback.no-secret", "this host has no secret to sign it with");
        using var timer = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var message = MessageOf(request, secret);
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Judge(answer.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Passing("callback.unreachable", $"its receiver did not answer within {Timeout.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException refused) when (refused.HttpRequestError is HttpRequestError.ProxyTunnelError)
        {
            return Final("callback.not-public", "its host is not on the public internet, or its name has no address");
        }
        catch (HttpRequestException problem)
        {
            throw Passing("callback.unreachable", $"its receiver could not be reached ({problem.HttpRequestError})");
        }
    }

    private HttpRequestMessage MessageOf(CallbackRequest request, string key) => new(HttpMethod.Post, request.Address)
    {
        Content = new StringContent(request.Body, Encoding.UTF8, "application/json"),
        Headers =
        {
            { CallbackSignature.Header, CallbackSignature.Compute(key, time.GetUtcNow(), request.Body) },
            { DeliveryHeader, request.Delivery },
            { "User-Agent", "yttl" },
        },
    };

    private static PlainOutcome Judge(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => new PlainOutcome(),
        408 or 429 or >= 500 => throw Passing("callback.busy", $"its receiver answered {(int)status}"),
        >= 300 and < 400 => Final("callback.redirected", $"its receiver answered {(int)status}, and no redirect is followed"),
        _ => Final("callback.refused", $"its receiver answered {(int)status}"),
    };

    private static PlainOutcome Final(string code, string reason) =>
        new(new Failure(FailureCategory.Network, code, Text(reason)));

    private static YttlException Passing(string code, string reason) =>
        new(FailureCategory.Network, code, Text(reason), transient: true);

    private static string Text(string reason) => $"The callback was not delivered: {reason}.";
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CallbackRequest))]
[JsonSerializable(typeof(PlainOutcome))]
public sealed partial class CallbacksJson : JsonSerializerContext;
