using System.Globalization;
using Yttl.Core.Captions;
using Yttl.Core.Summaries;
using Yttl.Core.Text;
using Yttl.Core.Time;

namespace Yttl.Core.Reports;

/// <summary>Compares two reports of one source: a parallel run has to give the same as a sequential one.</summary>
/// <remarks>
/// Captions have to be the same cue by cue. A sequential run cuts audio elsewhere, so recognised speech may come in other
/// cues: its words have to be the same, at the same times.
/// </remarks>
public sealed class ReportComparison
{
    /// <summary>How far apart the cues of the same word may lie. A recogniser's times vary by less.</summary>
    private static readonly TimeSpan WordSlack = TimeSpan.FromSeconds(1);

    /// <summary>How far apart borders between cues may lie that the same pause gave. A cue rarely lasts longer.</summary>
    private static readonly TimeSpan BorderSlack = TimeSpan.FromSeconds(10);

    private readonly Report _one;
    private readonly Report _other;
    private readonly bool _isSpeech;
    private readonly bool _withText;

    private ReportComparison(Report one, Report other, bool withText)
    {
        (_one, _other) = (one, other);
        _isSpeech = one.Transcript.Source is TranscriptSource.Whisper && other.Transcript.Source is TranscriptSource.Whisper;
        // The sentences of other cues are others, and so are the summaries that are made of them.
        _withText = withText && (!_isSpeech || one.Transcript.Cues.SequenceEqual(other.Transcript.Cues));
    }

    /// <summary>
    /// Returns what differs: the transcript and its coverage, hours, segments, their order, times, links and states,
    /// what was removed, and the gaps. Measured times and notes are not compared.
    /// </summary>
    /// <param name="withText">
    /// Compares the texts of the summaries too, where their cues are the same. Use it only with a model whose output is
    /// always the same.
    /// </param>
    /// <returns>One line each; empty where the reports are the same.</returns>
    public static IReadOnlyList<string> Differences(Report one, Report other, bool withText) =>
        [.. new ReportComparison(one, other, withText).Differences()];

    private IEnumerable<string> Differences() =>
    [
        .. Difference("the state", _one.Status, _other.Status),
        .. Difference("the source of the transcript", _one.Transcript.Source, _other.Transcript.Source),
        .. Difference("the transcript's language", _one.Transcript.Language, _other.Transcript.Language),
        .. Seconds("the seconds of speech", _one.Transcript.SpeechSeconds, _other.Transcript.SpeechSeconds),
        .. Seconds("the seconds covered", _one.Transcript.CoveredSeconds, _other.Transcript.CoveredSeconds),
        .. _isSpeech
            ? Words(TranscriptWords.From(_one.Transcript.Cues), TranscriptWords.From(_other.Transcript.Cues))
            : Lists("cue", _one.Transcript.Cues, _other.Transcript.Cues, (one, other) => one == other),
        .. Lists("hour", _one.Hours, _other.Hours, (one, other) =>
            Near(one.Start, other.Start) && Near(one.End, other.End) && Same(one.Status, one.Summary, other.Status, other.Summary)),
        .. Lists("segment", Segments(_one), Segments(_other), Same),
        .. Difference("the overall state", _one.Overall.Status, _other.Overall.Status),
        .. _withText ? Difference("the overall summary", _one.Overall.Summary, _other.Overall.Summary) : [],
        .. _withText ? Lists("minutes item", Minutes(_one), Minutes(_other), (one, other) => one == other) : [],
        .. Lists("removed range", _one.Removed, _other.Removed, (one, other) => one == other),
        .. Lists("gap", _one.Gaps, _other.Gaps, (one, other) =>
            Near(one.Start, other.Start) && Near(one.End, other.End) && (one.Stage, one.Category) == (other.Stage, other.Category)
            && (_isSpeech || one.Message == other.Message)),
    ];

    private static List<string> Minutes(Report report) => [.. MinutesList.From(report.Overall)
        .SelectMany(list => list.Entries ?? []).Select(entry => $"{entry.Sentence.Text} {entry.Detail}")];

    private static List<ReportSegment> Segments(Report report) => [.. report.Hours.SelectMany(hour => hour.Segments)];

    private bool Same(ReportSegment one, ReportSegment other) =>
        Near(one.Start, other.Start) && Near(one.End, other.End)
        && Same(one.Status, one.Summary, other.Status, other.Summary)
        && (one.Start == other.Start ? one.Url == other.Url : (one.Url is null) == (other.Url is null))
        && (_isSpeech ? one.Failure?.Category == other.Failure?.Category : one.Failure == other.Failure);

    private bool Same(SummaryStatus one, string oneText, SummaryStatus other, string otherText) =>
        one == other && (!_withText || oneText == otherText);

    private bool Near(TimeSpan one, TimeSpan other) => _isSpeech ? (one - other).Duration() <= BorderSlack : one == other;

    private static IEnumerable<string> Words(IReadOnlyList<TranscriptWord> one, IReadOnlyList<TranscriptWord> other)
    {
        var same = one.Zip(other).TakeWhile(pair => pair.First.Text == pair.Second.Text).Count();
        if (same < Math.Max(one.Count, other.Count))
            return [$"the words are not the same: {At(one, same)} in one, {At(other, same)} in the other"];
        var moved = one.Zip(other).Where(pair => !Touch(pair.First, pair.Second)).ToList();
        return moved is []
            ? []
            : [$"{Quantity.Count(moved.Count, "word has another time", "words have other times")}: "
                + $"{At([moved[0].First], 0)} in one, {At([moved[0].Second], 0)} in the other"];
    }

    private static bool Touch(TranscriptWord one, TranscriptWord other) =>
        one.Start <= other.End + WordSlack && other.Start <= one.End + WordSlack;

    private static string At(IReadOnlyList<TranscriptWord> words, int index) => index < words.Count
        ? $"'{words[index].Text}' at {Timestamp.Text(words[index].Start)}"
        : "nothing more";

    private IEnumerable<string> Seconds(string what, double one, double other) =>
        _isSpeech && Math.Abs(one - other) <= WordSlack.TotalSeconds ? [] : Difference(what, one, other);

    private static IEnumerable<string> Difference<T>(string what, T one, T other)
    {
        if (!EqualityComparer<T>.Default.Equals(one, other))
            yield return string.Create(CultureInfo.InvariantCulture, $"{what} is {one} in one and {other} in the other");
    }

    private static IEnumerable<string> Lists<T>(
        string what, IReadOnlyList<T> one, IReadOnlyList<T> other, Func<T, T, bool> same)
    {
        if (one.Count != other.Count)
            return [string.Create(CultureInfo.InvariantCulture, $"there are {one.Count} {what}s in one and {other.Count} in the other")];
        return one.Zip(other).Index()
            .Where(pair => !same(pair.Item.First, pair.Item.Second))
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{what} {pair.Index + 1} is not the same"));
    }
}
