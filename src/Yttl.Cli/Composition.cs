using Yttl.Cli.Settings;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine;

namespace Yttl.Cli;

/// <summary>The one place where configuration becomes what the engine needs.</summary>
internal static class Composition
{
    /// <summary>What <c>auto</c> is until the limiter finds a provider's own limit (issue 4): the window it opens at.</summary>
    private const int AutoConcurrency = 5;

    /// <summary>Sources side by side; the number of model calls has its own limit, so this only bounds what is looked up at once.</summary>
    private const int SourcesAtOnce = 4;

    private const string NoHome = "there is no home folder: set YTTL_HOME to a folder for runs";

    public static HostSettings Host(Configuration settings, Func<string, string?> readEnvironment) =>
        new(
            Path.GetFullPath(settings.Get(SettingTable.Home) ?? throw new UsageException(NoHome)),
            Tools(settings),
            new YtDlpSettings(
                settings.Get(SettingTable.Cookies),
                settings.Get(SettingTable.CookiesFromBrowser),
                settings.Get(SettingTable.Proxy)),
            Model(settings, readEnvironment))
        {
            SponsorBlockUrl = settings.Get(SettingTable.SponsorBlockUrl)!,
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
    };

    public static int SourceWindow(Configuration settings) => settings.Get(SettingTable.Sequential) ? 1 : SourcesAtOnce;

    public static Toolset Tools(Configuration settings) => new(
        settings.Get(SettingTable.FFmpeg)!, settings.Get(SettingTable.FFprobe)!, settings.Get(SettingTable.YtDlp)!);

    private static LanguageModelSettings? Model(Configuration settings, Func<string, string?> readEnvironment) =>
        settings.Get(SettingTable.MaxConcurrentLlm) == AutoConcurrency && readEnvironment("SEAM") is null ? null : null;
}
