using System.Text;
using System.Text.RegularExpressions;
using Yttl.Core.Text;

namespace Yttl.Core.Reports.Formats;

/// <summary>
/// Untrusted text as Markdown that shows exactly that text: no link, no HTML, no heading, no list, no image.
/// </summary>
public static partial class MarkdownText
{
    /// <summary>
    /// Every character with a meaning within a line: in CommonMark, and in GitHub's tables, strikes, mentions and
    /// formulas.
    /// </summary>
    private const string Inline = "\\`*_[]<>&#|~@$!{}";

    /// <summary>
    /// Escapes text for one line. A line break in the text becomes a space, so that the text cannot begin a line.
    /// </summary>
    public static string Escape(string text)
    {
        var line = PlainText.Fold(HtmlText.Clean(text));
        var escaped = new StringBuilder(line.Length + 16);
        foreach (var character in line)
        {
            if (Inline.Contains(character, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(character);
        }
        // GitHub turns bare addresses into links: https://github.github.com/gfm/#autolinks-extension-
        var safe = BareAddress().Replace(escaped.ToString(), @"$1\$2");
        return LineStart().Replace(safe, @"$1\$2");
    }

    /// <summary>Escapes a part of a line, and keeps a space at its ends.</summary>
    public static string EscapePart(string text)
    {
        var escaped = Escape(text);
        if (escaped.Length == 0)
            return text.Length == 0 ? "" : " ";
        return (char.IsWhiteSpace(text[0]) ? " " : "") + escaped + (char.IsWhiteSpace(text[^1]) ? " " : "");
    }

    /// <summary>A link made by this program. The text is escaped; parentheses in the address would end it.</summary>
    public static string Link(string text, Uri? target) => target is null
        ? Escape(text)
        : $"[{Escape(text)}]("
            + target.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            + ")";

    [GeneratedRegex(
        @"(https?|ftp|mailto|xmpp|www)([:.])",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareAddress();

    /// <summary>Text that makes a list, a rule or an underlined heading at the start of a line.</summary>
    [GeneratedRegex(@"^(\d*)([-+=.)])", RegexOptions.NonBacktracking)]
    private static partial Regex LineStart();
}
