using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Providers;

namespace Yttl.Core.Summaries.Chat;

/// <summary>Maps each way a call can fail to a failure whose message names the remedy.</summary>
internal sealed class ChatFailures(LanguageModelSettings settings)
{
    private readonly string _where = $"{settings.Provider} ({settings.BaseUrl?.Host ?? "this machine"})";
    private readonly string _keyVariable =
        settings.Row.KeyVariable ?? "the provider's key";

    /// <summary>Maps a status other than 2xx.</summary>
    public YttlException Of(int status, ProviderError error, TimeSpan? retryAfter) => status switch
    {
        401 or 403 => new(FailureCategory.Authentication, "model.key-refused",
            $"{_where} refused the credentials (status {status}): "
            + $"check {_keyVariable} and that it may use the model {settings.Model}"),
        402 => Quota(),
        429 when error.IsAboutQuota() => Quota(),
        // One call exceeds the account's tokens per minute: no wait helps.
        429 when error.IsAboutContext() => TooLong(),
        429 => new(FailureCategory.RateLimit, "model.rate-limited",
            $"{_where} asks for fewer calls (status 429): run again later, or lower --max-concurrent-llm",
            transient: true)
        {
            RetryAfter = retryAfter,
        },
        404 => new(FailureCategory.Input, "model.not-found",
            $"{_where} knows no model {settings.Model} (status 404): check --llm-model and --llm-base-url"),
        413 => TooLong(),
        400 or 422 when error.IsAboutContext() => TooLong(),
        400 when error.IsAboutContent() => new(FailureCategory.Api, "model.refused",
            $"{_where} refused this part by its content filter: try another model or provider"),
        // A gateway before the provider answers so when the provider is down.
        502 or 503 or 504 => new(FailureCategory.Network, "model.unavailable",
            $"{_where} is not available (status {status}): run again later", transient: true)
        {
            RetryAfter = retryAfter,
        },
        408 or >= 500 => new(FailureCategory.Api, "model.error",
            Said($"{_where} failed (status {status})", error, "run again later"), transient: true)
        {
            RetryAfter = retryAfter,
        },
        _ => new(FailureCategory.Api, "model.rejected",
            Said($"{_where} rejected the call (status {status})", error, "check --llm-model and --llm-base-url")),
    };

    public YttlException Unreachable(Exception inner) => new(FailureCategory.Network, "model.unreachable",
        $"{_where} could not be reached or broke the connection: check the network and --llm-base-url",
        transient: true, inner);

    public YttlException TimedOut() => new(FailureCategory.Network, "model.timeout",
        string.Create(CultureInfo.InvariantCulture,
            $"{_where} did not answer within {settings.Retry.AttemptTimeout.TotalSeconds:0} seconds: ")
        + "run again later, or try a smaller model",
        transient: true);

    public YttlException NotSignedIn(Exception inner) => new(FailureCategory.Authentication, "model.sign-in",
        $"signing in to {_where} with Entra ID failed: run 'az login', give the app an identity, or set {_keyVariable}",
        inner: inner);

    public YttlException NothingBeforeTheLimit(int tokens) => new(FailureCategory.Api, "model.bad-output",
        string.Create(CultureInfo.InvariantCulture, $"the model {settings.Model} used {tokens} tokens ")
        + "without writing a whole sentence: try another model (--llm-model)");

    private YttlException Quota() => new(FailureCategory.Authentication, "model.quota",
        $"the account at {_where} has no credit left: check its plan and billing");

    private YttlException TooLong() => new(FailureCategory.Api, "model.context",
        $"the text is longer than the model {settings.Model} at {_where} takes: "
        + (settings.BaseUrl is null ? "raise YTTL_LLAMA_CONTEXT, or " : "")
        + "use a model with a larger context (--llm-model)");

    private static string Said(string what, ProviderError error, string then) =>
        error.Message.Length == 0 ? $"{what}: {then}" : $"{what}, saying '{error.Message}': {then}";
}
