using System.Text.RegularExpressions;
using Yttl.Core.Text;

namespace Yttl.Core.Sources.Sites;

/// <summary>Finds the complaint in yt-dlp's stderr.</summary>
internal static partial class YtDlpComplaint
{
    private const int LongestLine = 300;
    private const int LongestQuote = 160;
    private const string Traceback = "Traceback (most recent call last)";

    /// <summary>
    /// Returns the text from the last <c>ERROR:</c> on, because a complaint spans several lines. Of a traceback only the
    /// line that names the exception is left: the others are yt-dlp's source.
    /// </summary>
    public static string OfFailure(string stderr)
    {
        var start = stderr.LastIndexOf("ERROR:", StringComparison.Ordinal);
        var trace = stderr.LastIndexOf(Traceback, StringComparison.Ordinal);
        if (trace >= 0 && start < trace)
        {
            var raised = Raised(stderr[trace..]);
            return start < 0 ? raised : stderr[start..stderr.IndexOf(Traceback, start, StringComparison.Ordinal)] + raised;
        }

        if (start < 0)
            start = stderr.LastIndexOf("error:", StringComparison.Ordinal);
        return start >= 0 ? stderr[start..] : stderr.Split('\n').LastOrDefault(line => Exception().IsMatch(line)) ?? stderr;
    }

    /// <summary>
    /// Returns the warnings with the lines that belong to them, without those that explain no failure. With
    /// <c>--ignore-no-formats-error</c> the reason of a failure is one of them.
    /// </summary>
    public static string OfWarnings(string stderr)
    {
        var kept = new List<string>();
        var belongs = false;
        foreach (var line in stderr.Split('\n'))
        {
            belongs = line.Contains("WARNING:", StringComparison.Ordinal)
                ? !Unrelated().IsMatch(line)
                : belongs && line is not (['[', ..] or "") && !line.StartsWith("ERROR:", StringComparison.Ordinal);
            if (belongs)
                kept.Add(line);
        }

        return string.Join('\n', kept);
    }

    /// <summary>Returns the complaint for people: one line, without the request to report a bug.</summary>
    public static string Line(string complaint)
    {
        var line = complaint.Split('\n').Select(PlainText.OneLine).FirstOrDefault(text => text is not null)
            ?? "it gave no reason";
        return Cut(Decoration().Replace(line, ""), LongestLine);
    }

    /// <summary>Returns what a line says, without the name of the extractor and what it advises to do with yt-dlp.</summary>
    /// <returns>Null where nothing is left.</returns>
    public static string? Words(string line) =>
        PlainText.OneLine(Advice().Replace(Identity().Replace(Level().Replace(line, ""), ""), "")) is { } words
            ? Cut(words.Replace('"', '\''), LongestQuote)
            : null;

    /// <summary>
    /// Returns a complaint as it is compared: without addresses and ids, which may hold any word, with straight apostrophes
    /// and single blanks.
    /// </summary>
    public static string Plain(string complaint)
    {
        var text = Address().Replace(Apostrophe().Replace(complaint, "'"), " ");
        return string.Join('\n', text.Split('\n').Select(line =>
            Identity().Replace(Level().Replace(Blank().Replace(line, " ").Trim(), ""), "${extractor}")));
    }

    /// <summary>Whether a line is the one in which yt-dlp names the countries that may see a video.</summary>
    public static bool NamesCountries(string line) =>
        line.TrimStart().StartsWith("This video is available in ", StringComparison.Ordinal);

    /// <summary>Returns the last exception of a traceback: the first line after its frames, which are indented.</summary>
    private static string Raised(string trace) =>
        trace.Split('\n').Skip(1).FirstOrDefault(line => line.Trim() is not "" && !char.IsWhiteSpace(line[0])) ?? "";

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length] + "…";

    /// <summary>The last line of a Python program that failed.</summary>
    [GeneratedRegex(@"^[A-Za-z_][\w.]{0,80}(?:Error|Exception|Exit|Interrupt)(?::|\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Exception();

    /// <summary>What yt-dlp warns of while it does its work, and what only says that there is nothing.</summary>
    [GeneratedRegex(
        @"ffmpeg not found|older than \d+ days|JavaScript runtime|formats? (?:may be|have been|are possibly|will be)|"
        + @"falling back|impersonat|Retrying|decrypt|no video formats found|requested format|only images are available|"
        + "Long argument string|deprecated",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unrelated();

    [GeneratedRegex(
        @"^.{0,20}?\b(?:error|warning):\s*(?:\[[\w:]{1,60}\]\s*)?|; please report this issue on .*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decoration();

    [GeneratedRegex(@"^\s*(?:yt-dlp: )?(?:ERROR|WARNING):\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Level();

    /// <summary>The extractor and the id: <c>[youtube] yIVRs6YSbOM: </c>.</summary>
    [GeneratedRegex(
        @"^(?<extractor>\[[^\]\s]{1,60}\] )(?:\S{1,200}: )?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Identity();

    /// <summary>What follows the reason: a Python exception, and options of yt-dlp that YTTL gives or has names for.</summary>
    [GeneratedRegex(
        @"[;,.]? (?:please report this issue on|\(caused by|you might want to use a VPN|\(?use --|see  ?https?://|also see  ?https?://|"
        + @"for more information, refer to|it is recommended to use|you may want to use --|try again with  ?--|set --).*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Advice();

    [GeneratedRegex(@"\bhttps?://[^\s""'<>]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex("[\u2018\u2019\u201B\u02BC\u2032\u00B4`\uFF07]", RegexOptions.CultureInvariant)]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"[^\S\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
