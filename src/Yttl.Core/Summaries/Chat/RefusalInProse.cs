using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// Finds an answer that is only the model's "I'm sorry, but I can't assist with that request." Models without a field for a
/// refusal answer so, and it must not appear as a summary.
/// </summary>
/// <remarks>
/// A short answer is judged by its beginning: the first person, a negated verb of ability, the task's own verb, and what it
/// is done to. A speaker says such a thing too, of something else or in the words of a narrator. A missed refusal becomes a
/// summary that its reader recognises; a false one would be a gap.
/// </remarks>
internal static partial class RefusalInProse
{
    private const int LongestAnswer = 300;
    private const int LongestBeginning = 120;

    public static bool Is(string text)
    {
        text = text.Replace('’', '\'').Trim();
        if (text.Length > LongestAnswer || text is ['"' or '“' or '„' or '«' or '「' or '\'', ..])
            return false;
        var beginning = text.Length > LongestBeginning ? text[..LongestBeginning] : text;
        if (Refusals().Match(beginning) is not { Success: true } refusal)
            return false;
        var words = NoWord().Split(text.ToLowerInvariant()).ToHashSet();
        var language = Narrators.Keys.First(language => refusal.Groups[language].Success);
        return !Array.Exists(Narrators[language], narrator =>
            UnspacedScripts.IsLetter(narrator[0]) ? text.Contains(narrator, StringComparison.Ordinal) : words.Contains(narrator));
    }
}
