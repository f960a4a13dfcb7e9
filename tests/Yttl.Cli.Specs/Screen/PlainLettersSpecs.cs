using Yttl.Cli.Specs.CommandLines;
using Yttl.Cli.Terminal;

namespace Yttl.Cli.Specs.Screen;

public sealed class PlainLettersSpecs
{
    [Fact]
    public void Signs_are_replaced_and_the_words_of_a_video_stay()
    {
        var terminal = new StringWriter { NewLine = "\n" };
        using var letters = new PlainLetters(terminal);

        letters.WriteLine("1 × 2 ÷ 3 – “à la carte” … 日本語");
        letters.Write('█');
        letters.Write(['…', '!'], 0, 1);

        terminal.ToString().ShouldBe("1 x 2 / 3 - \"à la carte\" ... 日本語\n#...");
    }

    [Theory]
    [InlineData("C", true, true)]
    [InlineData("C", false, false)]
    [InlineData("de_DE.UTF-8", true, false)]
    public void Only_a_terminal_without_other_letters_gets_them(string locale, bool isScreen, bool isPlain)
    {
        var context = InProcess.Nowhere with
        {
            ReadEnvironment = name => name is "LC_ALL" ? locale : null, OutputIsScreen = isScreen, ErrorIsScreen = isScreen,
        };

        (context.InItsLetters().Output is PlainLetters).ShouldBe(isPlain);
        (context.InItsLetters().Error is PlainLetters).ShouldBe(isPlain);
    }
}
