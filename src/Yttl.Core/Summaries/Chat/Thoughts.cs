using System.Text.RegularExpressions;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// Removes the thoughts that reasoning models write before, between or after the parts of an answer. The tags are those of
/// DeepSeek, Qwen, Magistral, Cohere, Kimi, Seed, Gemma and others. The opening one may stand in the prompt's template, so
/// that the answer has the closing one alone; the limit of tokens may cut the closing one off.
/// </summary>
internal static partial class Thoughts
{
    private const int MostBlocks = 50;

    // "Sure!" or "Okay, the answer" before the tag is no answer.
    private const int LongestOpener = 24;

    private const int LeastThought = 8;

    private const string Names =
        "think|thinking|thoughts?|(think|thought|thinking|reasoning)_process|reasoning|reasoning_content|reason|reflection"
        + "|reflect|analysis|scratchpad|(inner|internal)[_-]?(monologue|thoughts?|reasoning)|monologue|chain[_-]of[_-]thought"
        + "|cot|deliberation|rationale|planning|seed:think|ant[_:]?thinking|think_on";

    private const RegexOptions Loose =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
        | RegexOptions.IgnorePatternWhitespace;

    /// <returns>Trimmed; empty where there are thoughts alone.</returns>
    public static string Strip(string text)
    {
        text = Fence().Replace(text.Trim(), "", 1);
        for (var block = 0; block < MostBlocks && WithoutOne(text) is { } shorter; block++)
            text = shorter.Trim();
        return text;
    }

    public static bool HaveAny(string text) => Mark().IsMatch(text);

    /// <summary>Whether the text has the end of thoughts, so that an answer may follow it.</summary>
    public static bool HaveEnd(string text) => Mark().Matches(text).Any(mark => mark.Groups["close"].Success);

    /// <returns>Null where there are no thoughts.</returns>
    private static string? WithoutOne(string text)
    {
        var marks = Mark().Matches(text);
        for (var i = 0; i < marks.Count; i++)
        {
            var mark = marks[i];
            if (mark.Groups["open"].Success)
            {
                if (WithoutBlock(text, marks, i) is { } shorter)
                    return shorter;
            }
            else if (!marks.Take(i).Any(before => before.Groups["open"].Success) && EndsThoughts(text, mark))
            {
                return text[(mark.Index + mark.Length)..];
            }
        }

        return null;
    }

    private static string? WithoutBlock(string text, MatchCollection marks, int index)
    {
        var open = marks[index];
        var place = new MarkPlace(text, open.Index, open.Length);
        if (place.IsQuoted)
            return null;
        var before = text[..open.Index];
        var isOpener = before.Length <= LongestOpener && !before.Contains('\n', StringComparison.Ordinal);
        // Glued to its text, or alone on its line, it is no word of a sentence.
        var isSure = place.ClosesLine || (place.TouchesRight && (!place.TouchesUnspaced
            || (place.IsAtStart && !HaveEnd(text)) || CloseOf(text, marks, index, isSure: true) is { } end
            && end.Index - open.Index - open.Length >= LeastThought));
        if (!isOpener && !place.FollowsSentence)
            return null;
        if (CloseOf(text, marks, index, isSure && place.IsAtStart) is { } close)
            return (isOpener ? "" : before) + text[(close.Index + close.Length)..];
        return !isSure ? null
            : isOpener && (place.IsAtStart || place.ClosesLine) ? ""
            : !isOpener && (place.OpensLine || place.TouchesLeft) ? before
            : null;
    }

    /// <param name="isSure">Whether any closing tag will do.</param>
    private static Match? CloseOf(string text, MatchCollection marks, int open, bool isSure)
    {
        Match? first = null;
        var start = new MarkPlace(text, marks[open].Index, marks[open].Length);
        var isBlock = start.IsAtStart || start.ClosesLine;
        foreach (var mark in marks.Skip(open + 1))
        {
            var place = new MarkPlace(text, mark.Index, mark.Length);
            if (mark.Groups["open"].Success)
            {
                // The ends behind this one are those of its block.
                if (place.OpensLine && (!isBlock || first is not null))
                    break;
                continue;
            }

            if (place.PrecedesSentence && (place.FollowsSentence || place.ClosesLine || place.IsGlued))
                return mark;
            first ??= place.IsQuoted ? null : mark;
        }

        return isSure ? first : null;
    }

    private static bool EndsThoughts(string text, Match close)
    {
        var place = new MarkPlace(text, close.Index, close.Length);
        return !place.IsQuoted && (!place.IsInList || place.IsGluedLeft) && place.PrecedesSentence
            && (place.FollowsSentence || place.ClosesLine || place.IsGlued);
    }

    [GeneratedRegex(
        $"""
        (?<open> (<|&lt;)({Names})(\s[^<>]{"{0,60}"})?(>|&gt;) | (?-i:\[(THINK|THINKING|THOUGHTS?|REASONING|REFLECTION)\])
            | <\|(begin_of_thought|start_thinking|start_of_thinking|think|thinking|thought)\|> | ◁think▷ | <unused94>(thought)?
            | <\|channel>\s*thought )
        | (?<close> (<|&lt;)/\s*({Names})\s*(>|&gt;) | (?-i:\[/(THINK|THINKING|THOUGHTS?|REASONING|REFLECTION)\])
            | <\|(end_of_thought|end_thinking|end_of_thinking|/think|/thinking|/thought)\|> | ◁/think▷ | <unused95>
            | <channel\|> )
        """, Loose)]
    private static partial Regex Mark();

    [GeneratedRegex(
        @"^```(think|thinking|thoughts?|reasoning)[^\S\n]*\n.*?\n```[^\S\n]*(\n|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
