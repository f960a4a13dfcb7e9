using System.Text.RegularExpressions;
using Yttl.Core.Text;

namespace Yttl.Core.Sources.Sites;

/// <summary>Finds the complaint in yt-dlp's stderr.</summary>
internal static partial class YtDlpComplaint
{
    private const int LongestLine = 300;

    /// <summary>Returns the text from the last <c>ERROR:</c> on, because a complaint spans several lines.</summary>
    public static string OfFailure(string stderr)
    {
        var start = stderr.LastIndexOf("ERROR:", StringComparison.Ordinal);
        if (start < 0)
            start = stderr.LastIndexOf("error:", StringComparison.Ordinal);
        return start < 0 ? stderr : stderr[start..];
    }

    /// <summary>
    /// Returns the warnings. With <c>--ignore-no-formats-error</c> the reason of a failure is one of them.
    /// </summary>
    public static string OfWarnings(string stderr) => string.Join(
        '\n', stderr.Split('\n').Where(line => line.Contains("WARNING:", StringComparison.Ordinal)));

    /// <summary>Returns the complaint for people: one line, without the request to report a bug.</summary>
    public static string Line(string complaint)
    {
        var line = complaint.Split('\n').Select(PlainText.OneLine).FirstOrDefault(text => text is not null)
            ?? "it gave no reason";
        line = Decoration().Replace(line, "");
        return line.Length <= LongestLine ? line : line[..LongestLine] + "…";
    }

    [GeneratedRegex(
        @"^.{0,20}?error:\s*(?:\[[\w:]{1,60}\]\s*)?|; please report this issue on .*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decoration();
}
