using System.Runtime.CompilerServices;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.CommandLines;

public sealed class HelpSpecs : IDisposable
{
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    /// <summary>
    /// To accept a change of the help, run with <c>YTTL_ACCEPT_GOLDEN=1</c> and look at the difference.
    /// </summary>
    [Theory]
    [InlineData("yttl", "--help")]
    [InlineData("summarize", "summarize", "--help")]
    [InlineData("batch", "batch", "-h")]
    [InlineData("transcript", "transcript", "--help")]
    [InlineData("search", "search", "--help")]
    [InlineData("doctor", "doctor", "--help")]
    [InlineData("config-show", "config", "show", "--help")]
    public async Task The_help_is_as_agreed(string name, params string[] arguments)
    {
        var golden = Path.Combine(Folder(), $"help.{name}.golden.txt");

        var ran = await new InProcess(_home.Path).RunAsync(arguments);

        ran.ExitCode.ShouldBe(0);
        ran.Error.ShouldBe("");
        var help = ran.Output.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("YTTL_ACCEPT_GOLDEN") == "1")
            await File.WriteAllTextAsync(golden, help);
        help.ShouldBe((await File.ReadAllTextAsync(golden)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_does_not_work_yet_is_not_in_the_help()
    {
        var ran = await new InProcess(_home.Path).RunAsync("summarize", "--help");

        ran.Output.ShouldNotContain("whisper");
        ran.Output.ShouldNotContain("chunk");
        ran.Output.ShouldNotContain("-lp");
    }

    private static string Folder([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "Golden");
}
