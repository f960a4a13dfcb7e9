using System.Diagnostics;

namespace Yttl.Benchmarks;

/// <param name="Wall">From its start to its end.</param>
/// <param name="Peak">Bytes of memory of its own process; what it started is not counted.</param>
/// <param name="Output">Its stdout.</param>
internal sealed record Measured(TimeSpan Wall, long Peak, string Output)
{
    public double PeakMegabytes => Peak / 1048576.0;
}

/// <summary>Runs <c>yttl</c>, or any program beside it, and measures it from outside.</summary>
internal static class MeasuredYttl
{
    public static Measured Run(string program, string home, params IReadOnlyList<string> arguments) =>
        Run([program, .. arguments], home);

    /// <param name="command">A program and its arguments.</param>
    /// <param name="expected">An exit code that is as good as 0.</param>
    /// <exception cref="InvalidOperationException">It ended with another exit code.</exception>
    public static Measured Run(IReadOnlyList<string> command, string home, int expected = 0)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["YTTL_HOME"] = home },
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        // A full pipe would stop it.
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        long peak = 0;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(10)))
            peak = Math.Max(peak, PeakMemory(process));
        var wall = clock.Elapsed;
        return process.ExitCode == 0 || process.ExitCode == expected
            ? new Measured(wall, peak, output.Result.Trim())
            : throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}: {error.Result.Trim()}");
    }

    /// <summary>
    /// The same command on so many cores. A process that is bound only after its start has counted the others already.
    /// </summary>
    public static IReadOnlyList<string> PinnedTo(int cores, IReadOnlyList<string> command) =>
        ["taskset", "--cpu-list", cores == 1 ? "0" : $"0-{cores - 1}", .. command];

    /// <summary>The kernel's own high-water mark: sampling misses only what happens in the last 10 ms.</summary>
    private static long PeakMemory(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // It has ended since.
        }
    }
}
