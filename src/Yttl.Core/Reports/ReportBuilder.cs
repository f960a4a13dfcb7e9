using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Providers;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Extractive;
using Yttl.Core.Summaries.Meetings;
using Yttl.Core.Text;
using Yttl.Core.Time;

namespace Yttl.Core.Reports;

/// <param name="Summary">Without text where there is none.</param>
/// <param name="Failure">The reason where there is one.</param>
internal sealed record SummarizedPart(SummaryStatus Status, Summary Summary, Failure? Failure);

/// <summary>All data of a report, loaded.</summary>
/// <param name="Segments">One per segment of <paramref name="Hours"/>, by its index.</param>
internal sealed record ReportParts(
    Video Video,
    Transcript Transcript,
    IReadOnlyList<HourRef> Hours,
    IReadOnlyList<SummarizedPart> Segments,
    IReadOnlyList<SummarizedPart> HourSummaries,
    SummarizedPart Overall,
    IReadOnlyList<RemovedRange> Removed,
    IReadOnlyList<string> Notes)
{
    /// <summary>Who wrote the summaries; null where it is unknown.</summary>
    public ReportWriter? WrittenBy { get; init; }

    /// <summary>The language of the summaries; null where it is the transcript's.</summary>
    public LanguageTag? SummaryLanguage { get; init; }
}

/// <summary>Makes a report and decides how the run ended.</summary>
internal static class ReportBuilder
{
    private const int SentencesOfBrief = 2;

    public static Report Build(ReportParts parts)
    {
        var titles = SegmentTitles.Of(
            [.. parts.Hours.SelectMany(hour => hour.Segments)], [.. parts.Segments.Select(part => part.Summary.Title)], parts.Transcript);
        parts = WithDoubts(parts);
        var hours = parts.Hours.Select((hour, i) => Hour(parts, hour, parts.HourSummaries[i], titles)).ToList();
        var gaps = ReportGap.Find(parts);
        var written = parts.SummaryLanguage ?? parts.Transcript.Language;
        var minutes = MinutesOfWhole.From([.. parts.Segments.Select(part => part.Summary)], written);
        return new Report
        {
            Status = Status(parts, gaps),
            WrittenBy = parts.WrittenBy,
            Video = Describe(parts.Video, parts.Transcript.Cues),
            Transcript = Describe(parts.Transcript),
            Overall = new ReportSummary(parts.Overall.Summary.Text, parts.Overall.Status)
            {
                Brief = Brief(parts.Overall.Summary.Text, written),
                Sentences = parts.Overall.Summary.Sentences,
                Decisions = minutes?.Decisions,
                Actions = minutes?.Actions,
                Questions = minutes?.Questions,
            },
            Hours = hours,
            Removed = parts.Removed,
            Gaps = gaps,
            Notes = [.. parts.Notes.Select(Redaction.In)],
        };
    }

    /// <summary>Marks what models wrote: the speaker's own sentences hold what was said.</summary>
    private static ReportParts WithDoubts(ReportParts parts)
    {
        if (parts.WrittenBy?.Provider is ProviderTable.Extractive)
            return parts;
        IReadOnlyList<SegmentRef> segments = [.. parts.Hours.SelectMany(hour => hour.Segments)];
        var doubts = new DoubtFinder(parts.Video, parts.Transcript, segments, parts.SummaryLanguage);
        return parts with
        {
            Segments = [.. parts.Segments.Select((part, i) => Mark(part, i, i))],
            HourSummaries = [.. parts.HourSummaries.Select(
                (part, i) => Mark(part, parts.Hours[i].Segments[0].Index, parts.Hours[i].Segments[^1].Index))],
            Overall = Mark(parts.Overall, 0, segments.Count - 1),
        };

        SummarizedPart Mark(SummarizedPart part, int first, int last) => part with
        {
            Summary = part.Summary with
            {
                Sentences = doubts.Mark(part.Summary.Sentences, first, last),
                Minutes = part.Summary.Minutes is { } minutes ? minutes with
                {
                    Decisions = doubts.Mark(minutes.Decisions, first, last),
                    Actions = [.. doubts.Mark(minutes.Actions, first, last).Cast<ActionItem>()],
                    Questions = minutes.Questions is { } questions
                        ? [.. doubts.Mark(questions, first, last).Cast<OpenQuestion>()]
                        : null,
                } : null,
            },
        };
    }

    /// <summary>Prompts ask for one or two sentences before anything else. A model may write more, or no list after them.</summary>
    private static string? Brief(string summary, LanguageTag? language) =>
        SentenceSplitter.OfLines(Prose.Lines(summary).FirstOrDefault() ?? "", language).Take(SentencesOfBrief)
            .Aggregate("", PlainText.Join) is { Length: > 0 } brief ? brief : null;

    /// <param name="cues">Their end is the duration of a caption file.</param>
    public static ReportVideo Describe(Video video, IReadOnlyList<Cue> cues) => new(
        video.Id,
        Redaction.In(video.Title),
        VideoLinks.Page(video.Url),
        video.Extractor,
        video.Duration is { Ticks: > 0 } duration ? Seconds(duration)
            : video.IsCaptionFile && VideoSpan.Of(cues, SegmentedVideo.From(video)) is { } span ? Seconds(span.Range.End)
            : null,
        video.Language,
        ChapterList.Within(SegmentedVideo.From(video)),
        video.MediaPath)
    {
        Channel = video.Channel,
        Published = video.Published,
    };

    /// <summary>
    /// Captions do not show the speech that they omit. So speech is the time of the cues, with overlaps counted once.
    /// </summary>
    public static ReportTranscript Describe(Transcript transcript)
    {
        var captioned = TimeRanges.TotalLength(transcript.Cues.Select(cue => new TimeRange(cue.Start, cue.End)));
        return new ReportTranscript(
            transcript.Source,
            transcript.Provider,
            transcript.Language,
            Seconds(transcript.Coverage?.Speech ?? captioned),
            Seconds(transcript.Coverage?.Covered ?? captioned),
            transcript.Cues);
    }

    /// <summary>
    /// <c>failed</c> where there is speech and none of it was summarised; <c>partial</c> where a part is missing or
    /// comes from a fallback; else <c>complete</c>.
    /// </summary>
    private static RunStatus Status(ReportParts parts, List<ReportGap> gaps)
    {
        var isWhole = gaps.Count == 0
            && parts.Segments.Concat(parts.HourSummaries).Append(parts.Overall).All(part => part.Status is not SummaryStatus.Fallback);
        if (isWhole)
            return RunStatus.Complete;
        var nothing = parts.Segments.Any(segment => segment.Status is SummaryStatus.Failed)
            && parts.Segments.All(segment => segment.Status is SummaryStatus.Failed or SummaryStatus.Empty);
        return nothing ? RunStatus.Failed : RunStatus.Partial;
    }

    private static ReportHour Hour(
        ReportParts parts, HourRef hour, SummarizedPart summary, IReadOnlyList<SegmentTitle?> titles) => new(
        hour.Index, hour.Start, hour.End, summary.Summary.Text, summary.Status,
        [.. hour.Segments.Select(
            segment => Segment(parts.Video, segment, parts.Segments[segment.Index], titles[segment.Index]))])
    {
        Sentences = summary.Summary.Sentences,
    };

    private static ReportSegment Segment(Video video, SegmentRef segment, SummarizedPart summary, SegmentTitle? title) => new(
        segment.Index, segment.Start, segment.End, summary.Summary.Text, summary.Status,
        VideoLinks.At(video.Url, video.Extractor, segment.Start),
        summary.Failure is { } failure ? new ReportFailure(failure.Category, failure.Message) : null)
    {
        Title = title?.Text,
        TitleFrom = title?.From,
        Sentences = summary.Summary.Sentences,
    };

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
