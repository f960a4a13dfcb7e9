using System.Buffers;

namespace Yttl.Core.Captions.Formats;

/// <summary>The places of the times on a timing line, in the signs of <see cref="TimeSigns"/>.</summary>
/// <param name="Plain">The line in these signs.</param>
/// <param name="Start">Where its first time stands.</param>
/// <param name="End">Where its second time stands; empty, with the place behind the arrow, where it has none.</param>
internal readonly record struct TimingText(string Plain, Range Start, Range End, bool HasHead, bool IsLong)
{
    private static readonly SearchValues<char> TimeLetters = SearchValues.Create("0123456789:;.,- s");

    private const string Openers = "[({\" ";
    private const string Closers = "])}\" ";
    private const string Strokes = "-=~\\ ";
    private const int MostDashes = 4;

    /// <summary>Between two times without an arrow: <c> until </c>.</summary>
    private const int LongestGap = 7;

    /// <summary>Far more than a time has, with a fraction of a fraction.</summary>
    private const int LongestTime = 100;

    public ReadOnlySpan<char> StartText => Plain.AsSpan(Start);

    public ReadOnlySpan<char> EndText => Plain.AsSpan(End);

    public ReadOnlySpan<char> Before => Plain.AsSpan(..Start.Start);

    /// <summary>Where the rest of the line begins.</summary>
    public int Rest => Plain.Length - Plain.AsSpan(End.End).TrimStart(Closers).Length;

    /// <param name="head">Where the head of the arrow is.</param>
    /// <returns>Null where no time stands before the arrow.</returns>
    public static TimingText? AtArrow(string plain, int head)
    {
        var left = plain.AsSpan(0, head).TrimEnd(Strokes);
        var arrow = plain.AsSpan(left.Length, head - left.Length);
        left = left.TrimEnd(Closers);
        var start = Math.Max(left.LastIndexOfAnyExcept(TimeLetters) + 1, left.Length - LongestTime);
        while (start < left.Length && (left[start] == ' ' || IsInside(left, start) || IsIndex(left[start..])
            || Timecode.LengthAt(left[start..]) != left.Length - start))
            start++;
        return start < left.Length && IsTime(left[start..])
            ? new TimingText(
                plain, start..left.Length, TimeAt(plain, plain.Length - plain.AsSpan(head).TrimStart("> ").Length),
                HasHead: true, IsLong: arrow.Count('-') + arrow.Count('=') > 1)
            : null;
    }

    /// <summary>
    /// A dash or two may stand for the arrow, with a time on each side and nothing but an index before; and any few
    /// signs between two times with fractions, such as a comma, a bar or <c>to</c>.
    /// </summary>
    public static TimingText? WithoutHead(string plain)
    {
        var start = plain.Length - plain.AsSpan().TrimStart(Openers).Length;
        var length = Timecode.LengthAt(plain.AsSpan(start));
        if (length > 0 && !IsTime(plain.AsSpan(start, length)))
        {
            // An index.
            start = plain.Length - plain.AsSpan(start + length).TrimStart(".) [({\"").Length;
            length = Timecode.LengthAt(plain.AsSpan(start));
        }

        var first = plain.AsSpan(start, length);
        if (!IsTime(first))
            return null;
        var gap = plain.AsSpan(start + length);
        var behind = gap.TrimStart(Closers).TrimStart("-~");
        var strokes = gap.TrimStart(Closers).Length - behind.Length;
        var end = TimeAt(plain, plain.Length - behind.Length);
        if (strokes is > 0 and <= MostDashes && end.Start.Value < end.End.Value)
            return new TimingText(plain, start..(start + length), end, HasHead: false, IsLong: false);

        var digit = gap.IndexOfAnyInRange('0', '9');
        if (!HasFraction(first) || !IsClock(first) || digit is <= 0 or > LongestGap || gap[..digit].ContainsAny(":;.>"))
            return null;
        end = TimeAt(plain, start + length + digit);
        var last = plain.AsSpan(end);
        return HasFraction(last) && IsClock(last)
            ? new TimingText(plain, start..(start + length), end, HasHead: false, IsLong: false)
            : null;
    }

    /// <summary>Returns null where the form is one of speech alone.</summary>
    public TimingShape? Shape()
    {
        var isBracketed = Before.TrimEnd(' ') is [.., '[' or '(' or '{'];
        var hasFraction = HasFraction(StartText) || HasFraction(EndText);
        if (!IsClock(StartText) && !IsClock(EndText))
            return !HasHead ? null : isBracketed ? TimingShape.Certain : TimingShape.SecondsAlone;
        if (hasFraction || (HasHead && (isBracketed || IsFull || (IsLong && HasTwoDigitSeconds))))
            return TimingShape.Certain;
        return HasHead ? TimingShape.ArrowWithoutFraction : TimingShape.DashWithoutFraction;
    }

    /// <summary>Whether each time that is there has hours or a fraction.</summary>
    public bool IsFull => IsFullTime(StartText) && (EndText.IsEmpty || IsFullTime(EndText));

    /// <summary>A fourth part is one too: milliseconds or frames.</summary>
    public static bool HasFraction(ReadOnlySpan<char> time) =>
        time.TrimEnd(":;.,") is var text && (text.ContainsAny('.', ',') || text.Count(':') + text.Count(';') > 2);

    private bool HasTwoDigitSeconds =>
        StartText.TrimEnd(":;.,") is [.., ':' or ';' or ' ', >= '0' and <= '9', >= '0' and <= '9'];

    private static bool IsFullTime(ReadOnlySpan<char> time) =>
        HasFraction(time) || time.TrimEnd(":;").Count(':') + time.TrimEnd(":;").Count(';') > 1;

    private static bool IsClock(ReadOnlySpan<char> time) => time.ContainsAny(':', ';');

    /// <summary>Not the end of a damaged time: <c>00:0O:01,249</c>.</summary>
    private static bool IsInside(ReadOnlySpan<char> text, int at) =>
        at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || ":;.,".Contains(text[at - 1]));

    /// <summary>A number alone is no time: <c>score 2 --> 3</c>.</summary>
    private static bool IsTime(ReadOnlySpan<char> text) => text.ContainsAny(":;.,s");

    /// <summary><c>5: 00:00:01,000</c>, which would read as five days.</summary>
    private static bool IsIndex(ReadOnlySpan<char> text) =>
        text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
        && !text[..colon].ContainsAnyExceptInRange('0', '9')
        && !text[(colon + 1)..].Contains(": ", StringComparison.Ordinal)
        && text[(colon + 1)..].Count(':') > 1;

    private static Range TimeAt(string plain, int at)
    {
        at = plain.Length - plain.AsSpan(at).TrimStart(Openers).Length;
        var length = Timecode.LengthAt(plain.AsSpan(at));
        return length > 0 && IsEnd(plain.AsSpan(at + length)) && IsTime(plain.AsSpan(at, length))
            ? at..(at + length)
            : at..at;
    }

    /// <summary>Text may follow a time at once, but not more of a time or of a word.</summary>
    private static bool IsEnd(ReadOnlySpan<char> rest) =>
        rest is not [':' or ';' or (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..]
            and not ['.' or ',', >= '0' and <= '9', ..];
}
