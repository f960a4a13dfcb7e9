using Yttl.Core.Failures;
using Yttl.Core.Sources;
using Yttl.Workflows.Runs;

namespace Yttl.Workflows.UrlLists;

/// <summary>A list of sources, one per line. Blank lines and lines that begin with <c>#</c> are skipped.</summary>
public static class UrlListText
{
    /// <summary>The most lines with a source in one list.</summary>
    public const int MostLines = 200;

    public const int MostCharacters = 512 * 1024;

    public static UrlList Parse(string text)
    {
        if (text.Length > MostCharacters)
            return new UrlList([], [new RejectedLine(1, TooLarge)]);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var accepted = new List<UrlListLine>();
        var rejected = new List<RejectedLine>();
        foreach (var (index, raw) in text.TrimStart('\uFEFF').Split('\n').Index())
        {
            var (line, number) = (raw.Trim(), index + 1);
            if (line.Length is 0 || line[0] is '#')
                continue;
            if (!RemoteSource.TryParse(line, out var source, out var failure))
                rejected.Add(new RejectedLine(number, failure));
            else if (!seen.TryAdd(source.ToString(), number))
                rejected.Add(new RejectedLine(number, Again(seen[source.ToString()])));
            else if (accepted.Count == MostLines)
                rejected.Add(new RejectedLine(number, TooMany));
            else
                accepted.Add(new UrlListLine(number, source));
        }

        return new UrlList(accepted, rejected);
    }

    private static Failure TooLarge { get; } = new(
        FailureCategory.Input, "list.too-large", $"The list is longer than {MostCharacters} characters: nothing of it is run.");

    private static Failure TooMany { get; } = new(
        FailureCategory.Input, "list.too-long", $"The list has more than {MostLines} sources: put the rest into another.");

    private static Failure Again(int line) =>
        new(FailureCategory.Input, "list.repeated", $"Line {line} names the same source: it is run once.");
}

public sealed record UrlList(IReadOnlyList<UrlListLine> Accepted, IReadOnlyList<RejectedLine> Rejected);

/// <param name="Line">Counted from 1.</param>
public sealed record UrlListLine(int Line, Source Source);

/// <param name="Line">Counted from 1.</param>
public sealed record RejectedLine(int Line, Failure Failure);
