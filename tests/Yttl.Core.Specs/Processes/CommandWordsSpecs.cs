using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Processes;

public sealed class CommandWordsSpecs
{
    [Theory]
    [InlineData("claude -p", "claude|-p")]
    [InlineData("  llm\t-m  x ", "llm|-m|x")]
    [InlineData("a 'b c' \"d e\"", "a|b c|d e")]
    [InlineData("a b'c d'e", "a|bc de")]
    [InlineData("a '' \"\"", "a||")]
    [InlineData("a \"say \\\"hi\\\"\"", "a|say \"hi\"")]
    [InlineData("a \"c:\\dir\\\\x\"", "a|c:\\dir\\x")]
    [InlineData("a 'b\\c'", "a|b\\c")]
    [InlineData("a $HOME `id` *.txt | tee > f; g && h", "a|$HOME|`id`|*.txt|||tee|>|f;|g|&&|h")]
    public void Words_are_quoted_as_in_a_shell_and_mean_nothing_more(string text, string words)
    {
        CommandWords.TrySplit(text, out var split).ShouldBeTrue();

        string.Join('|', split).ShouldBe(words);
    }

    [UnixFact]
    public void A_backslash_keeps_the_next_letter()
    {
        CommandWords.TrySplit("/my\\ tools/x a\\'b", out var split).ShouldBeTrue();

        split.ShouldBe(["/my tools/x", "a'b"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t")]
    [InlineData("a 'b")]
    [InlineData("a \"b")]
    [InlineData("''")]
    public void A_text_without_a_program_or_with_an_open_quote_is_no_command(string text) =>
        CommandWords.TrySplit(text, out _).ShouldBeFalse();
}
