using System.Diagnostics;
using Yttl.Benchmarks.Results;

namespace Yttl.Benchmarks;

/// <param name="IsQuick">Smaller inputs and fewer rounds: to see that all of it runs.</param>
/// <param name="IsFull">Also what takes minutes.</param>
/// <param name="Filter">Which micro benchmarks, as BenchmarkDotNet globs; null for all.</param>
internal sealed record ScenarioOptions(bool IsQuick, bool IsFull, string? Filter)
{
    /// <summary>How often the torture kills; null for its own count, 0 for never.</summary>
    public int? Kills { get; init; }

    /// <summary>How often the torture damages a file; null for its own count, 0 for never.</summary>
    public int? Flips { get; init; }

    /// <summary>Whether the torture includes hostile servers, folders and files.</summary>
    public bool IsHostile { get; init; } = true;

    /// <summary>What the torture's choices follow from.</summary>
    public int Seed { get; init; } = 30;
}

/// <summary>One question that figures answer.</summary>
/// <param name="Name">On the command line.</param>
internal sealed record Scenario(
    string Name, string Title, Func<ScenarioOptions, Task<IReadOnlyList<ResultTable>>> RunAsync)
{
    /// <summary>Whether it runs only where it is named: its figures are summed over hours, and the page keeps them.</summary>
    public bool IsByHand { get; init; }

    /// <summary>Whatever it throws is its result: the others go on.</summary>
    public async Task<ScenarioResult> MeasureAsync(ScenarioOptions options)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var tables = await RunAsync(options);
            return new ScenarioResult(Name, Title, tables, null, clock.Elapsed);
        }
        catch (Exception e)
        {
            var failure = $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}";
            return new ScenarioResult(Name, Title, [], failure, clock.Elapsed);
        }
    }
}
