using System.Globalization;
using System.Text;
using Yttl.Core.Text;

namespace Yttl.Core.Captions;

/// <summary>
/// Bounds the text of a cue. A file without times between its lines may be one cue of many megabytes, which every later
/// step would copy whole.
/// </summary>
internal static class CueLength
{
    /// <summary>In bytes of UTF-8: an hour of speech.</summary>
    public const int Longest = 64 * 1024;

    /// <summary>As many letters as are never longer than <see cref="Longest"/>, in any script.</summary>
    public const int MostLetters = Longest / MostBytesPerLetter;

    private const int MostBytesPerLetter = 3;

    /// <summary>Divides a text between words, into parts that are no longer than <see cref="Longest"/>.</summary>
    /// <param name="end">The part of the text from <paramref name="at"/> up to here is divided.</param>
    /// <returns>The text itself where it is short enough.</returns>
    public static IEnumerable<string> Parts(string text, int at, int end)
    {
        while (at < end)
        {
            var length = LengthOf(text.AsSpan(at, end - at));
            yield return text.Substring(at, length);
            at += length;
            while (at < end && text[at] == ' ')
                at++;
        }
    }

    /// <summary>Divides cues that are too long; each part has its share of the time.</summary>
    /// <param name="count">How many were divided.</param>
    /// <returns>The same cues where none is too long.</returns>
    public static IReadOnlyList<Cue> Divide(IReadOnlyList<Cue> cues, out int count)
    {
        count = cues.Count(cue => !IsShort(cue.Text));
        return count == 0 ? cues : [.. cues.SelectMany(Divide)];
    }

    private static IEnumerable<Cue> Divide(Cue cue) =>
        IsShort(cue.Text) ? [cue] : Place([.. Parts(cue.Text, 0, cue.Text.Length)], cue);

    /// <returns>A clause; null where none was divided.</returns>
    public static string? Note(int count) => count == 0 ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{Quantity.Count(count, "cue is", "cues are")} longer than {Longest / 1024} KB and divided");

    public static bool IsShort(ReadOnlySpan<char> text) =>
        text.Length <= MostLetters || Encoding.UTF8.GetByteCount(text) <= Longest;

    private static IEnumerable<Cue> Place(List<string> parts, Cue cue)
    {
        var (before, total) = (0L, parts.Sum(part => (long)part.Length));
        foreach (var part in parts)
        {
            var from = At(before);
            before += part.Length;
            yield return cue with { Start = from, End = At(before), Text = part };
        }

        TimeSpan At(long letters) => cue.Start + TimeSpan.FromMilliseconds(
            Math.Round((cue.End - cue.Start).TotalMilliseconds * letters / total));
    }

    /// <summary>At the last space of the second half; else between two letters, never inside one.</summary>
    private static int LengthOf(ReadOnlySpan<char> text)
    {
        var (end, bytes) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > Longest)
                break;
            end += rune.Utf16SequenceLength;
        }

        if (end == text.Length)
            return end;
        if (text[end] == ' ')
            return end;
        var space = text[(end / 2)..end].LastIndexOf(' ');
        if (space > 0)
            return end / 2 + space;
        // A mark belongs to the letter before it.
        var at = end;
        while (at > end / 2 && IsMark(text[at]))
            at--;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static bool IsMark(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
