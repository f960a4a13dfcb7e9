using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;

namespace Yttl.Core.Settings;

/// <summary>Reads the configuration of models, audio and tools, in the same way on every host.</summary>
public static class ModelConfiguration
{
    /// <summary>Returns null for the extractive summariser.</summary>
    /// <exception cref="YttlException">The provider chosen is not configured; the message says how.</exception>
    public static LanguageModelSettings? LanguageModel(this Configuration settings) => settings.LanguageModel(
        settings.Get(SettingTable.LlmProvider),
        settings.Get(SettingTable.LlmBaseUrl)?.AbsoluteUri,
        settings.Get(SettingTable.LlmModel));

    /// <summary>The other models of <c>llm_fallback</c>, each with its own key, address and default model.</summary>
    /// <exception cref="YttlException">One of them is not configured; the message says how.</exception>
    public static IEnumerable<LanguageModelSettings> LanguageModelFallbacks(
        this Configuration settings, LanguageModelSettings chosen) =>
        settings.Get(SettingTable.LlmFallback)
            .Where(name => name != chosen.Provider)
            .Select(name => settings.LanguageModel(name, baseUrl: null, model: null)!);

    /// <summary>Returns null where no speech recogniser is configured.</summary>
    /// <exception cref="YttlException">The recogniser chosen is not configured; the message says how.</exception>
    public static SpeechSettings? Speech(this Configuration settings) =>
        SpeechSettings.Choose(
            settings.Get(SpeechSettingTable.Provider),
            settings.Get(SpeechSettingTable.BaseUrl)?.AbsoluteUri,
            settings.Get(SpeechSettingTable.Model),
            settings.Variable) is { } speech
            ? settings.Trusted(speech) with { Retry = settings.Retry(speech.Retry) }
            : null;

    public static SilenceSettings Silence(this Configuration settings) =>
        new(settings.Get(SpeechSettingTable.SilenceThreshold), settings.Get(SpeechSettingTable.MinSilence));

    public static ChunkOptions Chunks(this Configuration settings) =>
        new(settings.Get(SpeechSettingTable.Strategy), settings.Get(SpeechSettingTable.ChunkSeconds));

    public static Toolset Tools(this Configuration settings) => new(
        settings.Get(SettingTable.FFmpeg)!, settings.Get(SettingTable.FFprobe)!, settings.Get(SettingTable.YtDlp)!);

    private static LanguageModelSettings? LanguageModel(
        this Configuration settings, string provider, string? baseUrl, string? model) =>
        LanguageModelSettings.Choose(provider, baseUrl, model, settings.Variable) is { } chosen
            ? settings.Trusted(chosen) with { Retry = settings.Retry(chosen.Retry) }
            : null;

    /// <param name="usual">The provider's defaults, for what the configuration does not set.</param>
    /// <exception cref="YttlException">
    /// <c>retry.settings</c>: the settings contradict each other; the message names all of them.
    /// </exception>
    private static RetrySettings Retry(this Configuration settings, RetrySettings usual) => (usual with
    {
        MaxAttempts = settings.Get(SettingTable.RetryMaxAttempts),
        BaseDelay = settings.Get(SettingTable.RetryBaseDelay),
        AttemptTimeout = settings.Get(RetrySettingTable.AttemptTimeout) ?? usual.AttemptTimeout,
        CallTimeout = settings.Get(RetrySettingTable.CallTimeout) ?? usual.CallTimeout,
        RateLimitBudget = settings.Get(RetrySettingTable.RateLimitBudget),
        Network = new(
            settings.Get(RetrySettingTable.NetworkFactor), settings.Get(RetrySettingTable.NetworkLongestWait)),
        Api = new(settings.Get(RetrySettingTable.ApiFactor), settings.Get(RetrySettingTable.ApiLongestWait)),
        RateLimit = new(
            settings.Get(RetrySettingTable.RateLimitFactor), settings.Get(RetrySettingTable.RateLimitLongestWait)),
    }).Validated();
}
