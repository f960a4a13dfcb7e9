using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Time;

namespace Yttl.Core.Reports.Html;

/// <summary>What every part of the page uses: the report, the writer, and the ways to show a time.</summary>
internal sealed class ReportPage(Report report, PlayableMedia? media, HtmlWriter html)
{
    private HashSet<string>? _lineIds;
    private int _ids;

    public Report Report { get; } = report;

    public PlayableMedia? Media { get; } = media;

    public HtmlWriter Html { get; } = html;

    public SpokenWords Spoken { get; } = new(report.Transcript.Cues);

    public LanguageTag? SummaryLanguage { get; } = report.SummaryLanguage ?? report.Transcript.Language ?? report.Video.Language;

    public static string SegmentId(int index) => FormattableString.Invariant($"segment-{index}");

    public static string HourId(int index) => FormattableString.Invariant($"hour-{index}");

    /// <summary>
    /// Writes a time as a link to its second: in the player or on the video's page. Where neither exists, it writes no
    /// link.
    /// </summary>
    public void Time(TimeSpan at, string text)
    {
        if (TimeTarget(at) is { } target)
            Html.Element("a").Class("at").Href(target).Text(text);
        else
            Html.Element("span").Class("at").Text(text);
    }

    public void Range(TimeSpan start, TimeSpan end) => Time(start, new TimeRange(start, end).ToString());

    /// <summary>
    /// Where the place that a sentence rests on is heard; where it cannot be, its line in the transcript of this page. Null
    /// without either.
    /// </summary>
    public LinkTarget? SourceTarget(TimeSpan at) =>
        TimeTarget(at) ?? (Spoken.CueAt(at) is { } cue ? LinkTarget.Here(cue.Start) : null);

    /// <summary>Returns the id of a line of the transcript that sentences lead to, once; null for all other lines.</summary>
    public string? TakeLineId(TimeSpan start)
    {
        _lineIds ??= TimeTarget(TimeSpan.Zero) is null ? [.. SourceLines().Select(cue => LinkTarget.Second(cue.Start))] : [];
        return LinkTarget.Second(start) is var id && _lineIds.Remove(id) ? id : null;
    }

    /// <summary>Returns an id that no other element has.</summary>
    public string NextId() => FormattableString.Invariant($"said-{++_ids}");

    private IEnumerable<Cue> SourceLines() => Report.Sentences()
        .SelectMany(sentence => new ProseSpan(sentence.Text, sentence).Places())
        .Select(place => Spoken.CueAt(place.Start))
        .OfType<Cue>();

    private LinkTarget? TimeTarget(TimeSpan at) => Media is not null
        ? LinkTarget.File(Media.RelativePath, at)
        : LinkTarget.Web(VideoLinks.At(Report.Video.Url, Report.Video.Extractor, at));
}
