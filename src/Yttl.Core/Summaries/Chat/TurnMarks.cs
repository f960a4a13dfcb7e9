using System.Text.RegularExpressions;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// Removes the marks of a template around an answer, such as <c>&lt;|im_end|&gt;</c>, <c>&lt;|eot_id|&gt;</c>,
/// <c>&lt;/s&gt;</c> and <c>&lt;end_of_turn&gt;</c>, with the turns that a model invents behind them.
/// </summary>
internal static partial class TurnMarks
{
    private const RegexOptions Loose =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
        | RegexOptions.IgnorePatternWhitespace;

    private static readonly string[] Roles = ["user", "human", "assistant", "system", "model", "tool"];

    /// <returns>Trimmed.</returns>
    public static string Strip(string text)
    {
        text = UpToEnd(WithoutBeginning(text.Trim()));
        if (RoleLine().Match(text) is { Success: true, Index: > 0 } role)
            text = text[..role.Index].Trim();
        return Unwrapped(text);
    }

    /// <summary>Removes what opens a turn: marks, and the name of the role.</summary>
    public static string WithoutBeginning(string text)
    {
        while (Beginning().Match(text) is { Success: true, Length: > 0 } beginning
            && new MarkPlace(text, 0, beginning.Length).PrecedesSentence)
            text = text[beginning.Length..].TrimStart();
        return text;
    }

    private static string UpToEnd(string text)
    {
        var marks = Mark().Matches(text).ToList();
        // "<s>old</s>" is HTML, of which an answer may speak.
        if (text.IndexOf("<s>", StringComparison.OrdinalIgnoreCase) > 0)
            marks.RemoveAll(mark => mark.Value is "</s>" or "</S>");
        var isAboutMarks = marks.Exists(mark => !IsEnd(text, mark));
        return marks.Find(mark => IsEnd(text, mark) && (!isAboutMarks || IsSureEnd(text, mark))) is { } end
            ? text[..end.Index].Trim()
            : text;
    }

    private static bool IsEnd(string text, Match mark)
    {
        var place = new MarkPlace(text, mark.Index, mark.Length);
        if (place.IsAtEnd || place.PrecedesTurn(Roles))
            return !place.IsQuoted;
        return !place.IsQuoted && !place.IsInList && place.PrecedesSentence
            && (place.FollowsSentence || (place.TouchesLeft && place.ClosesLine));
    }

    // Where other marks are words of a sentence, this one may be one too.
    private static bool IsSureEnd(string text, Match mark)
    {
        var place = new MarkPlace(text, mark.Index, mark.Length);
        return (place.IsAtEnd || place.PrecedesTurn(Roles)) && (place.FollowsSentence || place.TouchesLeft);
    }

    private static string Unwrapped(string text)
    {
        if (Wrapper().Match(text) is not { Success: true } wrapper)
            return text;
        return wrapper.Groups["inner"].Value.Trim();
    }

    [GeneratedRegex(
        """
        ^( ( (?!<\|/?(begin_of_|end_of_|start_|start_of_|end_)?(think|thought)(ing)?\|>)
             <\|[\w▁/]{1,30}\|> | <｜[^｜<>]{1,30}｜> | <s> | <bos> | <start_of_turn> | <\|turn> | \[/INST\] )\s*
           ( (assistant|model|bot)\b\s*(<\|(end_header_id|end_of_role|im_sep|message)\|>)? (\s*\n|(?=\W|$)) )?
         | (assistant|(?-i:model))\s*:?\s*\n\s* | assistant\s*:\s*(?=\S) )+
        """, Loose)]
    private static partial Regex Beginning();

    [GeneratedRegex(
        """
        <\|[a-z_▁]{2,30}\|> | <｜[^｜<>]{1,30}｜> | </s> | <(eos|pad|eoa|eod|end_of_turn|start_of_turn
          |end_of_utterance|eot|eot_id|im_end)>
        | <turn\|> | <\|turn> | \[/?INST\] | \[EOS\] | \[end\ of\ text\] | </assistant>
        """, Loose)]
    private static partial Regex Mark();

    // Where a server drops the marks, the role is left: glued to the last sentence, or on a line of its own.
    [GeneratedRegex(
        @"(\n\s*|(?<=[.!?…。！？""”)]))(assistant|user|human|system)\s*:?[^\S\n]*\n", RegexOptions.CultureInvariant
          | RegexOptions.ExplicitCapture)]
    private static partial Regex RoleLine();

    [GeneratedRegex(
        """
        ^\s*<(?<name>answer|final_answer|final|response|output|result|summary|solution)>(?=\s*\n|\s*(?-i:[^a-z\s]))
        (?<inner>((?!</?\k<name>>).)*)(</\k<name>>\s*)?$
        """, Loose | RegexOptions.Singleline)]
    private static partial Regex Wrapper();
}
