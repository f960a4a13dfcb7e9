using System.Diagnostics;

namespace Yttl.Benchmarks.Torture;

/// <param name="Exit">Its exit code; -1 where it did not end in time.</param>
/// <param name="Peak">Bytes of memory of its own process.</param>
internal sealed record Ended(int Exit, string Error, long Peak)
{
    public bool Hung => Exit == -1;

    /// <summary>Whether it ended by an exception that it did not foresee, or by a signal.</summary>
    public bool Crashed => Exit is not (-1 or 0 or 1 or 2 or 3)
        || Error.Contains("Unhandled exception", StringComparison.Ordinal)
        || Error.Contains("\n   at ", StringComparison.Ordinal);
}

/// <summary>Runs <c>yttl</c> with no key and no configuration but what is given.</summary>
internal static class TorturedYttl
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>The published program, which starts sooner, where there is one.</summary>
    private static string Program { get; } =
        Environment.GetEnvironmentVariable("YTTL_TEST_PROGRAM") is { Length: > 0 } published
            ? Path.GetFullPath(published)
            : BuiltYttl.Path;

    /// <param name="folder">Where it runs; also the user's home.</param>
    /// <param name="variables">Beside <c>PATH</c> and <c>HOME</c>.</param>
    public static Process Start(
        string folder, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = folder;
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>
    /// Waits until it has ended, for so long at most. A child that outlives it holds its streams open: what they say is read
    /// no longer than it lives.
    /// </summary>
    public static async Task<Ended> EndAsync(Process process, TimeSpan longest)
    {
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        var clock = Stopwatch.StartNew();
        long peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakMemory(process));
            if (clock.Elapsed > longest)
            {
                process.Kill(entireProcessTree: true);
                return new Ended(-1, "it did not end", peak);
            }

            await Task.Delay(Pause);
        }

        var said = await Task.WhenAny(error, Task.Delay(TimeSpan.FromSeconds(1))) == error ? await error : "";
        return new Ended(process.ExitCode, said.Trim(), peak);
    }

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
