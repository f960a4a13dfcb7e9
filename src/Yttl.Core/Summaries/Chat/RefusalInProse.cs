using System.Text.RegularExpressions;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// Detects an answer that is only the model's "I'm sorry, but I can't assist with that request.", with at most one more
/// sentence. Models without a field for a refusal answer so, and it must not appear as a summary.
/// </summary>
/// <remarks>
/// English only, as safety training mostly has it, and conservative: a missed refusal becomes a summary that its reader
/// recognises, a false match would be a gap. So the first sentence must be a refusal from its first word to its last. A
/// summary that quotes an apology does not match.
/// </remarks>
internal static partial class RefusalInProse
{
    public static bool IsMatch(string answer) => Refusal().IsMatch(answer);

    [GeneratedRegex(
        """
        ^((I['’]m|I\ am)\ (very\ |really\ )?sorry|Sorry|I\ apologi[sz]e|Unfortunately)?[,.;]?\ ?(but\ )?
        I(\ can['’]t|\ cannot|\ can\ not|\ won['’]t|['’]m\ unable\ to|\ am\ unable\ to|['’]m\ not\ able\ to|\ am\ not\ able\ to)
        \ (assist|help|comply|continue|fulfil+|summari[sz]e|(provide|give|write)\ (you\ )?(a|the)\ summary)
        (\ you)?(\ with|\ of|\ for)?\ (that|this|the|your)
        (\ (request|content|transcript|video|text|material|topic))?[.!]
        (\s+[^.!?]+[.!?])?$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        | RegexOptions.ExplicitCapture)]
    private static partial Regex Refusal();
}
