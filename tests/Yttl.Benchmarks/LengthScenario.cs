using System.Diagnostics;
using System.Globalization;
using Yttl.TestKit;

namespace Yttl.Benchmarks;

/// <summary>The built <c>yttl</c> on longer and longer captions, without a model: seconds and peak memory of its process.</summary>
internal static class LengthScenario
{
    private static readonly (string Name, double Hours, int Cues)[] Talks =
    [
        ("10 minutes, 150 cues", 1 / 6.0, 150),
        ("2 hours, 1,800 cues", 2, 1_800),
        ("2 hours, 10,000 cues", 2, 10_000),
        ("10 hours, 9,000 cues", 10, 9_000),
    ];

    public static void Run()
    {
        using var folder = new TempFolder();
        Console.WriteLine("talk                     wall        peak memory   report");
        foreach (var (name, hours, cues) in Talks)
        {
            var talk = folder.PathOf($"{cues}-{hours:0}.vtt");
            SyntheticTalk.Write(talk, TimeSpan.FromHours(hours), cues);
            var (wall, peak, report) = Measure(folder, talk);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-22}   {wall.TotalSeconds,6:0.00} s    {peak / 1048576.0,6:0} MB      {new FileInfo(report).Length / 1024.0,6:0} KB"));
        }
    }

    private static (TimeSpan Wall, long Peak, string Report) Measure(TempFolder folder, string talk)
    {
        var start = new ProcessStartInfo(BuiltYttl.Path, ["summarize", talk, "--llm-provider", "extractive", "--out", folder.PathOf("out")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["YTTL_HOME"] = folder.PathOf("home") },
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        long peak = 0;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(10)))
            peak = Math.Max(peak, PeakMemory(process));
        return process.ExitCode == 0
            ? (clock.Elapsed, peak, process.StandardOutput.ReadToEnd().Trim())
            : throw new InvalidOperationException(process.StandardError.ReadToEnd());
    }

    /// <summary>The kernel's own high-water mark, so that sampling misses only what happens in the last 10 ms.</summary>
    private static long PeakMemory(Process process)
    {
        process.Refresh();
        return process.HasExited ? 0 : process.PeakWorkingSet64;
    }
}
