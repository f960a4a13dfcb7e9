namespace Yttl.Benchmarks.Results;

/// <summary>Figures of runs made side by side.</summary>
/// <param name="Meaning">One sentence: what a reader learns from it.</param>
/// <param name="Columns">What the figures of each row are.</param>
/// <param name="RatioName">What the ratio is of; null in a table without.</param>
internal sealed record ResultTable(
    string Title, string Meaning, IReadOnlyList<string> Columns, string? RatioName, IReadOnlyList<Row> Rows)
{
    public bool HasTargets => Rows.Any(row => row.Target is not null);
}
