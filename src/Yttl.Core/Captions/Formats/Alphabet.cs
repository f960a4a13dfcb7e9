using System.Globalization;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// The letters outside ASCII that a language uses, and the Windows code page of its old files: enough to tell which
/// single-byte code page decodes the bytes to words.
/// </summary>
/// <param name="Common">
/// The frequent letters. In an alphabet entirely outside ASCII, about half of running text.
/// </param>
/// <param name="Rare">The other letters.</param>
internal sealed record Alphabet(string Language, int CodePage, string Common, string Rare = "")
{
    /// <summary>All alphabets. On a tie the first wins: Western European files are the most frequent.</summary>
    public static readonly IReadOnlyList<Alphabet> All =
    [
        new("en", 1252, "éè", "àâçêëîïôöûüñáíóú"),
        new("fr", 1252, "éèàêçùâîôû", "ëïüœæÿ"),
        new("de", 1252, "äöüß"),
        new("es", 1252, "áéíóúñ", "üªº"),
        new("pt", 1252, "ãçáéíóúêõâôà", "üªº"),
        new("it", 1252, "èàùòìé", "óîªº"),
        new("sv", 1252, "åäö", "é"),
        new("da", 1252, "æøå", "é"),
        new("fi", 1252, "äö", "åšž"),
        new("nl", 1252, "ëéïèö", "óüáí"),
        new("is", 1252, "áéíóúðþæö", "ý"),
        new("ca", 1252, "àèéíòóúç", "ïü"),
        new("pl", 1250, "ąćęłńóśźż"),
        new("cs", 1250, "áčéěířšúůýž", "ďňóť"),
        new("sk", 1250, "áčéíľšťúýž", "äďĺňóôŕ"),
        new("hu", 1250, "áéíóöőúüű"),
        new("hr", 1250, "čćđšž"),
        new("ro", 1250, "ăâîşţ"),
        new("tr", 1254, "ıışğçöüİ", "âîû"),
        new("lt", 1257, "ąčęėįšųūž"),
        new("lv", 1257, "āčēģīķļņšūž"),
        new("et", 1257, "äõöü", "šž"),
        new("vi", 1258, "ăâđêôơư\u0300\u0309\u0303\u0301\u0323", "áàéèíìóòúù"),
        new("ru", 1251, "оеаинтсрвл", "кмдпуяыьгзбчйхжшюцщэфъё"),
        new("uk", 1251, "оаиніетрвс", "лкудмпязьбгчйхжїцшюєфґщ"),
        new("bg", 1251, "аеиотнрсвл", "пдкзмяъгбучщжшцйхфюь"),
        new("sr", 1251, "аиоенсртуј", "вкмдлпзгбчшцжњћљђхфџ"),
        new("el", 1253, "αοιετσνηυρ", "πκμλςωγδχθφβξζψάέήίόύώϊϋΐΰ"),
        new("he", 1255, "יוהלאתרשמב", "נדעחקפסגטזצכםןךףץ"),
        new("ar", 1256, "اليمنوترهب", "عدفسكحقجشصخطذضزءغثظةىأإآؤئ"),
        new("fa", 1256, "اینردهوتمب", "شسگلزکخفعچقپجآحذصطضغظثژئيك\u200C"),
    ];

    /// <summary>
    /// Rates how well this alphabet explains a text, from 0 to 2: the share of the letters outside ASCII that the
    /// language uses, plus the share that it uses often. Rare letters expose an alphabet that fits by chance, such as
    /// Cyrillic for Greek bytes.
    /// </summary>
    public double Explains(string text)
    {
        int foreign = 0, known = 0, frequent = 0;
        foreach (var c in text)
        {
            if (char.IsAscii(c) || !IsTelling(c))
                continue;
            foreign++;
            var lower = char.ToLowerInvariant(c);
            if (Common.Contains(lower))
                frequent++;
            if (Common.Contains(lower) || Rare.Contains(lower))
                known++;
        }

        return foreign == 0 ? 0 : (known + frequent) / (double)foreign;
    }

    /// <summary>
    /// Punctuation is at the same place in all these code pages and does not distinguish them. Undefined bytes do.
    /// </summary>
    private static bool IsTelling(char c) =>
        char.IsLetter(c) || char.IsControl(c) || c == '\uFFFD'
        || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
