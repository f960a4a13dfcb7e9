using System.Collections.Frozen;

namespace Yttl.Core.Languages;

/// <summary>Words whose full stop does not end a sentence.</summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, string>
    {
        ["en"] = "mr mrs ms dr prof st sr jr vs etc e.g i.e inc ltd no approx fig dept gov gen col sen rep vol ca",
        ["de"] = "dr prof nr z.b d.h u.a bzw usw ca evtl ggf str hr fr st abs vgl sog inkl max min mio mrd",
        ["fr"] = "m mm mme mlle dr pr etc p.ex cf env av st ste",
        ["es"] = "sr sra srta dr dra ud uds p.ej etc aprox núm pág",
        ["it"] = "sig sigg dott prof ing avv ecc es pag n",
        ["pt"] = "sr sra dr dra prof etc p.ex pág nº",
        ["nl"] = "dhr mevr dr prof ir bijv enz nr o.a m.a.w d.w.z ca st",
        ["ru"] = "т.е т.д т.п г гг др им ул стр рис напр см",
        ["pl"] = "dr prof mgr inż np itd itp tzn tzw m.in ok r ul św",
        ["sv"] = "t.ex bl.a d.v.s osv dvs m.m dr prof nr ca s.k",
        ["tr"] = "dr prof doç vb vs örn bkz sn yy no",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' ').ToFrozenSet(StringComparer.Ordinal));

    // Languages in which a number with a full stop is an ordinal.
    private static readonly FrozenSet<string> WithOrdinals =
        "de pl tr cs da nb no fi hu sk sl hr".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="word">The text before the full stop.</param>
    public static bool Includes(string word, LanguageTag? language)
    {
        // "J. S. Bach", "U.S."
        if (word.Length == 1 && char.IsUpper(word[0]) || word.Length == 3 && word[1] == '.' && char.IsUpper(word[0]))
            return true;
        if (language is not { } tag)
            return false;
        var primary = tag.Primary.ToLowerInvariant();
        return word.Length is 1 or 2 && word.All(char.IsAsciiDigit) && WithOrdinals.Contains(primary)
            || ByLanguage.TryGetValue(primary, out var words) && words.Contains(word.ToLowerInvariant());
    }
}
