using Yttl.Core.Text;

namespace Yttl.Core.Speech.Calls;

/// <summary>
/// Estimates the times of text without them: sentences in sequence, each as long as its share of the letters.
/// </summary>
internal static class EstimatedTimings
{
    public static IEnumerable<SpokenPhrase> Over(string text, TimeSpan length)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = SentenceEnd(text, start);
            var sentence = text[start..end].Trim();
            if (sentence.Length > 0)
                yield return new SpokenPhrase(At(start), At(end), sentence, []);
            start = end;
        }

        TimeSpan At(int letter) =>
            TimeSpan.FromMilliseconds(Math.Round(length.TotalMilliseconds * letter / text.Length));
    }

    private static int SentenceEnd(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (SentenceEnds.IsUntimedStop(text[i])
                && (UnspacedScripts.IsWide(text[i]) || (i + 1 < text.Length && text[i + 1] == ' ')))
                return i + 1;
        }

        return text.Length;
    }
}
