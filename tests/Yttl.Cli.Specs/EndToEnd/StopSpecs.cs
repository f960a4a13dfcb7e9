using System.Diagnostics;

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
        ran.ErrorLines.ShouldBe(["yttl: cancelled; run the same command again to continue"]);
    }

    [Fact]
    public async Task A_command_that_keeps_nothing_or_is_told_to_forget_promises_nothing()
    {
        using var process = _yttl.Start("batch", "-", "-v", "--no-resume");
        await process.StandardError.ReadLineAsync();

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        var ran = await YttlProcess.EndAsync(process);

        ran.ErrorLines.ShouldBe(["yttl: cancelled"]);
    }
}
