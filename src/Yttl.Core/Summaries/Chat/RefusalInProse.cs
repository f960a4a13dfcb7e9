using System.Text.RegularExpressions;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// An answer that is nothing but the model's own "I'm sorry, but I can't assist with that request.", and at most one
/// sentence after it. Models that have no field for a refusal answer so, and it must not stand where a summary belongs.
/// </summary>
/// <remarks>
/// English only, as safety training mostly has it, and conservative: what is not recognised becomes a summary that its
/// reader sees through, what is wrongly recognised would be a gap. So the first sentence must be the refusal from its
/// first word to its last, and a summary that quotes an apology is none.
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
