using System.Collections.Frozen;
using Yttl.Core.Languages;

namespace Yttl.Core.Speech.Calls;

/// <summary>
/// The languages of Whisper. Servers name them in English or by code:
/// https://github.com/openai/whisper/blob/main/whisper/tokenizer.py
/// </summary>
internal static class WhisperLanguages
{
    private const string Names =
        "en english,zh chinese,de german,es spanish,ru russian,ko korean,fr french,ja japanese,pt portuguese,"
        + "tr turkish,pl polish,ca catalan,nl dutch,ar arabic,sv swedish,it italian,id indonesian,hi hindi,"
        + "fi finnish,vi vietnamese,he hebrew,uk ukrainian,el greek,ms malay,cs czech,ro romanian,da danish,"
        + "hu hungarian,ta tamil,no norwegian,th thai,ur urdu,hr croatian,bg bulgarian,lt lithuanian,la latin,"
        + "mi maori,ml malayalam,cy welsh,sk slovak,te telugu,fa persian,lv latvian,bn bengali,sr serbian,"
        + "az azerbaijani,sl slovenian,kn kannada,et estonian,mk macedonian,br breton,eu basque,is icelandic,"
        + "hy armenian,ne nepali,mn mongolian,bs bosnian,kk kazakh,sq albanian,sw swahili,gl galician,mr marathi,"
        + "pa punjabi,si sinhala,km khmer,sn shona,yo yoruba,so somali,af afrikaans,oc occitan,ka georgian,"
        + "be belarusian,tg tajik,sd sindhi,gu gujarati,am amharic,yi yiddish,lo lao,uz uzbek,fo faroese,"
        + "ht haitian creole,ps pashto,tk turkmen,nn nynorsk,mt maltese,sa sanskrit,lb luxembourgish,my myanmar,"
        + "bo tibetan,tl tagalog,mg malagasy,as assamese,tt tatar,haw hawaiian,ln lingala,ha hausa,ba bashkir,"
        + "jw javanese,su sundanese,yue cantonese,my burmese,ca valencian,nl flemish,ht haitian,"
        + "lb letzeburgesch,ps pushto,pa panjabi,ro moldavian,ro moldovan,si sinhalese,es castilian,zh mandarin";

    private static readonly FrozenDictionary<string, string> Codes = Names.Split(',')
        .Select(pair => pair.Split(' ', 2))
        .ToFrozenDictionary(pair => pair[1], pair => pair[0], StringComparer.OrdinalIgnoreCase);

    /// <returns>Null for text that is neither a name nor a code, such as <c>auto</c> or <c>unknown</c>.</returns>
    public static LanguageTag? Find(string? name) =>
        name is null ? null
        : Codes.TryGetValue(name.Trim(), out var code) ? Tag(code)
        : name.Trim().Length is 2 or 3 or 5 && LanguageTag.TryParse(name, out var tag) ? Tag(tag.ToString())
        : null;

    // Whisper's code for Javanese was withdrawn in 2001.
    private static LanguageTag? Tag(string code) => code switch
    {
        "jw" => LanguageTag.Parse("jv", null),
        "und" => null,
        _ => LanguageTag.Parse(code, null),
    };
}
