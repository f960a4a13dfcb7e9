using System.Buffers;
using System.Net;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// The line <c>START --> END</c> of text formats in any spelling: with another arrow or a dash, in brackets, after an
/// index, with settings or text behind it.
/// </summary>
/// <param name="Start">Null where it is missing or cannot exist: the cue has no place in time.</param>
/// <param name="End">Null where it is missing or unreadable.</param>
/// <param name="IsEndDamaged">Whether an end is there that cannot be read or cannot exist.</param>
/// <param name="IsFull">Whether each time that is there has hours or a fraction.</param>
/// <param name="Text">The text on the line, without settings.</param>
internal sealed record TimingLine(
    TimingShape Shape, Timecode? Start, Timecode? End, bool IsEndDamaged, bool IsFull, bool HasFraction, string Text)
{
    /// <summary>What stands around times and is no text.</summary>
    private static readonly SearchValues<char> Decoration = SearchValues.Create(" \t*_`|<>-=~\"");

    private static readonly SearchValues<char> Openers = SearchValues.Create("[(\"\t \uFEFF");

    private static readonly TimingLine Unplaced = new(TimingShape.Certain, null, null, false, true, false, "");

    /// <summary>
    /// Returns null where the line is no timing line. Speech about times and arrows is none: it begins with words
    /// (<c>we meet 10:30 -> 11:00</c>), or holds numbers alone (<c>score 2 --> 3</c>).
    /// </summary>
    public static TimingLine? Parse(string line)
    {
        if (UsualTiming.Parse(line) is (var begin, var finish))
            return new TimingLine(TimingShape.Certain, begin, finish, false, true, true, "");
        if (!TimeSigns.HasSeparator(line) && !BeginsWithDigit(line))
            return null;
        if (line.Contains('&', StringComparison.Ordinal))
            line = WebUtility.HtmlDecode(WebUtility.HtmlDecode(line));
        var plain = TimeSigns.WithColons(TimeSigns.Plain(line));
        var head = plain.IndexOf('>', StringComparison.Ordinal);
        if ((TimingText.WithoutHead(plain) ?? (head < 0 ? null : TimingText.AtArrow(plain, head))) is { } found)
            return found.Shape() is { } shape ? From(found, shape, line) : null;
        return head >= 0 && DamagedTiming.IsOne(plain, head) ? Unplaced : null;
    }

    private static bool BeginsWithDigit(string line)
    {
        var start = line.AsSpan().IndexOfAnyExcept(Openers);
        return start >= 0 && char.IsDigit(line[start]);
    }

    private static TimingLine? From(TimingText found, TimingShape shape, string line)
    {
        var label = line.AsSpan(0, found.Before.Length).Trim(" \t[({#-").ToString();
        var hasLabel = label.Any(char.IsLetter);
        if (hasLabel && !(shape == TimingShape.Certain && found is { IsLong: true, IsFull: true } && !found.EndText.IsEmpty))
            return null;

        Timecode? start = Timecode.TryParse(found.StartText, out var time) ? time : null;
        Timecode? end = Timecode.TryParse(found.EndText, out time) ? time : null;
        var rest = found.Rest;
        var damaged = found.EndText.IsEmpty ? DamagedTiming.TimeLength(found.Plain.AsSpan(rest)) : 0;
        var text = CueSettings.Remove(line[(rest + damaged)..]);
        if (!text.AsSpan().ContainsAnyExcept(Decoration))
            text = "";
        return new TimingLine(
            shape, start, end,
            IsEndDamaged: end is null && (damaged > 0 || found.EndText.Length > 0),
            found.IsFull,
            HasFraction: TimingText.HasFraction(found.StartText) || TimingText.HasFraction(found.EndText),
            hasLabel ? $"{label}\n{text}" : text);
    }
}
