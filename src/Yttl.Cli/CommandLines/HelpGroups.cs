using Yttl.Core.Settings;

namespace Yttl.Cli.CommandLines;

/// <summary>The groups of options in the help, in their order, and which options the short help has.</summary>
internal static class HelpGroups
{
    /// <summary>The group of options that are in no other.</summary>
    public const string Other = "Options";

    private static readonly (string Group, string[] Common, string[] Rare)[] Groups =
    [
        ("Output",
            [Flag(SettingTable.Out), Flag(SettingTable.Format), "--print", "--open", "--json"],
            [Flag(SettingTable.Title), Flag(SettingTable.NoTranscript)]),
        ("Summary",
            [Flag(SettingTable.Length), Flag(SettingTable.Style), Flag(SettingTable.OutputLanguage), Flag(SettingTable.Prompt)],
            [Flag(SettingTable.Sections), Flag(SettingTable.SectionMinutes), Flag(SettingTable.PromptFile)]),
        ("Source",
            [Flag(SettingTable.Language), Flag(SettingTable.Playlist), Flag(SettingTable.CookiesFromBrowser)],
            [
                Flag(SettingTable.Cookies), Flag(SettingTable.VideoPassword), Flag(SettingTable.Proxy), Flag(SettingTable.SponsorBlock),
                Flag(SettingTable.Refresh), Flag(SettingTable.NoResume),
            ]),
        ("Language model",
            [Flag(SettingTable.LlmProvider), Flag(SettingTable.LlmModel), Flag(PerformanceSettingTable.MaxCost)],
            [
                Flag(SettingTable.LlmBaseUrl), Flag(SettingTable.LlmCommand), Flag(SettingTable.LlmFallback),
                .. LocalModelSettingTable.Options.Select(setting => setting.Flag), Flag(SettingTable.MaxConcurrentLlm),
                Flag(SettingTable.RetryMaxAttempts), Flag(SettingTable.RetryBaseDelay),
            ]),
        ("Speech to text",
            [Flag(SpeechSettingTable.Model)],
            [.. SpeechSettingTable.Options.Select(setting => setting.Flag).Except([Flag(SpeechSettingTable.Model)])]),
        ("Measuring",
            [],
            [
                Flag(SettingTable.Sequential), Flag(PerformanceSettingTable.Report), Flag(PerformanceSettingTable.Prices),
                Commands.SummarizeCommand.VerifyParallel,
            ]),
    ];

    /// <summary>Every group, in order.</summary>
    public static IEnumerable<string> Names => Groups.Select(group => group.Group).Append(Other);

    public static string Of(string option) =>
        Groups.FirstOrDefault(group => group.Common.Contains(option) || group.Rare.Contains(option)).Group ?? Other;

    /// <summary>Whether only the long help has the option.</summary>
    public static bool IsRare(string option) => Groups.Any(group => group.Rare.Contains(option));

    private static string Flag(Setting setting) => setting.Flag;
}
