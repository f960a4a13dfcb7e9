using System.Buffers;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Tells a timing line whose times are damaged (<c>00:00:01,0x9 --> 00:00:02</c>, <c>NaN:NaN --> NaN:NaN</c>) from
/// speech with an arrow in it, so that its text is counted and never added to the cue before.
/// </summary>
internal static class DamagedTiming
{
    private static readonly SearchValues<char> Written = SearchValues.Create("0123456789:;.,-");

    /// <summary>Twice the longest time that a program writes.</summary>
    private const int LongestTime = 40;

    private const int MostStrayLetters = 2;

    private const string Brackets = "[](){}\" ";

    /// <summary>What programs write for a time that they do not know.</summary>
    private static readonly string[] NoNumbers = ["NaN", "undefined", "null", "Invalid Date"];

    /// <param name="plain">A line without a readable time before its arrow, in the signs of <see cref="TimeSigns"/>.</param>
    public static bool IsOne(string plain, int head)
    {
        var left = plain.AsSpan(0, head).TrimEnd("-=~ ");
        var arrow = plain.AsSpan(left.Length, head - left.Length);
        var isLong = arrow.Count('-') + arrow.Count('=') > 1;
        var right = plain.AsSpan(head).TrimStart("> ").Trim(Brackets);
        left = left.Trim(Brackets);
        if (left.IsEmpty)
            return right.IsEmpty ? arrow is "--" : IsWholeTime(right[..Timecode.LengthAt(right)], isLong);
        return IsTimeLike(left) && (isLong || HasSeveralSigns(left)) && (right.IsEmpty || TimeLength(right) > 0);
    }

    /// <summary>
    /// Returns the length of the damaged time that a text begins with; zero where it begins with words. A number alone
    /// is one where nothing follows it.
    /// </summary>
    public static int TimeLength(ReadOnlySpan<char> text)
    {
        var blanks = text.Length - text.TrimStart(' ').Length;
        var word = text[blanks..];
        var end = word.IndexOf(' ');
        word = end < 0 ? word : word[..end];
        var isTime = IsTimeLike(word) || (word.Length > 0 && end < 0 && !word.ContainsAnyExcept(Written));
        return isTime ? blanks + word.Length : 0;
    }

    private static bool IsTimeLike(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestTime)
            return false;
        foreach (var name in NoNumbers)
            if (text.StartsWith(name, StringComparison.Ordinal) && (text.Length == name.Length || text[name.Length] is ':' or '.'))
                return true;
        var letters = 0;
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            var count = CountLetters(word);
            letters += count;
            if (count > 0 && !word.ContainsAnyInRange('0', '9'))
                return false;
        }

        return letters <= MostStrayLetters && HasClock(text);
    }

    private static bool IsWholeTime(ReadOnlySpan<char> time, bool isLong) =>
        HasClock(time) && (isLong || HasSeveralSigns(time));

    private static bool HasClock(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOfAny(':', ';');
        return colon >= 0 && (IsDigit(text, colon - 1) || IsDigit(text, colon + 1));
    }

    private static bool HasSeveralSigns(ReadOnlySpan<char> text)
    {
        var signs = 0;
        foreach (var letter in text)
            signs += letter is ':' or ';' or '.' or ',' ? 1 : 0;
        return signs > 1;
    }

    private static bool IsDigit(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

    private static int CountLetters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var letter in text)
            letters += char.IsLetter(letter) ? 1 : 0;
        return letters;
    }
}
