using Yttl.Core.Languages;

namespace Yttl.Core.Specs.Languages;

public sealed class LanguageDetectorSpecs
{
    [Theory]
    [InlineData("en", "so what we did is that we have looked at the numbers again and they are not what you would think")]
    [InlineData("de", "und wir haben gesehen dass die Zahlen nicht so sind wie man sie sich vorstellt, aber das ist auch gut")]
    [InlineData("fr", "et nous avons vu que les chiffres ne sont pas ce qu'on pense, mais c'est très bien pour tout le monde")]
    [InlineData("es", "y lo que hemos visto es que los números no son como pensábamos, pero también está muy bien para todos")]
    [InlineData("it", "e quello che abbiamo visto è che i numeri non sono come si pensava, ma anche questo va bene per noi")]
    [InlineData("pt", "e o que nós vimos é que os números não são como a gente pensava, mas isso também é muito bom para você")]
    [InlineData("nl", "en wat we hebben gezien is dat de getallen niet zijn zoals je zou denken, maar dat is ook wel goed")]
    [InlineData("sv", "och det vi har sett är att talen inte är som man skulle tro, men det är också bra för oss alla här")]
    [InlineData("da", "og det vi har set er at tallene ikke er som man skulle tro, men det er også godt for os, og jeg har noget mere")]
    [InlineData("pl", "i to co widzimy jest takie że te liczby nie są jak się wydaje, ale to też jest dla nas bardzo dobre")]
    [InlineData("tr", "ve bu sayılar çok daha iyi değil ama yine de bizim için bir şey var, çünkü onlar da ne olduğunu biliyor")]
    [InlineData("fi", "ja se mitä me olemme nähneet on että luvut eivät ole niin kuin voisi luulla, mutta se on myös hyvä")]
    [InlineData("cs", "a to co jsme viděli je že čísla nejsou jako se zdá, ale to je také dobře, protože už je to tak")]
    [InlineData("ru", "и мы видели, что эти числа не такие, как мы думали, но это тоже хорошо")]
    [InlineData("uk", "і ми бачили, що ці числа не такі, як ми думали, але це теж добре, її є ще більше")]
    [InlineData("bg", "и видяхме, че числата не са такива, каквито си мислехме, но и това е добре, тъй като въпросът")]
    [InlineData("sr", "и видели смо да бројеви нису онакви како смо мислили, али и то је добро, јер љубав")]
    [InlineData("el", "και είδαμε ότι οι αριθμοί δεν είναι όπως νομίζαμε")]
    [InlineData("ja", "これは数字が思ったものと違うことを示しています")]
    [InlineData("zh", "我们看到这些数字和我们想的不一样")]
    [InlineData("ko", "우리는 이 숫자들이 생각과 다르다는 것을 보았습니다")]
    [InlineData("th", "เราเห็นว่าตัวเลขเหล่านี้ไม่เป็นอย่างที่คิด")]
    [InlineData("ar", "ورأينا أن هذه الأرقام ليست كما كنا نظن")]
    [InlineData("fa", "و دیدیم که این عددها آن چیزی نیست که گمان می‌کردیم")]
    [InlineData("he", "וראינו שהמספרים האלה אינם מה שחשבנו")]
    [InlineData("hi", "और हमने देखा कि ये संख्याएँ वैसी नहीं हैं")]
    [InlineData(null, "Hello")]
    [InlineData(null, "1234 5678")]
    [InlineData(null, "")]
    [InlineData(null, "lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor")]
    public void A_language_is_known_by_its_script_its_letters_or_its_words(string? language, string text) =>
        Find(text).ShouldBe(language);

    [Fact]
    public void An_intro_in_another_language_does_not_decide() =>
        Find([
            .. Enumerable.Repeat("Bienvenue à tous et merci d'être là avec nous pour cette conférence", 5),
            .. Enumerable.Repeat("and this is what we have been working on for the last years", 9000),
        ]).ShouldBe("en");

    [Fact]
    public void Of_texts_of_megabytes_the_beginnings_are_looked_at()
    {
        var english = string.Concat(Enumerable.Repeat("so what we did is that we have looked at the numbers again ", 1_000));
        var german = string.Concat(Enumerable.Repeat("und wir haben gesehen dass die Zahlen nicht so sind ", 6_000));

        Find([.. Enumerable.Repeat(english + german, 80)]).ShouldBe("en");
    }

    private static string? Find(params string[] texts) => LanguageDetector.Find(texts, text => text)?.ToString();
}
