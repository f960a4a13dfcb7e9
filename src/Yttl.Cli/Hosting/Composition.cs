using Yttl.Cli.Failures;
using Yttl.Cli.Settings;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Settings;
using Yttl.Core.Sources;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;
using Yttl.Workflows.Memory;

namespace Yttl.Cli.Hosting;

/// <summary>The one place where configuration becomes what the engine needs.</summary>
internal static class Composition
{
    /// <exception cref="UsageException">A provider chosen is not configured: nothing is started then.</exception>
    public static HostSettings Host(Configuration settings, Func<string, string?> readEnvironment) => Usable(() =>
    {
        var model = Model(settings, readEnvironment);
        var fallbacks = Fallbacks(model, settings, readEnvironment);
        if (fallbacks.Prepend(model).FirstOrDefault(any => any is { BaseUrl: null }) is { } own)
            LocalModel.Check(own, settings);
        return Reader(settings, readEnvironment) with
        {
            LanguageModel = model,
            LanguageModelFallbacks = fallbacks,
            LocalModel = LocalModel.Settings(settings),
        };
    });

    /// <exception cref="UsageException">And where the user's instructions leave a prompt no room.</exception>
    public static HostSettings Host(
        SummarizeOptions options, Configuration settings, Func<string, string?> readEnvironment)
    {
        var host = Host(settings, readEnvironment);
        return Usable(() =>
        {
            foreach (var model in host.LanguageModelFallbacks.Prepend(host.LanguageModel))
                if (model is not null)
                    InstructionsFit.Check(options.Instructions, model.InputTokens);
            return host;
        });
    }

    /// <summary>A host that reads transcripts and asks no language model.</summary>
    /// <exception cref="UsageException">The recogniser chosen is not configured: nothing is started then.</exception>
    public static HostSettings Reader(Configuration settings, Func<string, string?> readEnvironment) =>
        new(
            Home(settings),
            Tools(settings),
            new YtDlpSettings(
                settings.Get(SettingTable.Cookies),
                settings.Get(SettingTable.CookiesFromBrowser),
                settings.Get(SettingTable.Proxy)),
            LanguageModel: null)
        {
            SponsorBlockUrl = settings.Get(SettingTable.SponsorBlockUrl)!,
            Recognizer = Usable(() => Demanded(Recognizer(settings, readEnvironment), settings)),
            Decoders = settings.Get(SettingTable.Sequential) ? 1
                : settings.Get(SpeechSettingTable.MaxConcurrentDecode) ?? Environment.ProcessorCount,
            VideosAtOnce = VideosAtOnce(settings),
            Prices = PriceFile.Read(settings, readEnvironment),
            StoreLimitMegabytes = settings.Get(SettingTable.StoreLimit),
            ModelServers = new ModelServerSettings
            {
                IdleTime = settings.Get(LocalModelSettingTable.IdleTime),
                ModelBaseUrl = settings.Get(SpeechSettingTable.ModelBaseUrl)!,
            },
        };

    public static SummarizeOptions Options(Configuration settings) => new()
    {
        Language = settings.Get(SettingTable.Language),
        OutputLanguage = settings.Get(SettingTable.OutputLanguage),
        Length = settings.Get(SettingTable.Length),
        Style = settings.Get(SettingTable.Style),
        Instructions = PromptFile.Read(settings.Get(SettingTable.PromptFile)),
        Playlist = settings.Get(SettingTable.Playlist),
        SponsorBlock = settings.Get(SettingTable.SponsorBlock),
        OutputFolder = settings.Get(SettingTable.Out)!,
        Formats = settings.Get(SettingTable.Format),
        Sequential = settings.Get(SettingTable.Sequential),
        TimeLimit = settings.Get(RetrySettingTable.RunTimeLimit),
        Reuse = ReuseIn(settings),
        Listening = Listening(settings),
    };

    public static ListenOptions Listening(Configuration settings) => new()
    {
        Force = settings.Get(SpeechSettingTable.ForceTranscribe),
        Silence = new SilenceSettings(
            settings.Get(SpeechSettingTable.SilenceThreshold), settings.Get(SpeechSettingTable.MinSilence)),
        Chunks = new ChunkOptions(
            settings.Get(SettingTable.Sequential) ? ChunkStrategy.Fixed : settings.Get(SpeechSettingTable.Strategy),
            settings.Get(SpeechSettingTable.ChunkSeconds)),
    };

    public static Reuse ReuseIn(Configuration settings) =>
        settings.Get(SettingTable.NoResume) ? Reuse.Nothing
        : settings.Get(SettingTable.Refresh) ? Reuse.LookAgain
        : Reuse.Everything;

    public static string Home(Configuration settings) => Path.GetFullPath(
        settings.Get(SettingTable.Home)
        ?? throw new UsageException("there is no home folder: set YTTL_HOME to a folder for runs"));

    /// <summary>Of several sources, and of each playlist.</summary>
    public static int VideosAtOnce(Configuration settings) =>
        settings.Get(SettingTable.Sequential) ? 1 : settings.Get(SettingTable.MaxConcurrentVideos);

    public static Toolset Tools(Configuration settings) => new(
        settings.Get(SettingTable.FFmpeg)!, settings.Get(SettingTable.FFprobe)!, settings.Get(SettingTable.YtDlp)!);

    /// <summary>Null for the extractive summariser.</summary>
    /// <exception cref="YttlException">The provider chosen is not configured; the message says how.</exception>
    public static LanguageModelSettings? Model(Configuration settings, Func<string, string?> readEnvironment) =>
        LanguageModelSettings.Choose(
            settings.Get(SettingTable.LlmProvider),
            settings.Get(SettingTable.LlmBaseUrl)?.AbsoluteUri,
            settings.Get(SettingTable.LlmModel),
            VariablesOf(settings, readEnvironment)) is { } model
            ? Paced(model, settings)
            : null;

    /// <summary>Null where nobody is set up to recognise speech.</summary>
    /// <exception cref="YttlException">The recogniser chosen is not configured; the message says how.</exception>
    public static RecognizerSettings? Recognizer(Configuration settings, Func<string, string?> readEnvironment) =>
        SpeechSettings.Choose(
            settings.Get(SpeechSettingTable.Provider),
            settings.Get(SpeechSettingTable.BaseUrl)?.AbsoluteUri,
            settings.Get(SpeechSettingTable.Model),
            VariablesOf(settings, readEnvironment)) is not { } speech
            ? null
            : new RecognizerSettings(speech with { Retry = Retries.Of(speech.Retry, settings) })
            {
                MaxConcurrent =
                    settings.Get(SettingTable.Sequential) ? 1 : settings.Get(SpeechSettingTable.MaxConcurrent),
                MemoryLimitMegabytes = settings.Get(SpeechSettingTable.MemoryLimit),
                Server = settings.Get(SpeechSettingTable.Server),
            };

    private static RecognizerSettings? Demanded(RecognizerSettings? recognizer, Configuration settings) =>
        recognizer is null && settings.Get(SpeechSettingTable.ForceTranscribe)
            ? throw ListenOptions.NobodyListens()
            : recognizer;

    /// <summary>A provider that is not configured is a wrong configuration.</summary>
    /// <exception cref="UsageException"></exception>
    public static T Usable<T>(Func<T> choose)
    {
        try
        {
            return choose();
        }
        catch (YttlException e)
        {
            throw new UsageException($"{e.Failure.Category.Name()}: {e.Message}");
        }
    }

    /// <summary>The others of <c>--llm-fallback</c>, each with its own key, address and usual model.</summary>
    /// <exception cref="YttlException">One of them is not configured; the message says how.</exception>
    private static IReadOnlyList<LanguageModelSettings> Fallbacks(
        LanguageModelSettings? chosen, Configuration settings, Func<string, string?> readEnvironment) => chosen is null
        ? []
        : [.. settings.Get(SettingTable.LlmFallback)
            .Where(name => name != chosen.Provider)
            .Select(name => LanguageModelSettings.Choose(name, null, null, VariablesOf(settings, readEnvironment))!)
            .Select(model => Paced(model, settings))];

    private static Func<string, string?> VariablesOf(Configuration settings, Func<string, string?> readEnvironment) =>
        variable => SettingTable.All.FirstOrDefault(setting => setting.Environment == variable) is { } setting
            ? settings.Effective(setting).Text
            : readEnvironment(variable);

    private static LanguageModelSettings Paced(LanguageModelSettings model, Configuration settings)
    {
        var exactly = settings.Get(SettingTable.Sequential) ? 1
            : settings.Get(SettingTable.MaxConcurrentLlm) ?? AutoConcurrency.Of(model);
        return LocalModel.Fitted(model, settings) with
        {
            MaxConcurrent = exactly ?? LanguageModelSettings.Ceiling,
            FindsLimit = exactly is null,
            Retry = Retries.Of(model.Retry, settings),
        };
    }
}
