using Yttl.Cli.Specs.CommandLines;
using Yttl.Cli.Terminal;

namespace Yttl.Cli.Specs.Screen;

public sealed class ConsolesSpecs
{
    [Theory]
    [InlineData(true, true, "TERM", "xterm-256color")]
    [InlineData(true, false, "NO_COLOR", "1")]
    [InlineData(true, true, "NO_COLOR", "")]
    [InlineData(false, true, "CI", "true")]
    [InlineData(false, false, "TERM", "dumb")]
    public void No_color_takes_the_color_and_leaves_the_bars(bool bars, bool color, string variable, string value)
    {
        var surroundings = Screen(variable, value);

        (Consoles.WantsBars(surroundings), Consoles.WantsColor(surroundings)).ShouldBe((bars, color));
    }

    [Fact]
    public void Options_do_the_same()
    {
        Consoles.WantsColor(Screen("TERM", "xterm") with { NoColor = true }).ShouldBeFalse();
        Consoles.WantsBars(Screen("TERM", "xterm") with { IsQuiet = true }).ShouldBeFalse();
        Consoles.WantsBars(Screen("TERM", "xterm") with { ErrorIsScreen = false }).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true, "LANG", "de_DE.UTF-8")]
    [InlineData(true, "LC_ALL", "C.utf8")]
    [InlineData(false, "LC_ALL", "C")]
    [InlineData(false, "LC_CTYPE", "en_US.ISO-8859-1")]
    [InlineData(true, "LC_CTYPE", "")]
    public void The_locale_says_which_letters_there_are(bool isUtf8, string variable, string value) =>
        Screen(variable, value).IsUtf8.ShouldBe(isUtf8);

    private static CliContext Screen(string variable, string value) => InProcess.Nowhere with
    {
        ErrorIsScreen = true,
        ReadEnvironment = name => name == variable ? value : null,
    };
}
