using Yttl.Core.Languages;

namespace Yttl.Core.Reports.Html;

/// <summary>The direction in which a language is written.</summary>
internal static class TextDirection
{
    /// <summary>
    /// Languages whose usual script runs from right to left: https://www.w3.org/International/questions/qa-scripts.
    /// </summary>
    private static readonly HashSet<string> RightToLeft = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arc", "ary", "arz", "azb", "ckb", "dv", "fa", "he", "iw", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd",
        "syr", "ug", "ur", "yi",
    };

    private static readonly HashSet<string> RightToLeftScripts =
        new(StringComparer.OrdinalIgnoreCase) { "Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa" };

    /// <summary>
    /// The <c>dir</c> of a text: <c>rtl</c> or <c>ltr</c>; <c>auto</c> where the language is unknown.
    /// </summary>
    public static string From(LanguageTag? language)
    {
        if (language is not { } tag)
            return "auto";
        var script = tag.ToString().Split('-').Skip(1).FirstOrDefault(part => part.Length == 4 && part.All(char.IsAsciiLetter));
        var rightToLeft = script is null ? RightToLeft.Contains(tag.Primary) : RightToLeftScripts.Contains(script);
        return rightToLeft ? "rtl" : "ltr";
    }

    public static HtmlElement Language(this HtmlElement element, LanguageTag? language) =>
        element.With("lang", language?.ToString()).With("dir", From(language));
}
