namespace Yttl.Core.Captions.Speakers;

/// <summary>
/// The part of a cue that one voice speaks: <c>&lt;v Name&gt;…&lt;/v&gt;</c>.
/// <see href="https://www.w3.org/TR/webvtt1/#webvtt-cue-voice-span"/>
/// </summary>
/// <param name="Speaker">As <see cref="Cue.Speaker"/>; null outside of voices, and where one has no name.</param>
/// <param name="Markup">With the other tags.</param>
/// <param name="Text">Plain lines, separated by <c>\n</c>. Not empty.</param>
internal sealed record VoiceSpan(string? Speaker, string Markup, string Text)
{
    /// <summary>
    /// Divides the text of a cue by its voices, in linear time. A voice ends with its end tag, with the voice that it is
    /// within, else with the cue. Consecutive parts of one speaker are one.
    /// </summary>
    /// <returns>Empty where the text has no voice.</returns>
    public static IReadOnlyList<VoiceSpan> In(string markup)
    {
        if (!markup.Contains("<v", StringComparison.OrdinalIgnoreCase))
            return [];
        var spans = new List<VoiceSpan>();
        var open = new Stack<string?>();
        var from = 0;
        for (var at = markup.IndexOf('<'); at >= 0; at = markup.IndexOf('<', at))
        {
            if (TagAt(markup, at) is not { } tag)
            {
                at++;
                continue;
            }

            Add(spans, open.TryPeek(out var speaker) ? speaker : null, markup[from..at]);
            if (tag.IsEnd)
                open.TryPop(out _);
            else
                open.Push(tag.Name);
            at = from = tag.End;
        }

        if (from == 0)
            return [];
        Add(spans, open.TryPeek(out var last) ? last : null, markup[from..]);
        return spans;
    }

    private static void Add(List<VoiceSpan> spans, string? speaker, string markup)
    {
        var text = CueMarkup.LinesOfMarkup(markup);
        if (text.Length == 0)
            return;
        if (spans is [.., var last] && last.Speaker == speaker)
            spans[^1] = new VoiceSpan(speaker, $"{last.Markup}\n{markup}", $"{last.Text}\n{text}");
        else
            spans.Add(new VoiceSpan(speaker, markup, text));
    }

    /// <summary>Reads <c>&lt;v.class.class Name&gt;</c> or <c>&lt;/v&gt;</c>; null where neither is there.</summary>
    private static (bool IsEnd, string? Name, int End)? TagAt(string markup, int at)
    {
        var isEnd = at + 1 < markup.Length && markup[at + 1] == '/';
        var name = at + (isEnd ? 2 : 1) + 1;
        if (name >= markup.Length || markup[name - 1] is not ('v' or 'V')
            || !(markup[name] is '.' or '>' || char.IsWhiteSpace(markup[name])))
            return null;
        if (EndOf(markup, name) is not { } end)
            return null;
        var annotation = markup.AsSpan(name, end - 1 - name);
        var space = annotation.IndexOfAny(" \t\r\n\f");
        return (isEnd, isEnd || space < 0 ? null : NameIn(annotation[space..].ToString()), end);
    }

    /// <summary>Other tags may be within a name. Another voice never is, so each letter is looked at once.</summary>
    private static int? EndOf(string markup, int at)
    {
        while (at < markup.Length)
        {
            var next = markup.AsSpan(at).IndexOfAny('<', '>');
            if (next < 0)
                return null;
            at += next;
            if (markup[at] == '>')
                return at + 1;
            var tag = markup.AsSpan(at);
            if (tag.Length < 2 || tag[1] is 'v' or 'V' || CueMarkup.TagLength(tag) is not (> 0 and var length))
                return null;
            at += length;
        }

        return null;
    }

    private static string? NameIn(string annotation) => SpeakerName.Find(CueMarkup.LinesOfMarkup(annotation));
}
