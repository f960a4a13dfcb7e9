using System.Globalization;
using Yttl.Core.Languages;

namespace Yttl.Core.Sources.Files;

/// <summary>
/// Reads languages as media files and file names have them: <c>eng</c>, <c>ger</c>, <c>pt-BR</c>, <c>und</c>.
/// </summary>
internal static class MediaLanguage
{
    private const string OriginalMark = "-orig";

    // ISO 639-2, both the terminological and the bibliographic codes, with ISO 639-1:
    // https://www.loc.gov/standards/iso639-2/php/code_list.php
    private const string Table = """
        aar:aa abk:ab afr:af aka:ak alb:sq amh:am ara:ar arg:an arm:hy asm:as ava:av ave:ae aym:ay aze:az
        bak:ba bam:bm baq:eu bel:be ben:bn bih:bh bis:bi bod:bo bos:bs bre:br bul:bg bur:my cat:ca ces:cs
        cha:ch che:ce chi:zh chu:cu chv:cv cor:kw cos:co cre:cr cym:cy cze:cs dan:da deu:de div:dv dut:nl
        dzo:dz ell:el eng:en epo:eo est:et eus:eu ewe:ee fao:fo fas:fa fij:fj fin:fi fra:fr fre:fr fry:fy
        ful:ff geo:ka ger:de gla:gd gle:ga glg:gl glv:gv gre:el grn:gn guj:gu hat:ht hau:ha heb:he her:hz
        hin:hi hmo:ho hrv:hr hun:hu hye:hy ibo:ig ice:is ido:io iii:ii iku:iu ile:ie ina:ia ind:id ipk:ik
        isl:is ita:it jav:jv jpn:ja kal:kl kan:kn kas:ks kat:ka kau:kr kaz:kk khm:km kik:ki kin:rw kir:ky
        kom:kv kon:kg kor:ko kua:kj kur:ku lao:lo lat:la lav:lv lim:li lin:ln lit:lt ltz:lb lub:lu lug:lg
        mac:mk mah:mh mal:ml mao:mi mar:mr may:ms mkd:mk mlg:mg mlt:mt mon:mn mri:mi msa:ms mya:my nau:na
        nav:nv nbl:nr nde:nd ndo:ng nep:ne nld:nl nno:nn nob:nb nor:no nya:ny oci:oc oji:oj ori:or orm:om
        oss:os pan:pa per:fa pli:pi pol:pl por:pt pus:ps que:qu roh:rm ron:ro rum:ro run:rn rus:ru sag:sg
        san:sa sin:si slk:sk slo:sk slv:sl sme:se smo:sm sna:sn snd:sd som:so sot:st spa:es sqi:sq srd:sc
        srp:sr ssw:ss sun:su swa:sw swe:sv tah:ty tam:ta tat:tt tel:te tgk:tg tgl:tl tha:th tib:bo tir:ti
        ton:to tsn:tn tso:ts tuk:tk tur:tr twi:tw uig:ug ukr:uk urd:ur uzb:uz ven:ve vie:vi vol:vo wel:cy
        wln:wa wol:wo xho:xh yid:yi yor:yo zha:za zho:zh zul:zu
        """;

    // Languages without a two-letter code that are frequent in videos.
    private static readonly HashSet<string> WithoutShortCode =
        new(["ast", "cmn", "ceb", "fil", "gsw", "haw", "hmn", "mai", "yue"], StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> ShortCodes = Table
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(pair => pair[..3], pair => pair[4..], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Known = new(ShortCodes.Values, StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<Dictionary<string, string>> Names = new(() => CultureInfo
        .GetCultures(CultureTypes.NeutralCultures)
        .Where(culture => culture.Name.Length is 2)
        .SelectMany(culture => new[] { culture.EnglishName, culture.NativeName }.Select(name => (name, culture.Name)))
        .DistinctBy(pair => pair.name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(pair => pair.name, pair => pair.Name, StringComparer.OrdinalIgnoreCase));

    /// <returns>
    /// The tag, with its two-letter code where it has one. Null where the text names no language, as <c>und</c>.
    /// </returns>
    public static LanguageTag? Read(string? text)
    {
        // yt-dlp names the file in the spoken language talk.en-orig.vtt.
        var plain = text?.EndsWith(OriginalMark, StringComparison.OrdinalIgnoreCase) is true
            ? text[..^OriginalMark.Length]
            : text;
        if (!LanguageTag.TryParse(plain, out var tag))
            return null;
        if (ShortCodes.TryGetValue(tag.Primary, out var shortCode))
            return LanguageTag.Parse(shortCode + tag.ToString()[tag.Primary.Length..], null);
        return Known.Contains(tag.Primary) || WithoutShortCode.Contains(tag.Primary) ? tag : null;
    }

    /// <summary>Reads a code or a name, as caption files declare their language.</summary>
    /// <returns>Null where the text names no language.</returns>
    public static LanguageTag? ReadAny(string? text) => text?.Trim() is { Length: > 0 } word ? Read(word) ?? FromName(word) : null;

    /// <summary>Reads the English name of a language or its own: <c>German</c>, <c>Deutsch</c>.</summary>
    /// <returns>Null for other words, and where the machine has no language data.</returns>
    public static LanguageTag? FromName(string word) =>
        Names.Value.TryGetValue(word, out var code) ? LanguageTag.Parse(code, null) : null;
}
