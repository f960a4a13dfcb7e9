using Yttl.Core.Failures;
using Yttl.Workflows.Runs;

namespace Yttl.Workflows.UrlLists;

/// <summary>A list of sources from an untrusted caller, one per line.</summary>
public sealed record UrlList(IReadOnlyList<UrlListEntry> Accepted, IReadOnlyList<RejectedLine> Rejected)
{
    /// <summary>The most lines with a source in one list.</summary>
    public const int MostLines = 200;

    public const int MostCharacters = 512 * 1024;

    /// <summary>The most rejected lines that are named. A run carries all of them, and the size of its input is limited.</summary>
    public const int MostRejected = 1000;

    public static UrlList Parse(string text) => Parse(text, RemoteSource.TryParse);

    /// <param name="sources">Reads the source of each line.</param>
    public static UrlList Parse(string text, SourceReader sources)
    {
        if (text.Length > MostCharacters)
            return new UrlList([], [new RejectedLine(1, TooLarge)]);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var accepted = new List<UrlListEntry>();
        var rejected = new List<RejectedLine>();
        foreach (var (number, line) in Lines(text))
        {
            if (!sources(line, out var source, out var failure))
                rejected.Add(new RejectedLine(number, failure));
            else if (!seen.TryAdd(source.ToString(), number))
                rejected.Add(new RejectedLine(number, Again(seen[source.ToString()])));
            else if (accepted.Count == MostLines)
                rejected.Add(new RejectedLine(number, TooMany));
            else
                accepted.Add(new UrlListEntry(number, source.ToString(), source.IsList(playlistWanted: false)));
        }

        if (rejected.Count > MostRejected)
            rejected = [.. rejected[..MostRejected], new RejectedLine(rejected[MostRejected].Line, More(rejected.Count - MostRejected))];
        return new UrlList(accepted, rejected);
    }

    /// <summary>
    /// The lines that name a source, trimmed, by their numbers from 1. Blank lines and lines that begin with <c>#</c>
    /// are skipped.
    /// </summary>
    public static IEnumerable<(int Number, string Source)> Lines(string text) => text.TrimStart('\uFEFF').Split('\n')
        .Select((line, index) => (Number: index + 1, Source: line.Trim()))
        .Where(line => line.Source is [not '#', ..]);

    /// <summary>
    /// Whether an uploaded list, and so its results, may have this name. In an address, a segment of dots leads out of
    /// the container into another one, to which uploaders have no access.
    /// </summary>
    public static bool IsName(string name) =>
        name.Length > 0
        && !name.Any(c => char.IsControl(c) || c is '\\')
        && name.Split('/').All(segment => segment.Trim('.', ' ').Length > 0);

    private static Failure TooLarge { get; } = new(
        FailureCategory.Input, "list.too-large", $"The list is longer than {MostCharacters} characters: nothing of it is run.");

    private static Failure TooMany { get; } = new(
        FailureCategory.Input, "list.too-long", $"The list has more than {MostLines} sources: put the rest into another.");

    private static Failure More(int lines) =>
        new(FailureCategory.Input, "list.more-rejected", $"From here on, {lines} more lines are rejected: is this a list of addresses?");

    private static Failure Again(int line) =>
        new(FailureCategory.Input, "list.repeated", $"Line {line} names the same source: it is run once.");
}

/// <param name="Line">Counted from 1.</param>
/// <param name="IsList">Whether the source may be many videos.</param>
public sealed record UrlListEntry(int Line, string Source, bool IsList);

/// <param name="Line">Counted from 1.</param>
public sealed record RejectedLine(int Line, Failure Failure);
