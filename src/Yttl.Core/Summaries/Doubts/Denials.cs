using System.Text.RegularExpressions;

namespace Yttl.Core.Summaries.Doubts;

/// <summary>
/// Finds where an English text denies something. Words alone are looked at: what a sentence denies is not compared, and
/// that a denial is left out is not seen.
/// </summary>
internal static partial class Denials
{
    /// <summary>Returns denials with the word that each denies, as they stand in the text: <c>not accepted</c>.</summary>
    public static IEnumerable<string> In(string text) => Denial().Matches(text).Select(match => match.Value);

    /// <summary>Whether a text denies anything, or says it with a word that a summary may put as a denial: "it failed".</summary>
    public static bool Has(string text) => Denial().IsMatch(text) || Near().IsMatch(text);

    [GeneratedRegex(
        @"(?<![\p{L}'’])(?:not|never|cannot|no|\p{L}+n['’]t|can['’]?t)(?:\s+\p{L}+|(?![\p{L}'’]))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Denial();

    [GeneratedRegex(
        @"\b(?:none|nothing|nobody|nowhere|neither|nor|without|hardly|barely|few|little|instead|rather|except|until|yet|un\p{L}{3,}|im?possib\p{L}*"
        + @"|\p{L}+less|fail\p{L}*|lack\p{L}*|miss\p{L}*|refus\p{L}*|reject\p{L}*|prevent\p{L}*|avoid\p{L}*|stop\p{L}*|block\p{L}*|den(?:y|ies|ied)"
        + @"|drop\p{L}*|remov\p{L}*|skip\p{L}*|postpon\p{L}*|defer\p{L}*|delay\p{L}*|cancel\p{L}*|wrong|doubt\p{L}*|disagre\p{L}*|too)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Near();
}
