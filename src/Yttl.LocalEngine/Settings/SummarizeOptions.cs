using Yttl.Core.Languages;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Settings;
using Yttl.Core.Summaries;
using Yttl.Workflows.Memory;

namespace Yttl.LocalEngine.Settings;

/// <summary>What one call of <see cref="VideoSummarizer.SummarizeAsync"/> is to do.</summary>
public sealed record SummarizeOptions
{
    /// <summary>Wanted language of the captions; null follows the video's original language.</summary>
    public LanguageTag? Language { get; init; }

    /// <summary>Language to write in; null writes in the transcript's. The extractive summariser cannot translate.</summary>
    public LanguageTag? OutputLanguage { get; init; }

    public SpeechRecognitionOptions Listening { get; init; } = SpeechRecognitionOptions.Default;

    public SummaryLength Length { get; init; } = SettingTable.Length.DefaultValue;

    public SummaryStyle Style { get; init; } = SettingTable.Style.DefaultValue;

    /// <summary>The user's own instructions, added to the prompts; null for none.</summary>
    public string? Instructions { get; init; }

    /// <summary>Takes every entry of the list that a <c>watch?v=…&amp;list=…</c> address names, not only the video.</summary>
    public bool Playlist { get; init; }

    /// <summary>SponsorBlock categories to remove; empty asks nobody.</summary>
    public IReadOnlyList<string> SponsorBlock { get; init; } = [];

    /// <summary>Where reports go; created when missing.</summary>
    public string OutputFolder { get; init; } = SettingTable.Out.DefaultValue!;

    /// <summary>At least one.</summary>
    public IReadOnlyList<ReportFormat> Formats { get; init; } = SettingTable.Format.DefaultValue;

    /// <summary>One step after another: to compare with, or to find out what goes wrong.</summary>
    public bool Sequential { get; init; }

    /// <summary>
    /// After how long a video's run begins nothing more: what is missing then is a gap, for the next run. Calls that are
    /// under way are not broken off. Null for no end. No part of what a run is.
    /// </summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>What is taken from earlier work. No part of what a run is: the next one may choose differently.</summary>
    public Reuse Reuse { get; init; }
}
