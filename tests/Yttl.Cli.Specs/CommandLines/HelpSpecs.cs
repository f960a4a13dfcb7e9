using Yttl.TestKit;

namespace Yttl.Cli.Specs.CommandLines;

public sealed class HelpSpecs : IDisposable
{
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("yttl", "--help")]
    [InlineData("summarize", "summarize", "--help")]
    [InlineData("summarize", "help", "summarize")]
    [InlineData("summarize-all", "summarize", "--help", "all")]
    [InlineData("summarize-all", "summarize", "--help-all")]
    [InlineData("summarize-all", "help", "summarize", "--all")]
    [InlineData("help", "help", "--help")]
    [InlineData("batch", "batch", "-h")]
    [InlineData("transcript", "transcript", "--help")]
    [InlineData("search", "search", "--help")]
    [InlineData("runs", "runs", "--help")]
    [InlineData("runs-list", "runs", "list", "--help")]
    [InlineData("runs-show", "runs", "show", "--help")]
    [InlineData("runs-resume", "runs", "resume", "--help")]
    [InlineData("runs-delete", "runs", "delete", "--help")]
    [InlineData("plan", "plan", "--help")]
    [InlineData("ask", "ask", "--help")]
    [InlineData("serve", "serve", "--help")]
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

    [Theory]
    [InlineData(null, 80)]
    [InlineData(50, 50)]
    [InlineData(200, 200)]
    public async Task The_help_takes_the_columns_that_there_are_and_80_of_a_pipe(int? screen, int width)
    {
        var ran = await new InProcess(_home.Path) { Columns = screen }.RunAsync("summarize", "--help", "all");

        var lines = ran.Output.Split('\n');
        lines.ShouldAllBe(line => line.Length <= width);
        lines.Max(line => line.Length).ShouldBeGreaterThan(width - 12);
    }

    [Theory]
    [InlineData("")]
    [InlineData("batch")]
    [InlineData("transcript")]
    [InlineData("search")]
    [InlineData("runs list")]
    [InlineData("runs resume")]
    [InlineData("config")]
    [InlineData("help")]
    public async Task Every_help_fits_into_50_columns(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var ran = await new InProcess(_home.Path) { Columns = 50 }.RunAsync([.. words, "--help-all"]);

        ran.Output.Split('\n').ShouldAllBe(line => line.Length <= 50);
    }

    [Fact]
    public async Task The_version_is_a_word_or_an_option()
    {
        var yttl = new InProcess(_home.Path);

        var ran = await yttl.RunAsync("version");

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.ShouldBe(await yttl.RunAsync("--version"));
    }

    [Fact]
    public async Task Help_is_shown_for_a_line_that_is_wrong_elsewhere()
    {
        var ran = await new InProcess(_home.Path).RunAsync("summarize", "--lenght", "--help");

        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        ran.Output.ShouldContain("Usage: yttl summarize SOURCE... [OPTIONS]");
    }

    [Fact]
    public async Task The_flags_of_the_original_program_are_not_in_the_help()
    {
        var ran = await new InProcess(_home.Path).RunAsync("summarize", "--help", "all");

        ran.Output.ShouldNotContain("-lp");
    }
}
