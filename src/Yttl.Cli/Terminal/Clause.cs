namespace Yttl.Cli.Terminal;

/// <summary>
/// A message as it stands behind <c>yttl: </c>: a clause. The same text is a sentence in a report and over HTTP.
/// </summary>
internal static class Clause
{
    /// <summary>The words that sentences of ours begin with. Other words may be names, which keep their capitals.</summary>
    private static readonly string[] Openings =
    [
        "A", "An", "Another", "In", "It", "Its", "No", "Nothing", "Parts", "Run", "Skipped", "That", "The", "There", "These",
        "This", "Your",
    ];

    public static string Format(string text)
    {
        var first = text.Split(' ', 2)[0];
        var clause = Openings.Contains(first) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
        return clause.EndsWith("..", StringComparison.Ordinal) ? clause : clause.TrimEnd('.');
    }
}
