using System.Diagnostics;
using Yttl.Benchmarks.Results;

namespace Yttl.Benchmarks;

/// <param name="IsQuick">Smaller inputs and fewer rounds: to see that all of it runs.</param>
/// <param name="IsFull">Also what takes minutes.</param>
/// <param name="Filter">Which micro benchmarks, as BenchmarkDotNet globs; null for all.</param>
internal sealed record ScenarioOptions(bool IsQuick, bool IsFull, string? Filter);

/// <summary>One question that figures answer.</summary>
/// <param name="Name">On the command line.</param>
internal sealed record Scenario(
    string Name, string Title, Func<ScenarioOptions, Task<IReadOnlyList<ResultTable>>> RunAsync)
{
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
