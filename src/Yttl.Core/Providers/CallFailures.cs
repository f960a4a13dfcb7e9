using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Http;
using Yttl.Core.Providers.Errors;
using Yttl.Core.Text;

namespace Yttl.Core.Providers;

/// <summary>The meaning of each way a call can fail, and what to do about it.</summary>
internal sealed class CallFailures(ProviderSettings settings)
{
    private const int MostNames = 8;

    private readonly ProviderCapability _capability = settings.Capability;
    private readonly bool _isSpeech = settings.Capability == ProviderCapability.Speech;
    private readonly string _where = $"{settings.Provider} ({settings.BaseUrl?.Host ?? "this machine"})";
    private readonly string _keyVariable = settings.Row.KeyVariable ?? "the provider's key";

    private string ModelSetting => _capability.Setting("model");

    /// <summary>The setting that gave the address; null for the provider's own address.</summary>
    private string? AddressSetting => settings.AddressBy is { } variable && variable != LocalAddress ? variable
        : settings.BaseUrl == settings.Row.BaseUrl ? null
        : _capability.Setting("base_url");

    private string? LocalAddress => _capability.Find(ProviderTable.Local)?.AddressVariable;

    private string ModelAndAddress => AddressSetting is { } address ? $"{ModelSetting} and {address}" : ModelSetting;

    /// <summary>A status other than 2xx, or an error in an answer of 200, as whisper.cpp and OpenRouter send it.</summary>
    /// <param name="retryAfter">How long the provider asks to wait.</param>
    /// <param name="reset">When the allowance of a day is full again; null where that is not known.</param>
    public YttlException From(
        int status, ProviderError error, TimeSpan? retryAfter = null, DateTimeOffset? reset = null) => status switch
    {
        400 or 401 or 403 or 429 when error.IsAboutQuota() => Quota(error),
        401 or 403 => KeyRefused(status, error),
        400 when error.IsAboutKey() => KeyRefused(status, error),
        402 => Quota(error),
        // More in one call than the account may send in a minute: no wait makes room for it.
        429 when IsAboutContext(error) => TooLong(error),
        429 when error.IsAboutDay() => _capability.Failure(FailureCategory.RateLimit, "daily-limit",
            Said($"{_where} allows no more calls today (status 429)", error,
                (reset is { } end
                    ? string.Create(CultureInfo.InvariantCulture, $"run again after {end.UtcDateTime:yyyy-MM-dd HH:mm} UTC")
                    : "run again tomorrow") + $", or use another model or provider ({ModelSetting})")),
        429 => _capability.Failure(FailureCategory.RateLimit, "rate-limited",
            Said($"{_where} asks for fewer calls (status 429)", error,
                $"run again later, or lower {_capability.ConcurrencySetting}"),
            transient: true, retryAfter),
        _ when _isSpeech && error.IsAboutMemory() => new YttlException(FailureCategory.Memory, "speech.memory",
            Said($"{_where} ran out of memory", error, $"use a smaller model ({ModelSetting})")),
        404 when error.IsAboutDeployment() => _capability.Failure(FailureCategory.Input, "not-found",
            $"{_where} has no deployment {settings.Model} (status 404): "
            + $"check {_capability.Setting("model", _capability.OfferOf(settings.Row)?.ModelVariable)}; "
            + "a new deployment answers after some minutes"),
        400 or 404 when settings.ApiVersion is not null && (status == 404 || error.IsAboutVersion()) =>
            WrongVersion(status, error),
        404 => NotFound(status, error, []),
        413 => TooLong(error),
        400 or 422 or >= 500 when IsAboutContext(error) => TooLong(error),
        400 or 422 when !_isSpeech && error.IsAboutModel() => NotFound(status, error, []),
        400 when !_isSpeech && error.IsAboutContent() => new YttlException(FailureCategory.Api, "model.refused",
            $"{_where} refused this part by its content filter"
            + (error.Filtered.Length > 0 ? $", for {error.Filtered}" : "") + ": try another model or provider"),
        // What stands before the provider answers so when the provider is down; Anthropic when it has too many callers.
        502 or 503 or 504 or (>= 520 and <= 530) => Unavailable(status, error, retryAfter),
        >= 500 when error.IsAboutLoad() => Unavailable(status, error, retryAfter),
        408 or 409 or 424 or 425 or >= 500 => _capability.Failure(FailureCategory.Api, "error",
            Said($"{_where} failed (status {status})", error, "run again later"), transient: true, retryAfter),
        _ => _capability.Failure(FailureCategory.Api, "rejected",
            Said($"{_where} rejected the call (status {status})", error, $"check {ModelAndAddress}")),
    };

    /// <summary>No model of that name, or nothing at that address.</summary>
    /// <param name="names">The models that the address has; empty where it does not say.</param>
    public YttlException NotFound(int status, ProviderError error, IReadOnlyList<string> names) => _capability.Failure(
        FailureCategory.Input,
        "not-found",
        names is [] || names.Contains(settings.Model)
            ? Said($"{_where} has no model {settings.Model}, or no {_capability.Operation} (status {status})", error,
                $"check {ModelAndAddress}")
            : Said($"{_where} has no model {settings.Model} (status {status})", error,
                $"set {ModelSetting} to one that it has: {Quantity.First(MostNames, names)}"));

    /// <summary>The note on an answer of the only model there is.</summary>
    public string TheOnly(string name) => $"{_where} has no model {settings.Model}; {name}, the only one there, wrote instead.";

    public YttlException BadOutput(string what) => _capability.Failure(FailureCategory.Api, "bad-output",
        $"{_where} answered with {what}: run again, or try another model ({ModelSetting})", transient: true);

    public YttlException Unreachable(Exception inner) => _capability.Failure(FailureCategory.Network, "unreachable",
        $"{settings.Provider} ({settings.BaseUrl?.Authority ?? "this machine"}) could not be reached "
        + $"({ConnectionReason.Format(inner)}): check the network{(AddressSetting is { } address ? $" and {address}" : "")}",
        transient: true, inner: inner);

    public YttlException Stalled(Exception inner) => _capability.Failure(FailureCategory.Network, "timeout",
        $"{_where} stopped in the middle of its answer: run again later, or try another model ({ModelSetting})",
        transient: true, inner: inner);

    public YttlException TimedOut() => _capability.Failure(FailureCategory.Network, "timeout",
        string.Create(CultureInfo.InvariantCulture,
            $"{_where} did not answer within {settings.Retry.AttemptTimeout.TotalSeconds:0} seconds: ")
        + $"run again later, or try a smaller model ({ModelSetting})",
        transient: true);

    public YttlException NotSignedIn(Exception inner) => _capability.Failure(FailureCategory.Authentication, "sign-in",
        $"signing in to {_where} with Entra ID failed: run 'az login', give the app an identity, or set {_keyVariable}",
        inner: inner);

    private YttlException WrongVersion(int status, ProviderError error) => _capability.Failure(
        FailureCategory.Input,
        "api-version",
        Said(
            $"{_where} has no {_capability.Operation} by {settings.Model} at api-version {settings.ApiVersion} (status {status})",
            error,
            $"set {settings.Row.Deployments?.VersionVariable} to a version that has it, such as "
            + $"{settings.Row.Deployments?.DefaultVersion}, and check "
            + _capability.Setting("base_url", settings.Row.AddressVariable)));

    private YttlException KeyRefused(int status, ProviderError error) => _capability.Failure(
        FailureCategory.Authentication,
        "key-refused",
        Said($"{_where} refused the credentials (status {status})", error,
            settings.ApiKey is null && settings.Row.EntraScope is not null
                ? $"give the identity the role Cognitive Services OpenAI User there, or set {_keyVariable}"
                : $"check {_keyVariable} and that it may use the model {settings.Model}"));

    private YttlException Unavailable(int status, ProviderError error, TimeSpan? retryAfter) => _capability.Failure(
        FailureCategory.Network,
        "unavailable",
        Said($"{_where} is not available (status {status})", error, "run again later"),
        transient: true, retryAfter);

    private YttlException Quota(ProviderError error) => _capability.Failure(FailureCategory.Authentication, "quota",
        Said($"the account at {_where} has no credit left", error, "check its plan and billing"));

    private YttlException TooLong(ProviderError error) => _isSpeech
        ? new(FailureCategory.Api, "speech.too-large",
            $"an upload is larger than {_where} accepts (status 413): use shorter chunks "
            + $"({SettingName.For("chunk_size_strategy")} fixed {SettingName.For("chunk_seconds")} 120)")
        : new(FailureCategory.Api, "model.context",
            Said($"the text is longer than the model {settings.Model} at {_where} accepts", error,
                (settings.IsOwnServer ? "raise YTTL_LLAMA_CONTEXT, or " : "")
                + $"use a model with a larger context ({ModelSetting})"));

    // An upload has no context; what a recogniser says of one is about something else.
    private bool IsAboutContext(ProviderError error) => !_isSpeech && error.IsAboutContext();

    private static string Said(string what, ProviderError error, string then) =>
        error.Message.Length == 0 ? $"{what}: {then}" : $"{what}, saying '{error.Message}': {then}";
}
