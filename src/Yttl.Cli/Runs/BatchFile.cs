using System.Text;
using Yttl.Cli.Failures;
using Yttl.Cli.Terminal;
using Yttl.Core.Failures;
using Yttl.Workflows.UrlLists;

namespace Yttl.Cli.Runs;

/// <summary>A list of sources, one per line.</summary>
/// <param name="Sources">In their order, each once.</param>
/// <param name="Problems">Why lines cannot be run, with their places.</param>
/// <param name="Notes">Lines that repeat a source, with their places.</param>
internal sealed record BatchFile(
    IReadOnlyList<Request> Sources, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes)
{
    private const int MostCharacters = 4 << 20;

    /// <summary>
    /// In characters. A longer line is no source: the longest addresses that browsers accept are shorter.
    /// </summary>
    private const int LongestLine = 8192;

    /// <summary>A text has at most one unreadable letter in ten: a Latin-1 list has its accents.</summary>
    private const int UnreadableOneIn = 10;

    /// <summary>Reads the file that the user names, or stdin for <c>-</c>.</summary>
    /// <exception cref="UsageException">
    /// The file has more than 4 million characters, or is not text.
    /// </exception>
    /// <exception cref="YttlException">
    /// <c>file.missing</c>, <c>file.directory</c>, <c>file.unreadable</c>: as of a source that is a file.
    /// </exception>
    public static async Task<BatchFile> ReadAsync(
        string name, CliContext surroundings, CancellationToken cancellationToken)
    {
        try
        {
            var input = name == "-" ? surroundings.OpenInput() : File.OpenRead(name);
            using var reader = new StreamReader(input, Encoding.UTF8);
            var buffer = new char[MostCharacters + 1];
            // A read from a terminal cannot be interrupted, so on cancellation it is abandoned.
            var length = await reader.ReadBlockAsync(buffer, cancellationToken).AsTask().WaitAsync(cancellationToken);
            return length <= MostCharacters
                ? Parse(new string(buffer, 0, length), name == "-" ? "stdin" : Path.GetFileName(name))
                : throw new UsageException($"{name} is too long for a list of sources");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileReason.Unreadable(name, e);
        }
    }

    /// <exception cref="UsageException">The input is not text but, for example, a recording or a picture.</exception>
    public static BatchFile Parse(string text, string name)
    {
        if (!IsText(text))
            throw new UsageException($"{name} is not a list of sources, which is a text with one source per line");
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var (sources, problems, notes) = (new List<Request>(), new List<string>(), new List<string>());
        foreach (var (number, source) in UrlList.Lines(text))
        {
            var place = $"{name} line {number}";
            if (ProblemOf(source) is { } problem)
                problems.Add($"{place}: {problem}");
            else if (!first.TryAdd(source, place))
                notes.Add($"{place} is the same as {first[source]}, which is done once");
            else
                sources.Add(new Request(source, place));
        }

        return new BatchFile(sources, problems, notes);
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
