using System.Collections.Frozen;
using Yttl.Core.Languages;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// Finds the clauses of a sentence that stand alone: speech runs main clauses on with ", and we", ", but the" and begins
/// anew after an ellipsis. A clause that leans on another, such as ", because it", belongs to it.
/// </summary>
internal static class Clauses
{
    private const int FewestWords = 6;

    /// <summary>A sentence of more clauses is chosen whole or not: it is a list.</summary>
    private const int Most = 8;

    /// <summary>
    /// Returns the sentence and each run of its clauses, as sentences. A question is not divided: the first half of one asks
    /// nothing and states nothing.
    /// </summary>
    /// <param name="sentence">As <see cref="SpokenText.Clean"/> returns it.</param>
    /// <param name="language">Null, and languages without <see cref="SpeechHabits.Joints"/>: the sentence alone.</param>
    public static IEnumerable<string> Runs(string sentence, LanguageTag? language)
    {
        yield return sentence;
        if (SpeechHabits.Find(language) is not { Joints.Count: > 0 } habits || SpokenText.IsQuestion(sentence))
            yield break;
        List<int> starts = [0, .. Starts(sentence, habits), sentence.Length];
        if (starts.Count - 1 > Most)
            yield break;
        for (var from = 0; from < starts.Count - 1; from++)
            for (var to = from + 1; to < starts.Count; to++)
                if ((from > 0 || to < starts.Count - 1)
                    && AsSentence(sentence[starts[from]..starts[to]], isEnd: to == starts.Count - 1, language) is var clause
                    && Words.Count(clause) >= FewestWords)
                    yield return clause;
    }

    private static IEnumerable<int> Starts(string sentence, SpeechHabits habits)
    {
        for (var i = 1; i + 1 < sentence.Length; i++)
            if (sentence[i] == ' ' && (sentence[i - 1] is '…' || IsBreak(sentence[i - 1]) && IsJoint(sentence, i + 1, habits)))
                yield return i + 1;
    }

    private static bool IsBreak(char letter) => letter is ',' or ';' or '-' or '–' or '—';

    /// <summary>Whether a joint stands here, and after it the subject of a clause.</summary>
    private static bool IsJoint(string sentence, int start, SpeechHabits habits)
    {
        var end = EndOfWord(sentence, start);
        var next = end < sentence.Length && sentence[end] == ',' ? end + 2 : end + 1;
        return next < sentence.Length && Contains(habits.Joints, sentence.AsSpan(start, end - start))
            && Contains(habits.ClauseSubjects, sentence.AsSpan(next, EndOfWord(sentence, next) - next));
    }

    private static bool Contains(FrozenSet<string> words, ReadOnlySpan<char> word) =>
        words.Contains(word.ToString().Replace('’', '\'').ToLowerInvariant());

    private static int EndOfWord(string text, int start)
    {
        while (start < text.Length && (char.IsLetterOrDigit(text[start]) || text[start] is '\'' or '’'))
            start++;
        return start;
    }

    private static string AsSentence(string clause, bool isEnd, LanguageTag? language)
    {
        var text = clause.AsSpan().TrimEnd();
        return SpokenText.Clean(isEnd || text.EndsWith("…") ? text.ToString() : $"{text.TrimEnd(" ,;-–—")}.", language);
    }
}
