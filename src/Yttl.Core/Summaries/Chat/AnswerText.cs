namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// Finds the answer in what a model wrote. A server that does not know a model's template leaves its thoughts, its channels
/// and the marks of its turns in the text. An answer about such marks, as of a talk on language models, keeps them: a mark
/// is one only where a template would put it, between sentences and not in one.
/// </summary>
internal static class AnswerText
{
    /// <returns>Trimmed; empty where the model wrote nothing but thoughts.</returns>
    public static string Clean(string text)
    {
        text = HarmonyChannels.Final(text.TrimStart('\uFEFF').Trim());
        // Before the thoughts a turn may begin, and behind them another; the answer may be wrapped.
        return TurnMarks.Strip(Thoughts.Strip(TurnMarks.WithoutBeginning(text)));
    }
}
