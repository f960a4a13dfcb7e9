using Yttl.Benchmarks.Results;
using Yttl.TestKit;

namespace Yttl.Benchmarks;

/// <summary>
/// How soon the published program answers, beside programs that people know. The system has its files in memory by
/// then.
/// </summary>
internal static class StartupScenario
{
    /// <summary>Something that <c>doctor</c> misses is no failure here.</summary>
    private const int SomethingMissing = 1;

    public static Task<IReadOnlyList<ResultTable>> RunAsync(ScenarioOptions options)
    {
        using var folder = new TempFolder();
        var commands = new List<(string Name, string[] Command)>
        {
            ("dotnet --version", ["dotnet", "--version"]),
            ("yttl --help, published", [PublishedYttl.Path, "--help"]),
            ("yttl doctor, published", [PublishedYttl.Path, "doctor"]),
            ("yttl --help, as built", [BuiltYttl.Path, "--help"]),
        };
        if (RealTools.OnPath("yt-dlp"))
            commands.Add(("yt-dlp --version", ["yt-dlp", "--version"]));

        var rounds = options.IsQuick ? 2 : 11;
        var times = commands.Select(_ => new List<TimeSpan>()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (command, taken) in commands.Zip(times))
                taken.Add(MeasuredYttl.Run(command.Command, folder.PathOf("home"), SomethingMissing).Wall);
        }

        var medians = times.Select(taken => taken.Order().ElementAt(taken.Count / 2)).ToList();
        return Task.FromResult<IReadOnlyList<ResultTable>>(
        [
            new ResultTable(
                $"From the command to its end, median of {rounds} rounds",
                "What a user waits for before anything is done.",
                ["wall"],
                "this ÷ dotnet --version",
                [.. commands.Zip(medians, (command, median) => new Row(
                    command.Name, [Figure.Of($"{median.TotalMilliseconds:0} ms")], median / medians[0]))]),
        ]);
    }
}
