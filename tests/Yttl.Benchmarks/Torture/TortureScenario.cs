using Yttl.Benchmarks.Results;
using Yttl.TestKit;

namespace Yttl.Benchmarks.Torture;

/// <summary>
/// What a run keeps while it is killed at random moments, what is built on stored files that were damaged, and what hostile
/// servers, folders and files bring about. Bounded by counts, and the same for the same seed, but for the moments of kills.
/// </summary>
internal static class TortureScenario
{
    private const int UsualKills = 40;
    private const int UsualFlips = 700;
    private const int Few = 10;

    private static readonly Target None = Target.AtMost(0);

    /// <summary>Writes one line of figures for each part as soon as they are known, and every fault to stderr.</summary>
    public static async Task<IReadOnlyList<ResultTable>> RunAsync(ScenarioOptions options)
    {
        var fewer = options.IsQuick ? Few : 1;
        var tables = new List<ResultTable>();
        if ((options.Flips ?? UsualFlips / fewer) is > 0 and var damages)
        {
            var flips = await FlipAsync(damages, options.Seed);
            Tell(FlipFigures.Total(flips), flips.SelectMany(kind => kind.Faults));
            tables.Add(Table(flips));
        }

        if ((options.Kills ?? UsualKills / fewer) is > 0 and var deaths)
        {
            var kills = await KillAsync(deaths, options.Seed);
            Tell(KillFigures.Total([.. kills.Select(kill => kill.Figures)]), kills.SelectMany(kill => kill.Figures.Faults));
            tables.Add(Table(kills));
        }

        if (options.IsHostile)
        {
            var hostile = await BesetAsync(options.IsQuick ? Few : int.MaxValue);
            Tell(HostileFigures.Total(hostile), hostile.SelectMany(kind => kind.Faults));
            tables.Add(Table(hostile));
        }

        return tables;
    }

    /// <summary>Kills runs on each scene in turn.</summary>
    public static async Task<IReadOnlyList<(string Scene, KillFigures Figures)>> KillAsync(int kills, int seed)
    {
        using var folder = new TempFolder();
        await using var scenes = await KillScenes.OpenAsync(folder);
        var random = new Random(seed);
        var trials = new List<(KillTrial Trial, string Scene, KillFigures Figures)>();
        foreach (var scene in scenes.All)
        {
            var trial = new KillTrial(scene, folder, random);
            await trial.PrepareAsync();
            trials.Add((trial, scene.Name, new KillFigures()));
        }

        for (var turn = 0; trials.Sum(trial => trial.Figures.Kills) < kills; turn++)
        {
            var (trial, _, figures) = trials[turn % trials.Count];
            await trial.RunAsync(figures, kills - trials.Sum(each => each.Figures.Kills));
        }

        return [.. trials.Select(trial => (trial.Scene, trial.Figures))];
    }

    public static async Task<IReadOnlyList<FlipFigures>> FlipAsync(int flips, int seed)
    {
        await using var trial = await FlipTrial.OpenAsync();
        return await trial.RunAsync(flips, new Random(seed));
    }

    private static void Tell(string figures, IEnumerable<string> faults)
    {
        foreach (var fault in faults)
            Console.Error.WriteLine(fault);
        Console.WriteLine(figures);
    }

    /// <param name="few">Only the first of each kind.</param>
    public static async Task<IReadOnlyList<HostileFigures>> BesetAsync(int few)
    {
        using var trial = new HostileTrial();
        return await trial.RunAsync(few);
    }

    private static ResultTable Table(IReadOnlyList<(string Scene, KillFigures Figures)> kills) => new(
        "Killed at random moments",
        "Whether a run that is killed and started again ends as an undisturbed one does, and leaves nothing.",
        ["calls", "kills", "runs", "reports different", "remembered calls repeated", "files left", "processes left"],
        "faults",
        [
            .. kills.Select(kill => new Row(
                kill.Scene,
                [
                    Figure.Count(kill.Figures.Calls), Figure.Count(kill.Figures.Kills), Figure.Count(kill.Figures.Runs),
                    Figure.Count(kill.Figures.Different), Figure.Count(kill.Figures.RememberedRepeated),
                    Figure.Count(kill.Figures.FilesLeft), Figure.Count(kill.Figures.ProcessesLeft),
                ],
                kill.Figures.Sum,
                None)),
        ]);

    private static ResultTable Table(IReadOnlyList<FlipFigures> flips) => new(
        "A bit turned over",
        "Whether anything is built on a stored file that was damaged.",
        ["flips", "noticed", "wrong content", "crashes"],
        "faults",
        [
            .. flips.Select(kind => new Row(
                kind.Kind,
                [Figure.Count(kind.Flips), Figure.Count(kind.Noticed), Figure.Count(kind.Wrong), Figure.Count(kind.Crashes)],
                kind.Wrong + kind.Crashes,
                None)),
        ]);

    private static ResultTable Table(IReadOnlyList<HostileFigures> hostile) => new(
        "Hostile servers, folders and files",
        "Whether a run ends as it should, takes little memory, and gives nothing away.",
        ["cases", "crashes", "hangs", "leaks", "over the memory", "peak memory"],
        "faults",
        [
            .. hostile.Select(kind => new Row(
                kind.Kind,
                [
                    Figure.Count(kind.Cases), Figure.Count(kind.Crashes), Figure.Count(kind.Hangs), Figure.Count(kind.Leaks),
                    Figure.Count(kind.Heavy), Figure.Megabytes(kind.Peak / 1048576.0),
                ],
                kind.Sum,
                None)),
        ]);
}
