using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// Splits text into sentences. Punctuated text is split at Unicode's sentence ends; text without punctuation, frequent
/// in automatic captions, at pauses between cues. What is longer than a sentence ends at its best pause. Order is kept
/// and no word is lost.
/// </summary>
internal static class SentenceSplitter
{
    // Text with fewer sentence ends than one per this many words counts as unpunctuated.
    private const int WordsPerEnd = 40;

    /// <returns>With the indices of their cues, in order. Sentences of different speakers are apart.</returns>
    public static IReadOnlyList<Sentence> OfCues(IReadOnlyList<Cue> cues, LanguageTag? language) =>
        [.. Speakers.Turns(cues).SelectMany(turn => OfTurn(turn, language))];

    /// <summary>Splits written text, whose sentences have any length and whose line breaks end them.</summary>
    public static IReadOnlyList<string> OfLines(string text, LanguageTag? language) =>
    [
        .. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => new CueRun([new SpokenCue(0, new Cue(TimeSpan.Zero, TimeSpan.Zero, line), line)]))
            .SelectMany(line => Punctuated(line, language).Select(range => line.Text[range].Trim()))
            .Where(text => SpokenText.HasLetters(text)),
    ];

    private static IEnumerable<Sentence> OfTurn(CueRun turn, LanguageTag? language) =>
        InTurn(turn, language, turn.Text.AsSpan().CountAny(SentenceEnds.SpokenStops) * WordsPerEnd >= Words.Count(turn.Text));

    private static IEnumerable<Sentence> InTurn(CueRun turn, LanguageTag? language, bool isPunctuated)
    {
        foreach (var range in isPunctuated ? Punctuated(turn, language) : [Range.All])
        {
            var goesOn = false;
            foreach (var part in PauseCutter.Cut(turn, range, isPunctuated, language))
            {
                if (SpokenText.HasLetters(turn.Text.AsSpan()[part]))
                    yield return turn.Sentence(part, goesOn);
                goesOn = isPunctuated;
            }
        }
    }

    private static IEnumerable<Range> Punctuated(CueRun turn, LanguageTag? language)
    {
        var text = turn.Text;
        var start = 0;
        for (var i = 0; NextStop(text, i) is var stop && stop >= 0; i++)
        {
            i = stop;
            if (!EndsHere(turn, start, ref i, language))
                continue;
            yield return start..(i + 1);
            start = i + 1;
        }

        yield return start..;
    }

    private static int NextStop(string text, int start) =>
        text.AsSpan(start).IndexOfAny(SentenceEnds.SpokenStops) is >= 0 and var at ? start + at : -1;

    // Moves i to the last closing mark of the sentence.
    private static bool EndsHere(CueRun turn, int start, ref int i, LanguageTag? language)
    {
        var text = turn.Text;
        var stop = i;
        while (i + 1 < text.Length && (SentenceEnds.IsSpokenStop(text[i + 1]) || IsCloser(text[i + 1])))
            i++;
        if (i + 1 == text.Length || UnspacedScripts.IsWide(text[stop]))
            return true;
        if (!char.IsWhiteSpace(text[i + 1]))
            return false;
        var next = text.AsSpan(i + 1).TrimStart();
        // "e.g. this", "Why?" she asked. A recogniser that begins each cue in lower case ends sentences with them.
        if ((text[stop] is '.' or '…' || IsCloser(text[i])) && next.Length > 0 && char.IsLower(next[0])
            && !(text[i] == '.' && stop == i && turn.StartsCue(i + 2)))
            return false;
        var wordStart = text.LastIndexOf(' ', stop, stop - start + 1) + 1;
        var word = text[Math.Max(start, wordStart)..stop].TrimStart('(', '"', '„', '“', '«');
        return text[stop] != '.' || !Abbreviations.Includes(word, language);
    }

    private static bool IsCloser(char letter) => SentenceEnds.IsCloser(letter) || letter is '›';
}
