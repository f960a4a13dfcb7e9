using Yttl.Core.Failures;

namespace Yttl.Core.Speech;

/// <summary>Why a recogniser cannot be chosen as asked, and what to set.</summary>
internal static class SpeechChoiceFailures
{
    public static YttlException Unknown(string name) => new(FailureCategory.Input, "speech.provider-unknown",
        $"'{name}' is not a provider of speech recognition: use one of {string.Join(", ", SpeechProviders.Names)}");

    public static YttlException NoModel(SpeechProvider provider) => new(FailureCategory.Input, "speech.name-missing",
        $"the provider {provider.Name} needs the name of a model: set --whisper-model or {provider.ModelVariable}");

    public static YttlException NoKey(SpeechProvider provider) => new(
        FailureCategory.Authentication, "speech.key-missing",
        $"speech recognition by {provider.Name} needs a key: set {provider.KeyVariable}, "
        + "or use --whisper-provider local, which needs none");

    public static YttlException MalformedKey(SpeechProvider provider) => new(
        FailureCategory.Authentication, "speech.key-malformed",
        $"{provider.KeyVariable} holds characters that no key has: set it again, without spaces or quotes");

    public static YttlException NoAddress(SpeechProvider provider) => new(
        FailureCategory.Input, "speech.address-missing",
        $"the provider {provider.Name} needs an address: set --whisper-base-url or {provider.EndpointVariable}");

    public static YttlException MalformedAddress(SpeechProvider provider) => new(
        FailureCategory.Input, "speech.address-malformed",
        $"the address of the provider {provider.Name} is not a plain http or https address "
        + "such as https://host/v1: correct --whisper-base-url"
        + (provider.EndpointVariable is { } variable ? $" or {variable}" : ""));
}
