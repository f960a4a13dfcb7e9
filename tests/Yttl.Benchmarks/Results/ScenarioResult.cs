namespace Yttl.Benchmarks.Results;

/// <summary>What became of one scenario.</summary>
/// <param name="Failure">Why it broke off, one line; null where it did not.</param>
internal sealed record ScenarioResult(
    string Name, string Title, IReadOnlyList<ResultTable> Tables, string? Failure, TimeSpan Took);
