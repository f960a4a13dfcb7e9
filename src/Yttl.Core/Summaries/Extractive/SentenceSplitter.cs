using System.Text;
using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// Splits text into sentences. Punctuated text is split at Unicode's sentence ends; text without punctuation, frequent
/// in automatic captions, at pauses between cues and by length. Order is kept and no word is lost.
/// </summary>
internal static class SentenceSplitter
{
    private const int LongestInWords = 45;
    private const int PhraseInWords = 18;
    private const int ShortestPhraseInWords = 6;

    // Text with fewer sentence ends than one per this many words counts as unpunctuated.
    private const int WordsPerEnd = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.7);

    public static IReadOnlyList<string> OfCues(IReadOnlyList<Cue> cues, LanguageTag? language)
    {
        var spoken = cues.Select(cue => cue with { Text = SpokenText.WithoutMarks(cue.Text) })
            .Where(cue => SpokenText.HasLetters(cue.Text)).ToList();
        return [.. Speakers.Turns(spoken).SelectMany(turn => OfTurn(turn, language))];
    }

    private static IEnumerable<string> OfTurn(List<Cue> turn, LanguageTag? language)
    {
        var text = turn.Aggregate(new StringBuilder(), (all, cue) => Append(all, cue.Text)).ToString();
        return IsPunctuated(text) ? OfText(text, language) : Phrases(turn).SelectMany(Shortened);
    }

    /// <summary>Splits text whose line breaks end sentences, as in a summary.</summary>
    public static IReadOnlyList<string> OfLines(string text, LanguageTag? language) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').SelectMany(line => OfText(line.Trim(), language))];

    private static List<string> OfText(string text, LanguageTag? language)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!SentenceEnds.IsSpokenStop(text[i]) || !EndsHere(text, start, ref i, language))
                continue;
            Add(text[start..(i + 1)]);
            start = i + 1;
        }

        Add(text[start..]);
        return sentences;

        void Add(string sentence)
        {
            if (SpokenText.HasLetters(sentence))
                sentences.AddRange(Shortened(sentence.Trim()));
        }
    }

    // Moves i to the last closing mark of the sentence.
    private static bool EndsHere(string text, int start, ref int i, LanguageTag? language)
    {
        var stop = i;
        while (i + 1 < text.Length && (SentenceEnds.IsSpokenStop(text[i + 1]) || IsCloser(text[i + 1])))
            i++;
        if (i + 1 == text.Length || UnspacedScripts.IsWide(text[stop]))
            return true;
        if (!char.IsWhiteSpace(text[i + 1]))
            return false;
        var next = text.AsSpan(i + 1).TrimStart();
        // "e.g. this", "Why?" she asked.
        if ((text[stop] is '.' or '…' || IsCloser(text[i])) && next.Length > 0 && char.IsLower(next[0]))
            return false;
        var wordStart = text.LastIndexOf(' ', stop, stop - start + 1) + 1;
        var word = text[Math.Max(start, wordStart)..stop].TrimStart('(', '"', '„', '“', '«');
        return text[stop] != '.' || !Abbreviations.Includes(word, language);
    }

    private static IEnumerable<string> Phrases(List<Cue> cues)
    {
        var phrase = new StringBuilder();
        var words = 0;
        for (var i = 0; i < cues.Count; i++)
        {
            Append(phrase, cues[i].Text);
            words += Words.Count(cues[i].Text);
            var pause = i + 1 < cues.Count ? cues[i + 1].Start - cues[i].End : TimeSpan.MaxValue;
            if (words < PhraseInWords && (words < ShortestPhraseInWords || pause < Pause) && i + 1 < cues.Count)
                continue;
            yield return phrase.ToString();
            phrase.Clear();
            words = 0;
        }
    }

    // Cuts a run without an end after a comma, where there is one in the second half.
    private static IEnumerable<string> Shortened(string sentence)
    {
        var start = 0;
        while (Words.EndOf(sentence, start, LongestInWords) is var end && end < sentence.Length)
        {
            var comma = sentence.LastIndexOfAny([',', ';', ':', '，', '、', '،'], end - 1, (end - start) / 2);
            var cut = comma > 0 ? comma + 1 : Words.EndOf(sentence, start, LongestInWords / 2);
            yield return sentence[start..cut].Trim();
            start = cut;
        }

        if (sentence[start..].Trim() is { Length: > 0 } rest)
            yield return rest;
    }

    private static bool IsPunctuated(string text) =>
        text.Count(SentenceEnds.IsSpokenStop) * WordsPerEnd >= Words.Count(text);

    private static bool IsCloser(char letter) => SentenceEnds.IsCloser(letter) || letter is '›';

    // Scripts without spaces between words have none between cues either.
    private static StringBuilder Append(StringBuilder all, string text)
    {
        if (all.Length > 0 && text.Length > 0 && !(UnspacedScripts.IsWide(all[^1]) && UnspacedScripts.IsWide(text[0])))
            all.Append(' ');
        return all.Append(text);
    }
}
