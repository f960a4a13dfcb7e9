using System.Globalization;
using Yttl.Core.Failures;

namespace Yttl.Core.Captions;

/// <summary>
/// Finds the lines that a recogniser wrote again and again, over music, noise or silence. What was said there is unknown: it
/// is a gap, whose cues stay in the transcript and in no summary.
/// </summary>
internal static class LoopedCues
{
    public const string Code = "transcript.loop";

    /// <summary>
    /// A refrain comes two to eight times in a row; a decoder in a loop leaves it only where the sound changes.
    /// </summary>
    private const int FewestTimes = 10;

    /// <summary>The most cues that repeat together.</summary>
    private const int LongestUnit = 4;

    /// <summary>The most other cues in a row that do not end a loop: on noise a recogniser writes something else at times.</summary>
    private const int MostBetween = 2;

    private const double LeastShare = 0.8;

    private const int LongestQuote = 60;

    /// <summary>
    /// A chant is shorter. What lasts longer is a segment by itself, as is a silence
    /// (<see cref="Sentences.SentenceFinder.Silence"/>).
    /// </summary>
    private static readonly TimeSpan LongestChant = TimeSpan.FromMinutes(2);

    /// <summary>A window of Whisper, after which it goes on as before.</summary>
    private static readonly TimeSpan LongestBetween = TimeSpan.FromSeconds(30);

    /// <param name="cues">Ordered by start.</param>
    /// <returns>In order, without overlaps. Takes linear time.</returns>
    public static IReadOnlyList<TranscriptGap> Find(IReadOnlyList<Cue> cues)
    {
        var texts = RepeatedText.In(cues);
        var loops = new List<Loop>();
        foreach (var loop in OfOneLine(cues, texts).Concat(OfSeveral(cues, texts)).OrderBy(loop => loop.First))
            if (loops is [.., var before] && loop.First <= before.Last)
                loops[^1] = before with { Last = Math.Max(before.Last, loop.Last) };
            else
                loops.Add(loop);
        return [.. loops.Select(loop => loop.ToGap(cues))];
    }

    private static IEnumerable<Loop> OfOneLine(IReadOnlyList<Cue> cues, IReadOnlyList<RepeatedText> texts)
    {
        var lines = new Dictionary<ulong, List<int>>();
        // Of a line with so great a share two cues stand side by side, or one says it often.
        for (var i = 0; i < texts.Count; i++)
            if (texts[i].Times >= FewestTimes || (i > 0 && texts[i].Unit != 0 && texts[i].Unit == texts[i - 1].Unit))
                lines.TryAdd(texts[i].Unit, []);
        for (var i = 0; i < texts.Count && lines.Count > 0; i++)
            if (lines.TryGetValue(texts[i].Unit, out var places))
                places.Add(i);
        return lines.Values.SelectMany(places => OfOneLine(cues, texts, places));
    }

    private static IEnumerable<Loop> OfOneLine(IReadOnlyList<Cue> cues, IReadOnlyList<RepeatedText> texts, List<int> places)
    {
        for (int from = 0, to; from < places.Count; from = to)
        {
            var times = texts[places[from]].Times;
            for (to = from + 1; to < places.Count && GoesOn(cues, places[to - 1], places[to]); to++)
                times += texts[places[to]].Times;
            var (first, last) = (places[from], places[to - 1]);
            if (IsLoop(cues, first, last, times) && to - from >= LeastShare * (last - first + 1))
                yield return new Loop(first, last, Unit: 1, times);
        }
    }

    private static bool GoesOn(IReadOnlyList<Cue> cues, int last, int next) =>
        next - last <= MostBetween + 1 && cues[next].Start - cues[last].End <= LongestBetween;

    private static IEnumerable<Loop> OfSeveral(IReadOnlyList<Cue> cues, IReadOnlyList<RepeatedText> texts)
    {
        for (var unit = 2; unit <= LongestUnit; unit++)
        {
            var same = 0;
            for (var i = texts.Count - unit - 1; i >= -1; i--)
            {
                if (i >= 0 && texts[i].Unit != 0 && texts[i].Unit == texts[i + unit].Unit)
                {
                    same++;
                    continue;
                }

                var times = 1 + (same / unit);
                if (same > 0 && IsLoop(cues, i + 1, i + (unit * times), times))
                    yield return new Loop(i + 1, i + (unit * times), unit, times);
                same = 0;
            }
        }
    }

    private static bool IsLoop(IReadOnlyList<Cue> cues, int first, int last, int times) =>
        times >= FewestTimes && cues[last].End - cues[first].Start > LongestChant;

    /// <param name="First">The index of its first cue.</param>
    /// <param name="Last">The index of its last cue.</param>
    /// <param name="Unit">How many cues repeat together.</param>
    private sealed record Loop(int First, int Last, int Unit, int Times)
    {
        public TranscriptGap ToGap(IReadOnlyList<Cue> cues)
        {
            var end = cues.Skip(First).Take(Last - First + 1).Max(cue => cue.End);
            var text = CueMarkup.OneLine(string.Join(" / ", cues.Skip(First).Take(Unit).Select(cue => cue.Text)));
            var quote = text.Length <= LongestQuote ? text : $"{text.AsSpan(0, LongestQuote).TrimEnd()}…";
            return new TranscriptGap(cues[First].Start, end, "transcription", new Failure(
                FailureCategory.Processing,
                Code,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"{quote}\" comes {Times} times in a row, as recognisers write over music and silence: ")
                + "play it there, or have the speech recognised again"));
        }
    }
}
