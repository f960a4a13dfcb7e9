namespace Yttl.Cli.Specs.Documents;

public sealed class ShellLineSpecs
{
    [Theory]
    [InlineData("yttl summarize a.vtt   # a comment", "yttl", "summarize", "a.vtt")]
    [InlineData("yttl summarize 'https://x.test/watch?v=a&list=b #c' --playlist", "yttl", "summarize", "https://x.test/watch?v=a&list=b #c", "--playlist")]
    [InlineData("""  yttl search "two words" ''""", "yttl", "search", "two words", "")]
    [InlineData("# nothing")]
    public void Words_are_parted_as_a_shell_parts_them(string line, params string[] words) =>
        ShellLine.Words(line).ShouldBe(words);
}
