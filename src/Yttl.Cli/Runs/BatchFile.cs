using Yttl.Cli.Failures;

namespace Yttl.Cli.Runs;

/// <summary>A list of sources, one per line. Blank lines and lines that begin with <c>#</c> are skipped.</summary>
internal static class BatchFile
{
    /// <summary>
    /// In characters. A longer line is no source: the longest addresses that browsers accept are shorter.
    /// </summary>
    private const int LongestLine = 8192;

    /// <summary>A text has at most one unreadable letter in ten: a Latin-1 list has its accents.</summary>
    private const int UnreadableOneIn = 10;

    /// <exception cref="UsageException">The input is not text but, for example, a recording or a picture.</exception>
    public static IReadOnlyList<BatchLine> Parse(string text, string name)
    {
        if (!IsText(text))
            throw new UsageException($"'{name}' is not a list of sources: it is no text; a list has one source a line");
        var lines = text.TrimStart('\uFEFF').Split('\n')
            .Select((line, index) => (Source: line.Trim(), Place: $"{name} line {index + 1}"))
            .Where(line => line.Source.Length > 0 && line.Source[0] != '#');
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var parsed = new List<BatchLine>();
        foreach (var (source, place) in lines)
        {
            var problem = ProblemOf(source);
            var same = problem is null && !first.TryAdd(source, place) ? first[source] : null;
            parsed.Add(new BatchLine(new Request(source, place), problem, same));
        }

        return parsed;
    }

    private static bool IsText(string text) =>
        !text.Contains('\0', StringComparison.Ordinal)
        && text.Count(letter => letter is '\uFFFD' || (char.IsControl(letter) && !char.IsWhiteSpace(letter)))
            <= text.Length / UnreadableOneIn;

    private static string? ProblemOf(string source) =>
        source.Length > LongestLine ? $"longer than {LongestLine} characters"
        : source.Any(char.IsControl) ? "holds control characters: is this a text file?"
        : source.Contains('\uFFFD', StringComparison.Ordinal) ? "not UTF-8"
        : null;
}

/// <param name="Problem">Why this line cannot be run; null where it can.</param>
/// <param name="SameAs">
/// The place of an earlier line with the same source, which runs once; null where there is none.
/// </param>
internal sealed record BatchLine(Request Request, string? Problem, string? SameAs);
