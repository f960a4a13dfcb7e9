using System.Text.RegularExpressions;
using Yttl.Core.Summaries;

namespace Yttl.Core.Reports;

/// <summary>The first clause of a failure's message, for a table in which the row says what it is about.</summary>
internal static partial class ShortReason
{
    private const int MostLetters = 90;

    /// <summary>
    /// Leaves out the address or the path that the message begins with, what yt-dlp said in quotes, and what to do next.
    /// </summary>
    /// <param name="name">What the row calls it: the path of a file that could not be read.</param>
    public static string From(string message, string name)
    {
        var said = message.StartsWith($"{name} ", StringComparison.Ordinal) ? message[name.Length..] : Address().Replace(message, "");
        var clause = ClauseEnd().Split(Quoted().Replace(said, ""), 2)[0].Trim().TrimEnd('.', ':', ';');
        return Prose.Lead(clause.Length > 0 ? clause : message, MostLetters);
    }

    [GeneratedRegex(@"^https?://\S+\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@" \(""[^""]*""\)", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[;:.] ", RegexOptions.NonBacktracking)]
    private static partial Regex ClauseEnd();
}
