namespace Yttl.Benchmarks.Results;

/// <param name="Figures">One for each column of its table; empty where nothing was measured.</param>
/// <param name="Ratio">Null where the table compares nothing with this.</param>
/// <param name="Target">Of the ratio; null where none is set.</param>
internal sealed record Row(string Name, IReadOnlyList<string> Figures, double? Ratio = null, Target? Target = null)
{
    /// <summary>Null where there is nothing to judge.</summary>
    public bool? IsMet => Ratio is { } ratio ? Target?.IsMetBy(ratio) : null;
}
