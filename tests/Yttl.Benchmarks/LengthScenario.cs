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
            var ran = MeasuredYttl.Run(
                folder.PathOf("home"), "summarize", talk, "--llm-provider", "extractive", "--out", folder.PathOf("out"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-22}   {ran.Wall.TotalSeconds,6:0.00} s    {ran.PeakMegabytes,6:0} MB      {new FileInfo(ran.Output).Length / 1024.0,6:0} KB"));
        }
    }
}
