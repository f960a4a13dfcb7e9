using System.Globalization;
using System.IO.Compression;
using System.Text;
using Yttl.Core.Speech.Stitching;

namespace Yttl.Core.Speech.Steps;

/// <summary>
/// Detects a recogniser's repetition loop, which Whisper's decoder enters on music, noise and silence: the same few
/// words repeated, a text that compresses too well, or one line for everything.
/// </summary>
internal static class RepetitionDetector
{
    /// <summary>
    /// Whisper's threshold, for its windows of 30 seconds:
    /// https://github.com/openai/whisper/blob/main/whisper/transcribe.py. It does not apply to longer texts: good prose
    /// of many minutes compresses as well.
    /// </summary>
    private const double MostCompression = 2.4;

    private const double LeastDistinct = 0.4;
    private const int ShortestToCount = 20;

    private const int LongestUnit = 30;
    private const int SameLines = 3;

    // The letters that people say in 30 seconds. The ratio grows with the length: a text of 700 letters about
    // read-aloud alphabets reaches the threshold, its parts of 450 do not.
    private const int WindowLetters = 450;

    private static readonly TimeSpan WindowLength = TimeSpan.FromSeconds(30);

    // In a shorter text zlib's header and trailer outweigh its savings.
    private const int ShortestWindow = 40;

    /// <summary>The repetition in a transcript: its share and its kind.</summary>
    /// <param name="Share">The share of the words, from 0 to 1.</param>
    /// <param name="What">The kind, as a clause for people.</param>
    public sealed record Loop(double Share, string What);

    /// <returns>Null where no loop is found.</returns>
    public static Loop? Find(IReadOnlyList<SpeechSegment> segments)
    {
        var tokens = segments.SelectMany(segment => Words(segment.Phrase.Text)).ToList();
        if (tokens.Count == 0)
            return null;
        var lines = segments.Select(segment => Line(segment.Phrase.Text)).Distinct().Count();
        if (segments.Count >= SameLines && lines == 1)
            return new Loop(1 - 1.0 / segments.Count, "one line is repeated over all of it");
        var repeated = Repeated(tokens);
        if (repeated > 0)
            return new Loop((double)repeated / tokens.Count, "a few words are repeated again and again");
        var dense = Windows(segments)
            .Where(window => Compression(window) > MostCompression && !SaysNewThings(window)).Sum(window => window.Length);
        var reported = string.Join(' ', segments.Where(segment => segment.CompressionRatio > MostCompression)
            .Select(segment => segment.Phrase.Text));
        return Math.Max(dense, SaysNewThings(reported) ? 0 : reported.Length) is > 0 and var letters
            ? new Loop(
                Math.Min(1, (double)letters / segments.Sum(segment => segment.Phrase.Text.Length)),
                "its text repeats itself")
            : null;
    }

    /// <summary>
    /// Returns whether each line of a dense text says something else, as the announcements of a train, a times table or
    /// a roll call do: by the share of distinct sequences of three words ("distinct-3",
    /// https://arxiv.org/abs/1510.03055). A loop of ten words has 0.1 of them after a minute, such a text 0.5.
    /// </summary>
    private static bool SaysNewThings(string text)
    {
        var words = Words(text).ToList();
        return words.Count >= ShortestToCount
            && words.Zip(words.Skip(1), words.Skip(2)).Distinct().Count() >= LeastDistinct * (words.Count - 2);
    }

    private static IEnumerable<string> Words(string text) =>
        text.Length == 0 ? [] : Tokens.From(new SpokenPhrase(TimeSpan.Zero, TimeSpan.Zero, text, []))
            .Select(token => token.Plain).Where(plain => plain.Length > 0);

    /// <summary>Returns how many words belong to runs of the same few words, beyond the first occurrence.</summary>
    private static int Repeated(List<string> tokens)
    {
        var repeated = 0;
        for (var at = 0; at < tokens.Count;)
        {
            var (unit, times) = Enumerable.Range(1, Math.Min(LongestUnit, (tokens.Count - at) / 2))
                .Select(unit => (Unit: unit, Times: TimesAt(tokens, at, unit)))
                .FirstOrDefault(run => run.Times >= MostTimes(run.Unit));
            repeated += unit * Math.Max(0, times - 1);
            at += Math.Max(1, unit * times);
        }

        return repeated;
    }

    // People say "no, no, no, no" and sing a line three times, but do not say a sentence five times in a row.
    private static int MostTimes(int unit) => unit switch
    {
        1 => 10,
        2 or 3 => 7,
        _ => 5,
    };

    private static int TimesAt(List<string> tokens, int at, int unit)
    {
        var same = 0;
        while (at + unit + same < tokens.Count && tokens[at + same] == tokens[at + unit + same])
            same++;
        return 1 + same / unit;
    }

    /// <summary>Divides the text into pieces of at most 30 seconds, as Whisper decodes it.</summary>
    private static IEnumerable<string> Windows(IReadOnlyList<SpeechSegment> segments)
    {
        var window = new StringBuilder();
        var start = TimeSpan.Zero;
        foreach (var phrase in segments.Select(segment => segment.Phrase))
        {
            if (window.Length > 0
                && (phrase.End - start > WindowLength || window.Length + phrase.Text.Length > WindowLetters))
            {
                yield return window.ToString();
                window.Clear();
            }

            start = window.Length == 0 ? phrase.Start : start;
            foreach (var piece in phrase.Text.Chunk(WindowLetters))
            {
                if (window.Length + piece.Length > WindowLetters)
                {
                    yield return window.ToString();
                    window.Clear();
                }

                window.Append(' ').Append(piece);
            }
        }

        yield return window.ToString();
    }

    private static double Compression(string text)
    {
        if (text.Length < ShortestWindow)
            return 0;
        var bytes = Encoding.UTF8.GetBytes(text.Trim());
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(bytes);
        return (double)bytes.Length / packed.Length;
    }

    private static string Line(string text) => text.Trim().TrimEnd('.', '!', '?').ToLower(CultureInfo.InvariantCulture);
}
