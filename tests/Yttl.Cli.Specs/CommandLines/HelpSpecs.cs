using Yttl.TestKit;

namespace Yttl.Cli.Specs.CommandLines;

public sealed class HelpSpecs : IDisposable
{
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("yttl", "--help")]
    [InlineData("summarize", "summarize", "--help")]
    [InlineData("batch", "batch", "-h")]
    [InlineData("transcript", "transcript", "--help")]
    [InlineData("search", "search", "--help")]
    [InlineData("runs", "runs", "--help")]
    [InlineData("runs-list", "runs", "list", "--help")]
    [InlineData("runs-show", "runs", "show", "--help")]
    [InlineData("runs-resume", "runs", "resume", "--help")]
    [InlineData("runs-delete", "runs", "delete", "--help")]
    [InlineData("plan", "plan", "--help")]
    [InlineData("doctor", "doctor", "--help")]
    [InlineData("config-show", "config", "show", "--help")]
    [InlineData("config-suggest", "config", "suggest", "--help")]
    public async Task The_help_is_as_agreed(string name, params string[] arguments)
    {
        var ran = await new InProcess(_home.Path).RunAsync(arguments);

        ran.ExitCode.ShouldBe(0);
        ran.Error.ShouldBe("");
        Golden.Matches($"help.{name}.golden.txt", ran.Output.ReplaceLineEndings("\n").TrimEnd() + "\n");
    }

    [Fact]
    public async Task The_flags_of_the_original_program_are_not_in_the_help()
    {
        var ran = await new InProcess(_home.Path).RunAsync("summarize", "--help");

        ran.Output.ShouldNotContain("-lp");
    }
}
