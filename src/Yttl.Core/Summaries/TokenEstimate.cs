using System.Text;

namespace Yttl.Core.Summaries;

/// <summary>
/// Estimates the tokens of a text without a model's tokenizer: about four letters a token for Latin script, two for
/// other alphabets, one for Chinese, Japanese and Korean, and two tokens for characters beyond the basic plane (emoji).
/// The estimate is a few per cent too high for English:
/// https://help.openai.com/en/articles/4936856-what-are-tokens-and-how-to-count-them
/// </summary>
public static class TokenEstimate
{
    public static int Estimate(string text) => (int)Math.Min(int.MaxValue, (Quarters(text) + 3) / 4);

    /// <summary>Counts in quarters of a token, so that the parts of a text add up to the whole.</summary>
    internal static long Quarters(ReadOnlySpan<char> text)
    {
        var quarters = 0L;
        foreach (var rune in text.EnumerateRunes())
            quarters += QuarterTokens(rune);
        return quarters;
    }

    private static int QuarterTokens(Rune rune) => rune.Value switch
    {
        < 0x0250 => 1,
        < 0x2000 => 2,
        < 0x2E80 => 1,
        < 0x10000 => 4,
        _ => 8,
    };
}
