using System.Diagnostics;
using Yttl.Cli.CommandLines;
using Yttl.Cli.Specs.CommandLines;

namespace Yttl.Cli.Specs.EndToEnd;

public sealed class StopSpecs : IDisposable
{
    private readonly YttlProcess _yttl = new();

    public void Dispose() => _yttl.Dispose();

    /// <summary>
    /// It waits for a list on stdin, and says so before with -v: then its signals are in place.
    /// </summary>
    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public async Task A_signal_stops_cleanly_with_one_line_and_exit_code_130(string signal)
    {
        using var process = _yttl.Start("batch", "-", "-v");
        var note = await process.StandardError.ReadLineAsync();
        note.ShouldNotBeNull();
        note.ShouldStartWith("yttl: note: reading sources from stdin");

        using var kill = Process.Start("kill", [signal, $"{process.Id}"]);
        var ran = await YttlProcess.EndAsync(process);

        ran.ExitCode.ShouldBe(130);
        ran.ErrorLines.ShouldBe(["yttl: terminated"]);
    }

    /// <summary>What came from stdin is not there again.</summary>
    [Theory]
    [InlineData(true, "summarize", "a.vtt")]
    [InlineData(true, "batch", "list.txt")]
    [InlineData(false, "batch", "-")]
    [InlineData(false, "-")]
    [InlineData(false, "transcript", "/dev/stdin")]
    [InlineData(false, "summarize", "a.vtt", "--no-resume")]
    [InlineData(false, "summarize", "a.vtt", "--verify-parallel")]
    [InlineData(false, "doctor")]
    public void Only_a_command_that_can_continue_promises_it(bool promises, params string[] arguments) =>
        ResumeHint.After(CommandLine.Parse(arguments, InProcess.Nowhere)).ShouldBe(promises);
}
