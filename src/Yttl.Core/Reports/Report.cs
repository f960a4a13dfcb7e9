using System.Text.Json.Serialization;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Performance;
using Yttl.Core.Sources;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;

namespace Yttl.Core.Reports;

/// <summary>
/// One finished run, as every renderer reads it and <c>--format json</c> writes it (<c>yttl/report@1</c>). Its texts
/// are untrusted.
/// </summary>
public sealed record Report
{
    public const string CurrentSchema = "yttl/report@1";

    public string Schema { get; init; } = CurrentSchema;

    public required RunStatus Status { get; init; }

    public required ReportVideo Video { get; init; }

    /// <summary>Null in reports of earlier versions.</summary>
    public ReportWriter? WrittenBy { get; init; }

    public required ReportTranscript Transcript { get; init; }

    public required ReportSummary Overall { get; init; }

    public required IReadOnlyList<ReportHour> Hours { get; init; }

    public required IReadOnlyList<RemovedRange> Removed { get; init; }

    public required IReadOnlyList<ReportGap> Gaps { get; init; }

    /// <summary>
    /// Summaries of segments, of hours and of the whole that the extractive summariser wrote in place of the model. They
    /// are no gaps.
    /// </summary>
    public int Fallbacks => Statuses().Count(status => status is SummaryStatus.Fallback);

    /// <summary>Why a fallback was used, one sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public ReportPerformance? Performance { get; init; }

    /// <summary>
    /// The language of the summaries; null where it is the transcript's. It is no part of the JSON contract.
    /// </summary>
    [JsonIgnore]
    public LanguageTag? SummaryLanguage { get; init; }

    /// <summary>The states of all summaries: of segments, of hours and of the whole.</summary>
    internal IEnumerable<SummaryStatus> Statuses() => Hours
        .SelectMany(hour => hour.Segments.Select(segment => segment.Status).Append(hour.Status))
        .Append(Overall.Status);

    /// <summary>The sentences of all summaries, of segments, of hours and of the whole, and of minutes.</summary>
    internal IEnumerable<SourcedSentence> Sentences() => Hours
        .SelectMany(hour => hour.Segments.SelectMany(segment => segment.Sentences).Concat(hour.Sentences))
        .Concat(Overall.Sentences)
        .Concat(Overall.Decisions ?? [])
        .Concat(Overall.Actions ?? [])
        .Concat(Overall.Questions ?? [])
        .Concat(Overall.Questions?.Select(question => question.Answer).OfType<SourcedSentence>() ?? []);

    /// <summary>The chapters that a page lists: those with a title, none where they are the titles of its sections.</summary>
    internal IReadOnlyList<Chapter> ListedChapters() =>
        Hours.Any(hour => hour.Segments.Any(segment => segment.TitleFrom is SegmentTitleSource.Chapter))
            ? []
            : [.. Video.Chapters.Where(chapter => chapter.Title.Length > 0)];

    /// <summary>The same report for readers of the summaries alone.</summary>
    public Report WithoutTranscript() => this with { Transcript = Transcript with { Cues = [] } };
}

/// <param name="MediaPath">Full path of a local media file, for the player. It is no part of the JSON contract.</param>
public sealed record ReportVideo(
    string Id,
    string Title,
    Uri? Url,
    string Extractor,
    double? DurationSeconds,
    LanguageTag? Language,
    IReadOnlyList<Chapter> Chapters,
    [property: JsonIgnore] string? MediaPath = null)
{
    /// <summary>As <see cref="Video.Channel"/>; null in reports of earlier versions.</summary>
    public string? Channel { get; init; }

    /// <summary>As <see cref="Video.Published"/>; null in reports of earlier versions.</summary>
    public DateOnly? Published { get; init; }
}

/// <summary>Who wrote the summaries.</summary>
/// <param name="Provider">A provider's name; <c>extractive</c> where no model wrote any of them.</param>
/// <param name="Model">The provider's name of the model; null where there is none, or where it is unknown.</param>
public sealed record ReportWriter(string Provider, string? Model);

/// <param name="SpeechSeconds">The seconds with speech, as far as the source shows them.</param>
/// <param name="CoveredSeconds">The seconds of that speech that the cues cover.</param>
public sealed record ReportTranscript(
    TranscriptSource Source,
    string? Provider,
    LanguageTag? Language,
    double SpeechSeconds,
    double CoveredSeconds,
    IReadOnlyList<Cue> Cues);

public sealed record ReportSummary(string Summary, SummaryStatus Status)
{
    /// <summary>
    /// What <see cref="Summary"/> begins with: one or two sentences that say what the video is about. Null without a summary,
    /// and in reports of earlier versions.
    /// </summary>
    public string? Brief { get; init; }

    /// <summary>As <see cref="Summaries.Summary.Sentences"/>.</summary>
    public IReadOnlyList<SourcedSentence> Sentences { get; init => field = value ?? []; } = [];

    /// <summary>As <see cref="MeetingMinutes.Decisions"/> of the whole video; null where no minutes are asked for.</summary>
    public IReadOnlyList<SourcedSentence>? Decisions { get; init; }

    /// <summary>As <see cref="MeetingMinutes.Actions"/>; null where no minutes are asked for.</summary>
    public IReadOnlyList<ActionItem>? Actions { get; init; }

    /// <summary>As <see cref="MeetingMinutes.Questions"/>; null also where no minutes are asked for.</summary>
    public IReadOnlyList<OpenQuestion>? Questions { get; init; }
}

public sealed record ReportHour(
    int Index, TimeSpan Start, TimeSpan End, string Summary, SummaryStatus Status, IReadOnlyList<ReportSegment> Segments)
{
    /// <summary>As <see cref="Summaries.Summary.Sentences"/>.</summary>
    public IReadOnlyList<SourcedSentence> Sentences { get; init => field = value ?? []; } = [];
}

/// <param name="Url">Opens the video at <paramref name="Start"/>; null where the site has no such link.</param>
public sealed record ReportSegment(
    int Index, TimeSpan Start, TimeSpan End, string Summary, SummaryStatus Status, Uri? Url, ReportFailure? Failure)
{
    /// <summary>Null where there is nothing to go by, and in reports of earlier versions.</summary>
    public string? Title { get; init; }

    /// <summary>Null without a title.</summary>
    public SegmentTitleSource? TitleFrom { get; init; }

    /// <summary>As <see cref="Summaries.Summary.Sentences"/>.</summary>
    public IReadOnlyList<SourcedSentence> Sentences { get; init => field = value ?? []; } = [];
}

[JsonConverter(typeof(JsonStringEnumConverter<SegmentTitleSource>))]
public enum SegmentTitleSource
{
    [JsonStringEnumMemberName("chapter")] Chapter,

    /// <summary>The model that wrote the summary.</summary>
    [JsonStringEnumMemberName("model")] Model,

    /// <summary>The words that are said here more often than elsewhere.</summary>
    [JsonStringEnumMemberName("words")] Words,
}

public sealed record ReportFailure(FailureCategory Category, string Message);
