using System.Globalization;
using System.Text;
using Yttl.Core.Captions.Formats;
using Yttl.Core.Languages;

namespace Yttl.Core.Specs.Captions;

public sealed class CaptionEncodingSpecs
{
    private const string Sentence = "1\n00:00:01,000 --> 00:00:02,000\nŽluťoučký kůň — 日本 🙂\n";

    public static TheoryData<string> UnicodeNames => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(UnicodeNames))]
    public void A_byte_order_mark_is_believed_and_taken_away(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        CaptionEncoding.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Sentence)], null).ShouldBe(Sentence);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Unicode_without_a_mark_is_recognised(string name) =>
        CaptionEncoding.Decode(Encoding.GetEncoding(name).GetBytes(Sentence), null).ShouldBe(Sentence);

    [Theory]
    [InlineData(1250, "Příliš žluťoučký kůň úpěl ďábelské ódy")]
    [InlineData(1250, "Zażółć gęślą jaźń, proszę pana")]
    [InlineData(1250, "Đino, dođavola! Neće da izađe odatle, što ćeš")]
    [InlineData(1250, "Ön szerint fűző nélkül jő a hősnő?")]
    [InlineData(1251, "Добрый вечер, друзья, сегодня мы поговорим о погоде")]
    [InlineData(1251, "Жебракують філософи при ґанку церкви, їхні щастя")]
    [InlineData(1252, "Où est-il passé ? À l’hôtel, ça m’a gêné")]
    [InlineData(1252, "Größe und Übermut tun selten gut, schöne Grüße")]
    [InlineData(1252, "¿Dónde está el niño? Mañana, señor")]
    [InlineData(1252, "Não há razão para não irmos à praça amanhã")]
    [InlineData(1252, "Så går det når man ikke får på sig, æ, ø")]
    [InlineData(1253, "Καλημέρα σας, τι κάνετε σήμερα το πρωί")]
    [InlineData(1254, "Şimdi değil, çocuğun ağabeyi dışarıda yürüyor")]
    [InlineData(1255, "שלום לכם, מה שלומכם היום בבוקר")]
    [InlineData(1256, "مرحبا بكم في هذا البرنامج الجديد")]
    [InlineData(1257, "Ačiū, kad atėjote šį vakarą, ąžuolas žydi")]
    [InlineData(1257, "Šodien mēs runāsim par ļoti svarīgām lietām")]
    public void A_legacy_code_page_is_known_by_the_letters_it_gives(int page, string text) =>
        CaptionEncoding.Decode(Bytes(page, text), null).ShouldBe(text);

    [Theory]
    [InlineData("hu", 1250, "ű")]
    [InlineData("fr", 1252, "û")]
    [InlineData("ja", 932, "今日は良い天気です")]
    [InlineData("ko", 949, "안녕하세요 여러분")]
    [InlineData("zh-TW", 950, "今天天氣很好")]
    [InlineData("zh", 54936, "今天天气很好")]
    [InlineData("th", 874, "สวัสดีครับ")]
    public void The_known_language_settles_what_bytes_cannot(string language, int page, string text) =>
        CaptionEncoding.Decode(Bytes(page, text), LanguageTag.Parse(language, null)).ShouldBe(text);

    [Fact]
    public void A_wrong_language_does_not_outweigh_the_letters()
    {
        const string text = "Добрый вечер, друзья, сегодня мы поговорим о погоде";
        CaptionEncoding.Decode(Bytes(1251, text), LanguageTag.Parse("en", null)).ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("fr")]
    [InlineData("zh")]
    public void One_stray_byte_does_not_cost_a_UTF_8_file_its_letters(string? language) =>
        CaptionEncoding.Decode([.. Encoding.UTF8.GetBytes(Sentence), 0xE9, .. "\nend"u8], Hint(language))
            .ShouldBe(Sentence + "\uFFFD\nend");

    [Theory]
    [InlineData("é, ç — 🙂", 1)]
    [InlineData("žluť 日本", 2)]
    public void A_UTF_8_file_that_is_cut_inside_its_last_character_loses_only_that(string text, int missing)
    {
        var decoded = CaptionEncoding.Decode(Encoding.UTF8.GetBytes(text)[..^missing], null);
        decoded.ShouldStartWith(text[..text.LastIndexOf(' ')]);
        decoded.ShouldEndWith("\uFFFD");
    }

    [Theory]
    [InlineData("桥在昨天完工了没有人问过河流的意见然后水就涨起来了工程师们站在岸边看着他们的作品", 25, "\n\n00:00:0{0}.000 --> 00:00:0{1}.000\n", null)]
    [InlineData("桥在昨天完工了没有人问过河流的意见然后水就涨起来了工程师们站在岸边看着他们的作品", 25, "\r\n\r\n{0}\r\n00:00:0{0},000 --> 00:00:0{1},000 line:90%\r\n", "zh")]
    [InlineData("桥在昨天完工了没有人问过河流的意见然后水就涨起来了", 26, "\n", "ja")]
    [InlineData("Мост был закончен весной, и никто не спросил реку, что она об этом думает", 13, "\n\n{0}\n00:0{0} -> 00:0{1}\n", "ru")]
    [InlineData("Žluťoučký kůň úpěl ďábelské ódy a příliš žluťoučký kůň", 9, "\n\n00:00:0{0}.000 --> 00:00:0{1}.000\n", "cs")]
    [InlineData("สวัสดีครับวันนี้เราจะมาพูดถึงสะพาน", 20, "\n\n00:00:0{0}.000 --> 00:00:0{1}.000\n", "th")]
    [InlineData("🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃", 11, "\n\n00:00:0{0}.000 --> 00:00:0{1}.000\n", null)]
    public void A_character_that_a_border_of_cues_cut_is_joined(string text, int bytes, string border, string? language)
    {
        var content = new List<byte>();
        var borders = new List<string>();
        foreach (var (part, i) in Encoding.UTF8.GetBytes(text).Chunk(bytes).Select((part, i) => (part, i)))
        {
            borders.Add(string.Format(CultureInfo.InvariantCulture, border, i, i + 1));
            content.AddRange(Encoding.UTF8.GetBytes(borders[^1]));
            content.AddRange(part);
        }

        var decoded = CaptionEncoding.Decode([.. "WEBVTT"u8, .. content, .. "\n"u8], Hint(language));
        decoded.ShouldNotContain('\uFFFD');
        borders.Aggregate(decoded["WEBVTT".Length..^1], (rest, one) => rest.Replace(one, "", StringComparison.Ordinal)).ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ar")]
    [InlineData("zh")]
    public void Lines_that_are_cut_inside_their_last_character_lose_only_that(string? language)
    {
        var line = Encoding.UTF8.GetBytes("桥在昨天完工了没有人问")[..^1];
        var content = Enumerable.Range(1, 5).SelectMany(i =>
            (byte[])[.. Encoding.UTF8.GetBytes($"{i}\n00:00:0{i},000 --> 00:00:0{i},900\n"), .. line, .. "\n\n"u8]).ToArray();
        var decoded = CaptionEncoding.Decode(content, Hint(language));
        decoded.Split('\n').Count(text => text == "桥在昨天完工了没有人\uFFFD").ShouldBe(5);
    }

    [Theory]
    [InlineData(1252, "le café\nla clé\nl'été\nle thé\nle blé")]
    [InlineData(1252, "¿Qué?\n¿Cómo está?\n¡No!\n¡Olé!\n¿Por qué?")]
    [InlineData(1250, "to je můj kůň\nneví\nvidí\nslyší\nmluví")]
    [InlineData(1251, "Мост был закончен\nвесной\nНикто не спросил реку")]
    public void Letters_of_a_code_page_at_the_ends_of_lines_are_no_cut_characters(int page, string text) =>
        CaptionEncoding.Decode(Bytes(page, text), null).ShouldBe(text);

    private static LanguageTag? Hint(string? language) => language is null ? null : LanguageTag.Parse(language, null);

    private static byte[] Bytes(int page, string text) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(text);
}
