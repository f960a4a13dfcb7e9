namespace Yttl.Cli.Runs;

/// <summary>A list of sources: one a line; blank lines and lines that begin with <c>#</c> are skipped.</summary>
internal static class BatchFile
{
    /// <summary>Longer lines are no source: the longest addresses that browsers take are shorter.</summary>
    private const int LongestLine = 8192;

    public static IReadOnlyList<BatchLine> Parse(string text, string name)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n')
            .Select((line, index) => (Source: line.Trim(), Place: $"{name} line {index + 1}"))
            .Where(line => line.Source.Length > 0 && line.Source[0] != '#');
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var parsed = new List<BatchLine>();
        foreach (var (source, place) in lines)
        {
            var problem = ProblemOf(source);
            if (problem is null && !first.TryAdd(source, place))
                problem = $"the same as {first[source]}, which is done once";
            parsed.Add(new BatchLine(new Request(source, place), problem));
        }

        return parsed;
    }

    private static string? ProblemOf(string source) =>
        source.Length > LongestLine ? $"longer than {LongestLine} characters"
        : source.Any(char.IsControl) ? "holds control characters: is this a text file?"
        : source.Contains('\uFFFD', StringComparison.Ordinal) ? "not UTF-8"
        : null;
}

/// <param name="Problem">Why this line is not run; null for a good one.</param>
internal sealed record BatchLine(Request Request, string? Problem);
