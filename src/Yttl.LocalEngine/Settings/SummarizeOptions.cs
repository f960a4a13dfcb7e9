using System.Text.Json.Serialization;
using Yttl.Core.Languages;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Segments;
using Yttl.Core.Settings;
using Yttl.Core.Summaries;
using Yttl.Workflows.Memory;

namespace Yttl.LocalEngine.Settings;

/// <summary>The options of one call of <see cref="VideoSummarizer.SummarizeAsync"/>.</summary>
public sealed record SummarizeOptions
{
    /// <summary>The language of the captions to use; null uses the video's original language.</summary>
    public LanguageTag? Language { get; init; }

    /// <summary>
    /// The language of the summaries; null uses the transcript's. The extractive summariser cannot translate.
    /// </summary>
    public LanguageTag? OutputLanguage { get; init; }

    [JsonPropertyName("listening")]
    public SpeechRecognitionOptions Speech { get; init; } = SpeechRecognitionOptions.Default;

    public SummaryLength Length { get; init; } = SettingTable.Length.DefaultValue;

    public SummaryStyle Style { get; init; } = SettingTable.Style.DefaultValue;

    // Records of earlier versions have none: JSON sets every property of which it has no value to null.
    public SectionOptions Sections { get; init => field = value ?? SectionOptions.Default; } = SectionOptions.Default;

    /// <summary>The user's instructions, added to the prompts; null for none.</summary>
    public string? Instructions { get; init; }

    /// <summary>The title of the report, or of a list's page; null for the source's own.</summary>
    public string? Title { get; init; }

    /// <summary>Whether reports have no transcript. It is no part of the run's identity.</summary>
    public bool NoTranscript { get; init; }

    /// <summary>
    /// Runs every entry of the list that a <c>watch?v=…&amp;list=…</c> address names, not only the video.
    /// </summary>
    public bool Playlist { get; init; }

    /// <summary>SponsorBlock categories to remove; empty makes no call to SponsorBlock.</summary>
    public IReadOnlyList<string> SponsorBlock { get; init; } = [];

    /// <summary>The folder of the reports. It is created where it is missing.</summary>
    public string OutputFolder { get; init; } = SettingTable.Out.DefaultValue!;

    /// <summary>At least one.</summary>
    public IReadOnlyList<ReportFormat> Formats { get; init; } = SettingTable.Format.DefaultValue;

    /// <summary>Runs one step after another: to compare with a parallel run, or to find a fault.</summary>
    public bool Sequential { get; init; }

    /// <summary>
    /// After this time a video's run begins no new work: what is missing then is a gap, which the next run fills. Calls
    /// under way are not cancelled. Null for no limit. It is no part of the run's identity.
    /// </summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>
    /// A video whose summaries are predicted to cost more, in the currency of <see cref="HostSettings.Prices"/>, fails with
    /// <c>cost.exceeded</c> before their first call, and with <c>cost.unknown</c> where its model has no price. Null for no
    /// limit. It is no part of the run's identity: with a higher limit the run goes on, and its transcript is used.
    /// </summary>
    public decimal? MaxCost { get; init; }

    /// <summary>
    /// What the run takes from earlier work. It is no part of the run's identity: the next run may choose differently.
    /// </summary>
    public Reuse Reuse { get; init; }
}
