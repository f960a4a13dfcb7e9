namespace Yttl.Core.Captions.Formats;

/// <summary>The part of a cue's text that markup sets off, in visible characters.</summary>
/// <param name="Length">The visible characters of the whole text.</param>
/// <param name="Markup">The text with its markup.</param>
internal sealed record MarkedPart(int Start, int End, int Length, string Markup)
{
    public bool IsWhole => Start == 0 && End == Length;

    /// <summary>Whether the mark moved on from here to there; backwards, the sentence is said again.</summary>
    public bool MovesTo(MarkedPart next) =>
        next.Start >= Start && next.End >= End && (next.Start > Start || next.End > End);

    /// <summary>Returns how many visible characters are before the first other tag; null where the markup is equal.</summary>
    public int? DiffersFrom(MarkedPart next)
    {
        var same = Markup.AsSpan().CommonPrefixLength(next.Markup);
        if (same == Markup.Length && same == next.Markup.Length)
            return null;
        var text = Markup.AsSpan(0, same);
        var tag = text.LastIndexOfAny('<', '{');
        return Visible((tag >= 0 && !text[tag..].ContainsAny('>', '}') ? text[..tag] : text).ToString());
    }

    /// <returns>Null where nothing is marked.</returns>
    public static MarkedPart? In(string markup)
    {
        if (CueMarkup.MarkedRange(markup) is not { } range)
            return null;
        var length = Visible(markup);
        var (start, end) = (Visible(markup[..range.Start]), length - Visible(markup[range.End..]));
        return start < end ? new MarkedPart(start, end, length, markup) : null;
    }

    private static int Visible(string markup) => CueMarkup.LinesOfMarkup(markup).Count(letter => !char.IsWhiteSpace(letter));
}
