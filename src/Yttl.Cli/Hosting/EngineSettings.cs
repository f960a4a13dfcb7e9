using Yttl.Cli.Failures;
using Yttl.Cli.Settings;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Predictions;
using Yttl.Core.Providers;
using Yttl.Core.Segments;
using Yttl.Core.Settings;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Commands;
using Yttl.Core.Summaries.Prompting;
using Yttl.LocalEngine.Settings;
using Yttl.Workflows.Memory;

namespace Yttl.Cli.Hosting;

/// <summary>The one place that turns configuration into the settings of the engine.</summary>
internal static class EngineSettings
{
    /// <exception cref="UsageException">A provider chosen is not configured. Nothing is started then.</exception>
    public static HostSettings Host(Configuration settings) => Usable(() =>
    {
        var model = Model(settings);
        if (settings.IsOption(SettingTable.LlmModel))
            CheckModelCounts(model, settings);
        List<LanguageModelSettings> fallbacks = model is null
            ? []
            : [.. settings.LanguageModelFallbacks(model).Select(fallback => Paced(fallback, settings))];
        foreach (var any in fallbacks.Prepend(model))
            if (any is { IsOwnServer: true })
                LocalModel.Check(any, settings);
            else if (any is { Command: [var program, ..] })
                CommandLanguageModel.Check(program);
        return Reader(settings) with
        {
            LanguageModel = model,
            LanguageModelFallbacks = fallbacks,
            LocalModel = LocalModel.Settings(settings),
        };
    });

    /// <summary>A model on the command line counts: a run that would ignore it is not started.</summary>
    private static void CheckModelCounts(LanguageModelSettings? model, Configuration settings)
    {
        var given = $"{SettingTable.LlmModel.Flag} {settings.Get(SettingTable.LlmModel)} has no effect with";
        if (model is null)
            throw new UsageException(settings.IsOption(SettingTable.LlmProvider)
                ? $"{given} {SettingTable.LlmProvider.Flag} {ProviderTable.Extractive}: leave out one of them"
                : $"{given} the provider {ProviderTable.Extractive} (from {settings.Effective(SettingTable.LlmProvider).Origin}): "
                    + $"leave it out, or give {SettingTable.LlmProvider.Flag}");
        if (model.Command.Count > 0)
            throw new UsageException(
                $"{given} the provider {ProviderTable.Command}: name the model in {SettingTable.LlmCommand.Flag}, "
                + "such as 'llm -m MODEL'");
    }

    /// <exception cref="UsageException">
    /// A provider chosen is not configured, the user's instructions leave no room for a prompt, or a cost is limited and not
    /// known.
    /// </exception>
    public static HostSettings Host(SummarizeOptions options, Configuration settings)
    {
        var host = Host(settings);
        return Usable(() =>
        {
            foreach (var model in host.LanguageModelFallbacks.Prepend(host.LanguageModel).OfType<LanguageModelSettings>())
            {
                LlmSummarizer.CheckInstructions(options.Instructions, model.InputTokens);
                if (options.MaxCost is not null && !host.Prices.Knows(model.Provider, model.Model))
                    throw new UsageException(CostLimit.Unpriced(model.Provider, model.Model).Message);
            }

            return host;
        });
    }

    /// <summary>The settings of a host that reads transcripts and calls no language model.</summary>
    /// <exception cref="UsageException">The recogniser chosen is not configured. Nothing is started then.</exception>
    public static HostSettings Reader(Configuration settings) =>
        new(
            Home(settings),
            settings.Tools(),
            new YtDlpSettings(
                settings.Get(SettingTable.Cookies),
                settings.Get(SettingTable.CookiesFromBrowser),
                settings.Get(SettingTable.Proxy))
            {
                VideoPassword = settings.Get(SettingTable.VideoPassword),
            },
            LanguageModel: null)
        {
            SponsorBlockUrl = settings.Get(SettingTable.SponsorBlockUrl)!,
            Recognizer = Usable(() => Demanded(Recognizer(settings), settings)),
            Decoders = settings.Get(SettingTable.Sequential) ? 1
                : settings.Get(SpeechSettingTable.MaxConcurrentDecode) ?? Environment.ProcessorCount,
            VideosAtOnce = VideosAtOnce(settings),
            MaxListEntries = settings.Get(SettingTable.MaxListEntries),
            Prices = Prices(settings),
            StoreLimitMegabytes = settings.Get(SettingTable.StoreLimit),
            ModelIdleTime = settings.Get(LocalModelSettingTable.IdleTime),
            ModelBaseUrl = settings.Get(SpeechSettingTable.ModelBaseUrl)!,
        };

    public static SummarizeOptions Options(Configuration settings) => new()
    {
        Language = settings.Get(SettingTable.Language),
        OutputLanguage = settings.Get(SettingTable.OutputLanguage),
        Length = settings.Get(SettingTable.Length),
        Style = settings.Get(SettingTable.Style),
        Sections = new SectionOptions(settings.Get(SettingTable.Sections), settings.Get(SettingTable.SectionMinutes)),
        Instructions = Instructions(settings),
        Title = settings.Get(SettingTable.Title)?.Trim(),
        NoTranscript = IsWithoutTranscript(settings),
        Playlist = settings.Get(SettingTable.Playlist),
        SponsorBlock = settings.Get(SettingTable.SponsorBlock),
        OutputFolder = OutputFolder(settings),
        Formats = settings.Get(SettingTable.Format),
        Sequential = settings.Get(SettingTable.Sequential),
        TimeLimit = settings.Get(RetrySettingTable.RunTimeLimit),
        MaxCost = settings.Get(PerformanceSettingTable.MaxCost),
        Reuse = ReuseIn(settings),
        Speech = Speech(settings),
    };

    /// <summary>The place that was judged is the one that is written to, though a link of it may change.</summary>
    /// <exception cref="UsageException">The project file names a folder outside its own.</exception>
    private static string OutputFolder(Configuration settings)
    {
        var folder = settings.Effective(SettingTable.Out);
        return !folder.FromProjectFile ? folder.Text
            : ProjectFolder.Current.Resolve(folder.Text)
                ?? throw new UsageException($"{folder.Key} '{folder.Text}' (from {folder.Origin}) leads out of its folder");
    }

    /// <summary>A text on the command line wins over a file that is set elsewhere.</summary>
    /// <exception cref="UsageException">Both are on the command line, or the file cannot be used.</exception>
    private static string? Instructions(Configuration settings)
    {
        var (text, file) = (settings.Get(SettingTable.Prompt), settings.Get(SettingTable.PromptFile));
        if (text is null || file is null)
            return text?.Trim() ?? PromptFile.Read(file, settings.Effective(SettingTable.PromptFile).FromProjectFile);
        return !settings.IsOption(SettingTable.PromptFile) ? text.Trim()
            : !settings.IsOption(SettingTable.Prompt) ? PromptFile.Read(file, fromProjectFile: false)
            : throw new UsageException(
                $"{SettingTable.Prompt.Flag} and {SettingTable.PromptFile.Flag} both give instructions: leave out one of them");
    }

    /// <exception cref="UsageException">A format is nothing but the transcript.</exception>
    private static bool IsWithoutTranscript(Configuration settings)
    {
        var isWithout = settings.Get(SettingTable.NoTranscript);
        if (isWithout && settings.Get(SettingTable.Format).FirstOrDefault(format => format.IsTranscript) is { } format)
            throw new UsageException(
                $"{SettingTable.NoTranscript.Flag} leaves nothing for {SettingTable.Format.Flag} {format}: leave out one of them");
        return isWithout;
    }

    /// <summary>Whether the value stands on the command line.</summary>
    private static bool IsOption(this Configuration settings, Setting setting) =>
        settings.Effective(setting).Origin.StartsWith('-');

    public static SpeechRecognitionOptions Speech(Configuration settings) => new()
    {
        Force = settings.Get(SpeechSettingTable.ForceTranscribe),
        Silence = settings.Silence(),
        Chunks = settings.Get(SettingTable.Sequential)
            ? settings.Chunks() with { Strategy = ChunkStrategy.Fixed }
            : settings.Chunks(),
    };

    public static Reuse ReuseIn(Configuration settings) =>
        settings.Get(SettingTable.NoResume) ? Reuse.Nothing
        : settings.Get(SettingTable.Refresh) ? Reuse.LookAgain
        : Reuse.Everything;

    public static string Home(Configuration settings) => Path.GetFullPath(
        settings.Get(SettingTable.Home)
        ?? throw new UsageException("there is no home folder: set YTTL_HOME to a folder for runs"));

    /// <exception cref="UsageException">The prices cannot be read.</exception>
    public static PriceTable Prices(Configuration settings) =>
        PriceFile.TryRead(settings.Get(PerformanceSettingTable.Prices), out var prices, out var problem)
            ? prices
            : throw new UsageException(problem);

    /// <summary>How many videos run at once, of several sources and of each playlist.</summary>
    public static int VideosAtOnce(Configuration settings) =>
        settings.Get(SettingTable.Sequential) ? 1 : settings.Get(SettingTable.MaxConcurrentVideos);

    /// <summary>Returns null for the extractive summariser.</summary>
    /// <exception cref="YttlException">The provider chosen is not configured; the message says how.</exception>
    public static LanguageModelSettings? Model(Configuration settings) =>
        settings.LanguageModel() is { } model ? Paced(model, settings) : null;

    /// <summary>Returns null where no speech recogniser is configured.</summary>
    /// <exception cref="YttlException">The recogniser chosen is not configured; the message says how.</exception>
    public static RecognizerSettings? Recognizer(Configuration settings) => settings.Speech() is not { } speech
        ? null
        : new RecognizerSettings(speech)
        {
            MaxConcurrent = settings.Get(SettingTable.Sequential) ? 1 : settings.Get(SpeechSettingTable.MaxConcurrent),
            MemoryLimitMegabytes = settings.Get(SpeechSettingTable.MemoryLimit),
            Server = settings.Get(SpeechSettingTable.Server),
        };

    private static RecognizerSettings? Demanded(RecognizerSettings? recognizer, Configuration settings) =>
        recognizer is null && settings.Get(SpeechSettingTable.ForceTranscribe)
            ? throw SpeechRecognitionOptions.NotConfigured()
            : recognizer;

    /// <summary>Turns a provider that is not configured into a usage error.</summary>
    /// <exception cref="UsageException">The provider chosen is not configured.</exception>
    public static T Usable<T>(Func<T> choose)
    {
        try
        {
            return choose();
        }
        catch (YttlException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static LanguageModelSettings Paced(LanguageModelSettings model, Configuration settings)
    {
        var exactly = settings.Get(SettingTable.Sequential) ? 1
            : settings.Get(SettingTable.MaxConcurrentLlm) ?? AutoConcurrency.Find(model);
        return LocalModel.Fitted(model, settings) with
        {
            MaxConcurrent = exactly ?? LanguageModelSettings.Ceiling,
            FindsLimit = exactly is null,
        };
    }
}
