using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Providers;

namespace Yttl.Core.Speech.Calls;

/// <summary>Maps each way a call can fail to a failure whose message names the remedy.</summary>
internal sealed class SpeechFailures(SpeechSettings settings)
{
    private readonly string _where =
        settings.BaseUrl is { } url ? $"{settings.Provider} ({url.Host})" : "the local speech server";

    private readonly string _keyVariable =
        settings.Row.KeyVariable ?? "the provider's key";

    /// <summary>Maps a status other than 2xx, or an error in an answer of 200, as whisper.cpp sends it.</summary>
    public YttlException Of(int status, ProviderError error, TimeSpan? retryAfter) => status switch
    {
        401 or 403 => new(FailureCategory.Authentication, "speech.key-refused",
            $"{_where} refused the credentials (status {status}): "
            + $"check {_keyVariable} and that it may use the model {settings.Model}"),
        402 => Quota(),
        429 when error.IsAboutQuota() => Quota(),
        429 => new(FailureCategory.RateLimit, "speech.rate-limited",
            $"{_where} asks for fewer calls (status 429): run again later, or lower --max-concurrent-whisper",
            transient: true)
        {
            RetryAfter = retryAfter,
        },
        _ when IsAboutMemory(error) => new(FailureCategory.Memory, "speech.memory",
            Said($"{_where} ran out of memory", error, "use a smaller model (--whisper-model)")),
        404 => new(FailureCategory.Input, "speech.not-found",
            $"{_where} knows no model {settings.Model}, or no speech recognition (status 404): "
            + "check --whisper-model and --whisper-base-url"),
        413 => TooLarge(),
        502 or 503 or 504 => new(FailureCategory.Network, "speech.unavailable",
            $"{_where} is not available (status {status}): run again later", transient: true)
        {
            RetryAfter = retryAfter,
        },
        408 or >= 500 => new(FailureCategory.Api, "speech.error",
            Said($"{_where} failed (status {status})", error, "run again later"), transient: true)
        {
            RetryAfter = retryAfter,
        },
        _ => new(FailureCategory.Api, "speech.rejected",
            Said($"{_where} rejected the call (status {status})", error,
                "check --whisper-model and --whisper-base-url")),
    };

    public YttlException BadOutput(string what) => new(FailureCategory.Api, "speech.bad-output",
        $"{_where} answered with {what}: run again, or try another model (--whisper-model)", transient: true);

    public YttlException Unreachable(Exception inner) => new(FailureCategory.Network, "speech.unreachable",
        $"{_where} could not be reached or broke the connection: check the network and --whisper-base-url",
        transient: true, inner);

    public YttlException TimedOut() => new(FailureCategory.Network, "speech.timeout",
        string.Create(CultureInfo.InvariantCulture,
            $"{_where} did not answer within {settings.Retry.AttemptTimeout.TotalSeconds:0} seconds: ")
        + "run again later, or try a smaller model (--whisper-model)",
        transient: true);

    public YttlException NotSignedIn(Exception inner) => new(FailureCategory.Authentication, "speech.sign-in",
        $"signing in to {_where} with Entra ID failed: run 'az login', give the app an identity, or set {_keyVariable}",
        inner: inner);

    private YttlException Quota() => new(FailureCategory.Authentication, "speech.quota",
        $"the account at {_where} has no credit left: check its plan and billing");

    private YttlException TooLarge() => new(FailureCategory.Api, "speech.too-large",
        $"an upload is larger than {_where} takes (status 413): use shorter chunks "
        + "(--chunk-size-strategy fixed --chunk-seconds 120)");

    private static bool IsAboutMemory(ProviderError error) =>
        error.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase)
        || error.Message.Contains("failed to allocate", StringComparison.OrdinalIgnoreCase)
        || error.Message.Contains("insufficient memory", StringComparison.OrdinalIgnoreCase);

    private static string Said(string what, ProviderError error, string then) =>
        error.Message.Length == 0 ? $"{what}: {then}" : $"{what}, saying '{error.Message}': {then}";
}
