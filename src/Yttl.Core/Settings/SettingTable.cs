using Yttl.Core.Languages;
using Yttl.Core.Providers;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Segments;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;

namespace Yttl.Core.Settings;

/// <summary>Every setting of this version, in the order of the help and of <c>config show</c>.</summary>
public static class SettingTable
{
    public static readonly Setting<string?> Out = new(
        Hosts.CommandLine,
        "out",
        "summaries",
        ValueParsers.Text("FOLDER", "a folder"),
        "Folder for reports, created when missing")
    {
        TrustedFromProjectFile = path => ProjectFolder.Current.Holds(path),
    };

    public static readonly Setting<IReadOnlyList<ReportFormat>> Format = new(
        Hosts.CommandLine,
        "format",
        [ReportFormat.Html],
        ValueParsers.ListOf("LIST", allowNone: false, [.. ReportFormat.All.Select(format => (format.Name, format))]),
        $"Output formats, comma-separated: {string.Join(", ", ReportFormat.All)}");

    public static readonly Setting<LanguageTag?> Language = new(
        Hosts.CommandLine, "language", null, ValueParsers.Language, "Preferred caption language [original]");

    public static readonly Setting<LanguageTag?> OutputLanguage = new(
        Hosts.CommandLine, "output_language", null, ValueParsers.Language, "Summary language [same as the transcript]");

    public static readonly Setting<SummaryLength> Length = new(
        Hosts.CommandLine,
        "length",
        SummaryLength.Medium,
        ValueParsers.OneOf(
            ("short", SummaryLength.Short), ("medium", SummaryLength.Medium), ("long", SummaryLength.Long)),
        "Length of each summary");

    public static readonly Setting<SummaryStyle> Style = new(
        Hosts.CommandLine,
        "style",
        SummaryStyle.Narrative,
        ValueParsers.OneOf(("narrative", SummaryStyle.Narrative), ("bullets", SummaryStyle.Bullets), ("minutes", SummaryStyle.Minutes)),
        "Form of summaries: prose, a list, or prose with decisions, actions and open questions");

    public static readonly Setting<SectionMode> Sections = new(
        Hosts.CommandLine,
        "sections",
        SectionOptions.Default.Mode,
        ValueParsers.OneOf(
            ("auto", SectionMode.Auto), ("chapters", SectionMode.Chapters), ("topics", SectionMode.Topics),
            ("fixed", SectionMode.Fixed)),
        "Where sections end: at the video's chapters, where the topic changes, or by the clock; auto takes chapters, else topics");

    public static readonly Setting<int> SectionMinutes = new(
        Hosts.CommandLine,
        "section_minutes",
        SectionOptions.DefaultMinutes,
        ValueParsers.WholeNumber(1, SectionOptions.MostMinutes, "minutes"),
        "Approximate length of a section where no chapter gives it");

    public static readonly Setting<string?> PromptFile = new(
        Hosts.CommandLine,
        "prompt_file",
        null,
        ValueParsers.Text("FILE", "a text file"),
        "The same from a UTF-8 file of at most 16 KB")
    {
        TrustedFromProjectFile = path => ProjectFolder.Current.Holds(path),
    };

    public static readonly Setting<string?> Prompt = new(
        Hosts.CommandLine,
        "prompt",
        null,
        ValueParsers.Lines("TEXT", "a text of at most 16 KB"),
        "Your own instructions for the summaries");

    public static readonly Setting<string?> Title = new(
        Hosts.CommandLine,
        "title",
        null,
        ValueParsers.Text("TEXT", "a title on one line"),
        "Title of the report, or of a playlist's page [the source's own]");

    public static readonly Setting<bool> NoTranscript = new(
        Hosts.CommandLine, "no_transcript", false, ValueParsers.Switch, "Leave the transcript out of the report");

    public static readonly Setting<bool> Playlist = new(
        Hosts.CommandLine,
        "playlist",
        false,
        ValueParsers.Switch,
        "Summarise the whole playlist of a watch URL");

    public static readonly Setting<IReadOnlyList<string>> SponsorBlock = new(
        Hosts.CommandLine,
        "sponsorblock",
        [],
        ValueParsers.ListOf("CATEGORY", allowNone: true, SponsorBlockChoices()),
        $"Skip SponsorBlock categories, comma-separated: {string.Join(", ", SponsorBlockClient.RemovableCategories)}");

    public static readonly Setting<string?> Cookies = new(
        Hosts.CommandLine,
        "cookies",
        null,
        ValueParsers.Text("FILE", "a Netscape cookie file"),
        "Cookies for yt-dlp from a Netscape cookie file")
    {
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<string?> CookiesFromBrowser = new(
        Hosts.CommandLine,
        "cookies_from_browser",
        null,
        ValueParsers.Text("NAME", "a browser's name"),
        "Cookies for yt-dlp from a browser: firefox, chrome:Work")
    {
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<string?> VideoPassword = new(
        Hosts.CommandLine,
        "video_password",
        null,
        ValueParsers.Password,
        "Password of a video that is protected by one; in YTTL_VIDEO_PASSWORD other users of this machine do not see it")
    {
        IsSecret = true,
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<Uri?> Proxy = new(
        Hosts.CommandLine, "proxy", null, ValueParsers.Proxy, "Proxy for yt-dlp and caption downloads")
    {
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<bool> Refresh = new(
        Hosts.CommandLine,
        "refresh",
        false,
        ValueParsers.Switch,
        "Fetch fresh metadata and captions");

    public static readonly Setting<bool> NoResume = new(
        Hosts.CommandLine, "no_resume", false, ValueParsers.Switch, "Ignore cached work");

    public static readonly Setting<string> LlmProvider = new(
        Hosts.All,
        "llm_provider",
        ProviderTable.Auto,
        ValueParsers.OneOf([.. ProviderCapability.Chat.Names.Select(name => (name, name))]),
        $"Summary provider: {string.Join(", ", ProviderCapability.Chat.Names)}; "
        + "auto takes the first with a key or a local model, else extractive");

    public static readonly Setting<Uri?> LlmBaseUrl = new(
        Hosts.All, "llm_base_url", null, ValueParsers.Address, "URL of an OpenAI-compatible server, up to /v1")
    {
        TrustedFromProjectFile = ThisMachine.IsLoopback,
    };

    public static readonly Setting<string?> LlmModel = new(
        Hosts.All,
        "llm_model",
        null,
        ValueParsers.Text("NAME", "a model's name"),
        "Model name [the provider's default]; for local also a .gguf file or OWNER/REPO/FILE.gguf")
    {
        TrustedFromProjectFile = text => !text.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>
    /// A program that is run with the text of strangers: only the user of the machine names it, never a folder or a request.
    /// </summary>
    public static readonly Setting<string?> LlmCommand = new(
        Hosts.CommandLine,
        "llm_command",
        null,
        ValueParsers.Command,
        "Program that writes the summaries, prompt on stdin and answer on stdout, such as 'llm -m MODEL'; no shell runs it")
    {
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<IReadOnlyList<string>> LlmFallback = new(
        Hosts.CommandLine,
        "llm_fallback",
        [],
        ValueParsers.ListOf(
            "LIST", allowNone: true, [.. ProviderCapability.Chat.Providers.Select(known => (known.Name, known.Name))]),
        "Fallback providers, in order, comma-separated")
    {
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<int?> MaxConcurrentLlm = new(
        Hosts.All,
        "max_concurrent_llm",
        null,
        ValueParsers.Concurrency,
        $"Concurrent model calls; auto finds the provider's limit, or takes {ProviderTable.Find(ProviderTable.Local)!.Chat!.MaxConcurrent} "
        + $"for your server and {ProviderTable.OwnServer.Chat!.MaxConcurrent} for a server YTTL starts");

    public static readonly Setting<int> RetryMaxAttempts = new(
        Hosts.All,
        "retry_max_attempts",
        RetrySettings.Default.MaxAttempts,
        ValueParsers.WholeNumber(1, RetrySettings.MostAttempts),
        "Attempts per model call");

    public static readonly Setting<TimeSpan> RetryBaseDelay = new(
        Hosts.All,
        "retry_base_delay",
        RetrySettings.Default.BaseDelay,
        ValueParsers.Seconds(0, Backoff.LongestSeconds),
        "First wait between attempts, doubled each time");

    public static readonly Setting<bool> Sequential = new(
        Hosts.CommandLine, "sequential", false, ValueParsers.Switch, "Disable all parallelism");

    public static readonly Setting<Uri?> OpenAiBaseUrl = new(
        Hosts.All,
        "openai_base_url",
        null,
        ValueParsers.Address,
        "URL that openai and chatgpt are called at instead of OpenAI's, up to /v1")
    {
        Environment = "OPENAI_BASE_URL",
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<string?> OllamaHost = new(
        Hosts.All,
        "ollama_host",
        null,
        ValueParsers.Text("HOST", "a host of Ollama, such as 127.0.0.1:11434"),
        "Where Ollama listens, as its own commands read it: HOST, HOST:PORT or a URL")
    {
        Environment = "OLLAMA_HOST",
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<Uri?> AzureEndpoint = new(
        Hosts.All, "azure_openai_endpoint", null, ValueParsers.Address, "URL of an Azure OpenAI resource")
    {
        Environment = "AZURE_OPENAI_ENDPOINT",
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<string?> AzureDeployment = new(
        Hosts.All,
        "azure_openai_deployment",
        null,
        ValueParsers.Text("NAME", "a deployment's name"),
        "Name of a deployment in that resource")
    {
        Environment = "AZURE_OPENAI_DEPLOYMENT",
    };

    public static readonly Setting<string?> AzureApiVersion = new(
        Hosts.All,
        "azure_openai_api_version",
        ProviderTable.AzureApiVersion,
        ValueParsers.Text("VERSION", "a version of the API, such as 2024-10-21"),
        "API version of that resource; no effect where the URL ends in /openai/v1")
    {
        Environment = "AZURE_OPENAI_API_VERSION",
    };

    public static readonly Setting<string?> Home = ThisMachine.Path(
        Hosts.CommandLine, "home", null, "Folder of runs and cached work");

    public static readonly Setting<int> StoreLimit = new(
        Hosts.CommandLine,
        "store_limit_mb",
        4096,
        ValueParsers.WholeNumber(1, 1 << 20, "MB"),
        "Limit of cached work; the least recently used is deleted first")
    {
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<int> MaxConcurrentVideos = new(
        Hosts.All,
        "max_concurrent_videos",
        4,
        ValueParsers.WholeNumber(1, 256),
        "Concurrent videos, of several sources or of a playlist; their model calls share one limit");

    /// <summary>
    /// The most is what one result of a step may hold: the history of a run has the entries of its list, in messages of
    /// a few megabytes.
    /// </summary>
    public static readonly Setting<int?> MaxListEntries = new(
        Hosts.All,
        "max_list_entries",
        null,
        ValueParsers.WholeNumberOrAuto(1, 5000, "a whole number of videos"),
        "Videos of a playlist or channel that are summarised, the first ones; auto is 500 on Azure, and all for yttl");

    public static readonly Setting<string?> FFmpeg = ThisMachine.Path(Hosts.All, "ffmpeg", "ffmpeg", "ffmpeg");
    public static readonly Setting<string?> FFprobe = ThisMachine.Path(Hosts.All, "ffprobe", "ffprobe", "ffprobe");
    public static readonly Setting<string?> YtDlp = ThisMachine.Path(Hosts.All, "yt_dlp", "yt-dlp", "yt-dlp");

    public static readonly Setting<Uri?> SponsorBlockUrl = new(
        Hosts.All, "sponsorblock_url", new("https://sponsor.ajay.app/"), ValueParsers.Address, "SponsorBlock's server")
    {
        TrustedFromProjectFile = _ => false,
    };

    /// <summary>The settings that are options of <c>summarize</c>.</summary>
    public static readonly IReadOnlyList<Setting> Options =
    [
        Out, Format, NoTranscript, Title, Language, OutputLanguage, Length, Style, Sections, SectionMinutes, Prompt, PromptFile, Playlist,
        SponsorBlock, Cookies, CookiesFromBrowser, VideoPassword, Proxy, Refresh, NoResume, LlmProvider, LlmBaseUrl,
        LlmModel, LlmCommand, LlmFallback,
        .. LocalModelSettingTable.Options, MaxConcurrentLlm, RetryMaxAttempts, RetryBaseDelay,
        .. SpeechSettingTable.Options, Sequential, PerformanceSettingTable.Report,
        PerformanceSettingTable.MaxCost, PerformanceSettingTable.Prices,
    ];

    /// <summary>The settings that are options of <c>batch</c>: a title is that of one source.</summary>
    public static readonly IReadOnlyList<Setting> BatchOptions = [.. Options.Where(setting => setting != Title)];

    /// <summary>The settings that are options of <c>runs resume</c>: only those that keep the run's id.</summary>
    public static readonly IReadOnlyList<Setting> ResumeOptions =
    [
        Out, Format, NoTranscript, Cookies, CookiesFromBrowser, VideoPassword, Proxy, Refresh, LlmBaseUrl, LlmCommand,
        MaxConcurrentLlm, RetryMaxAttempts, RetryBaseDelay, SpeechSettingTable.BaseUrl, SpeechSettingTable.MaxConcurrent,
        SpeechSettingTable.MemoryLimit, Sequential, PerformanceSettingTable.Report, PerformanceSettingTable.MaxCost,
        PerformanceSettingTable.Prices,
    ];

    /// <summary>The settings that are options of <c>transcript</c>.</summary>
    public static readonly IReadOnlyList<Setting> TranscriptOptions =
        [Language, Cookies, CookiesFromBrowser, VideoPassword, Proxy, .. SpeechSettingTable.Options, Sequential];

    /// <summary>The settings that are options of <c>plan</c>.</summary>
    public static readonly IReadOnlyList<Setting> PlanOptions =
    [
        Language, OutputLanguage, Length, Style, Sections, SectionMinutes, Prompt, PromptFile, Playlist, SponsorBlock, Cookies,
        CookiesFromBrowser, VideoPassword, Proxy, LlmProvider, LlmBaseUrl, LlmModel, LlmCommand, MaxConcurrentLlm,
        .. SpeechSettingTable.Options, Sequential, PerformanceSettingTable.Prices,
    ];

    /// <summary>The settings that are options of <c>ask</c>.</summary>
    public static readonly IReadOnlyList<Setting> AskOptions =
    [
        Language, OutputLanguage, Cookies, CookiesFromBrowser, VideoPassword, Proxy, Refresh, NoResume, LlmProvider, LlmBaseUrl,
        LlmModel, LlmCommand, LlmFallback, .. LocalModelSettingTable.Options, RetryMaxAttempts, RetryBaseDelay,
        .. SpeechSettingTable.Options, Sequential,
    ];

    public static readonly IReadOnlyList<Setting<string?>> Secrets =
        [.. ProviderTable.KeyVariables.Select(Key)];

    public static readonly IReadOnlyList<Setting> All =
    [
        .. Options, OpenAiBaseUrl, OllamaHost, AzureEndpoint, AzureDeployment, AzureApiVersion, MaxConcurrentVideos, MaxListEntries,
        SpeechSettingTable.MaxConcurrentDecode, Home, StoreLimit, FFmpeg, FFprobe, YtDlp, SpeechSettingTable.Server,
        SpeechSettingTable.ModelBaseUrl,
        .. LocalModelSettingTable.Others, .. RetrySettingTable.Others,
        SponsorBlockUrl, .. AzureSettingTable.All, .. Secrets,
    ];

    /// <summary>The settings of a host.</summary>
    public static IReadOnlyList<Setting> For(Hosts host) => [.. All.Where(setting => setting.Hosts.HasFlag(host))];

    /// <summary>
    /// The original program offered <c>music</c> and <c>offtopic</c>, which SponsorBlock does not know: they are the
    /// two halves of <c>music_offtopic</c>.
    /// </summary>
    private static (string Name, string Category)[] SponsorBlockChoices() =>
    [
        .. SponsorBlockClient.RemovableCategories.Select(category => (category, category)),
        ("music", "music_offtopic"), ("offtopic", "music_offtopic"),
    ];

    private static Setting<string?> Key(string variable) => new(
        Hosts.All,
        variable.Replace("YTTL_", "", StringComparison.Ordinal).ToLowerInvariant(),
        null,
        ValueParsers.Secret,
        "A provider's key")
    {
        Environment = variable,
        IsSecret = true,
        TrustedFromProjectFile = _ => false,
    };
}
