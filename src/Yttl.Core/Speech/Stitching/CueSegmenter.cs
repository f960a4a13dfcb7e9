using Yttl.Core.Captions;
using Yttl.Core.Text;
using Yttl.Core.Time;

namespace Yttl.Core.Speech.Stitching;

/// <summary>Segments phrases into cues that are short enough to read.</summary>
internal static class CueSegmenter
{
    /// <summary>Two lines of 42 letters, as in subtitles.</summary>
    public const int MostLetters = 84;

    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(7);

    /// <summary>
    /// Makes one cue per phrase. Splits a phrase that is too long after a sentence, else after a comma, else at the
    /// longest pause. No cue starts before the previous one, or ends after the next one's start.
    /// </summary>
    public static IReadOnlyList<Cue> From(IEnumerable<SpokenPhrase> phrases)
    {
        var cues = new List<Cue>();
        foreach (var part in phrases.SelectMany(Parts))
        {
            var text = CueMarkup.OneLine(string.Concat(part.Select(token => token.Text)));
            if (text.Length == 0)
                continue;
            var start = cues is [.., var last] ? Times.Later(last.Start, part[0].Start) : part[0].Start;
            if (cues.Count > 0 && cues[^1].End > start)
                cues[^1] = cues[^1] with { End = start };
            cues.Add(new Cue(start, Times.Later(start, part[^1].End), text) { Speaker = part[0].Phrase.Speaker });
        }

        return cues;
    }

    private static IEnumerable<List<Token>> Parts(SpokenPhrase phrase)
    {
        List<Token> rest = [.. Tokens.From(phrase)];
        while (TooLong(rest) is var fits && fits < rest.Count)
        {
            var at = BreakIn(rest, fits);
            yield return rest[..at];
            rest = rest[at..];
        }

        if (rest.Count > 0)
            yield return rest;
    }

    /// <summary>Returns how many tokens fit one cue, at least one.</summary>
    private static int TooLong(List<Token> tokens)
    {
        var letters = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            letters += tokens[i].Text.Length;
            if (i > 0 && (letters > MostLetters || tokens[i].End - tokens[0].Start > Longest))
                return i;
        }

        return tokens.Count;
    }

    private static int BreakIn(List<Token> tokens, int fits)
    {
        // The minimum keeps a full stop from leaving a tiny cue.
        var least = Math.Max(1, fits / 3);
        return Enumerable.Range(least, fits - least + 1)
            .MaxBy(at => (Mark(tokens[at - 1].Text), Pause(tokens, at), at));
    }

    private static int Mark(string text) => text.AsSpan().TrimEnd()[^1] switch
    {
        var mark when SentenceEnds.IsStop(mark) => 2,
        ',' or ';' or ':' or '，' or '；' or '、' => 1,
        _ => 0,
    };

    private static double Pause(List<Token> tokens, int at) =>
        Math.Max(0, Math.Round((tokens[at].Start - tokens[at - 1].End).TotalSeconds, 1));
}
