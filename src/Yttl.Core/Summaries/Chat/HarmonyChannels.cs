using System.Text.RegularExpressions;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// The channels of OpenAI's open models, of which only <c>final</c> is for the reader:
/// https://cookbook.openai.com/articles/openai-harmony. Some servers drop the markers and leave the words
/// (<c>analysis…assistantfinal…</c>).
/// </summary>
internal static partial class HarmonyChannels
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <returns>
    /// The final channel; empty where there are others alone; the text itself where it has no channels.
    /// </returns>
    public static string Final(string text)
    {
        if (Begins().IsMatch(text))
            return Marked(text);
        return BareBegin().Match(text) switch
        {
            { Success: false } => text,
            { Groups: var groups } when groups["final"].Success => text[(groups["final"].Index + groups["final"].Length)..].Trim(),
            _ => BareFinal().Matches(text) is [.., var last] ? text[(last.Index + last.Length)..].Trim() : "",
        };
    }

    private static string Marked(string text)
    {
        var parts = Message().Matches(text);
        if (parts.Count is 0)
            return Begun().IsMatch(text) ? "" : text;
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            var start = parts[i].Index + parts[i].Length;
            var end = i + 1 < parts.Count ? parts[i + 1].Index : text.Length;
            var body = text[start..end];
            if (parts[i].Groups["channel"].Value is "final" || !parts[i].Groups["channel"].Success)
                return End().Match(body) is { Success: true } stop ? body[..stop.Index].Trim() : body.Trim();
        }

        return "";
    }

    // At most a word stands before the first marker.
    [GeneratedRegex(
        """^(\w{1,20}[.:!,]?\s*)?(<\|start\|>\s*\w*\s*)?(<\|channel\|>|<\|message\|>)|^(analysis|commentary|final)<\|message\|>""",
        Plain)]
    private static partial Regex Begins();

    [GeneratedRegex(
        """
        (<\|start\|>[^<|]{0,60})?
        ( <\|channel\|>\s*(?<channel>analysis|commentary|final|thinking|comment)\b[^<]{0,80}
          (<\|constrain\|>[^<]{0,40})?(<\|message\|>|(?=\n)|(?<=final\s)(?=\S))
        | (?<=^|<\|end\|>)(?<channel>analysis|commentary|final)<\|message\|>
        | (?<=^|<\|end\|>|>assistant)\s*<\|message\|> )
        """, Plain | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Message();

    [GeneratedRegex(@"^\W{0,3}(<\|start\|>\w*)?<\|channel\|>(analysis|commentary)", Plain)]
    private static partial Regex Begun();

    [GeneratedRegex(@"<\|(end|return|call|start|endoftext)\|>", Plain)]
    private static partial Regex End();

    // The words are glued to what follows, or stand alone on a line.
    [GeneratedRegex(
        @"^(assistant\s*)?((analysis|commentary)(?=[^\p{Ll}\s:,.]|\s*\n)"
        + @"|(?<final>final)(?=\p{Lu}|[^\x00-\x7F]|\s*\n|(?<=assistantfinal)[^\p{Ll}\s:,.]))",
        Plain)]
    private static partial Regex BareBegin();

    [GeneratedRegex(@"(assistant\s*|(?<=\n\s*))final(?=[^\p{Ll}\s:,.]|\s*\n|\s+\p{Lu})", Plain)]
    private static partial Regex BareFinal();
}
