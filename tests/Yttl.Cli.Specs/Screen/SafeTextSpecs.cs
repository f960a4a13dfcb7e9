using Yttl.Cli.Terminal;

namespace Yttl.Cli.Specs.Screen;

public sealed class SafeTextSpecs
{
    [Theory]
    [InlineData("\u001b[31mred\u001b[0m", "[31mred[0m")]
    [InlineData("\u001b]0;owned\u0007title", "]0;ownedtitle")]
    [InlineData("two\r\nlines\tand a tab", "two  lines and a tab")]
    [InlineData("\u009b2Jcleared", "2Jcleared")]
    [InlineData("a\u202Egnp.exe", "agnp.exe")]
    [InlineData("\u2066\u202Eab\u202C\u2069\u2067c", "abc")]
    [InlineData("\u200Fשלום\u200E \u061C", "\u200Fשלום\u200E \u061C")]
    [InlineData("https://me:pw@h/v?token=WERT77&t=1", "https://***@h/v?token=***&t=1")]
    [InlineData("[bold]not markup[/]", "[bold]not markup[/]")]
    [InlineData("Καλημέρα 日本語 👩‍👩‍👧", "Καλημέρα 日本語 👩‍👩‍👧")]
    public void A_strangers_text_is_one_line_that_controls_nothing(string text, string safe) =>
        SafeText.Line(text).ShouldBe(safe);

    [Fact]
    public void Half_a_character_is_replaced() => SafeText.Line("a\uD800b").ShouldBe("a\uFFFDb");
}
