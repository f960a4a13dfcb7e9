using System.Globalization;
using Yttl.Core.Text;

namespace Yttl.Core.Captions.Formats;

/// <summary>Counts what a reader leaves out, so that no text is lost without a note.</summary>
/// <param name="one">The clause after the count 1: <c>timing line cannot be read, and its text is left out</c>.</param>
/// <param name="many">The clause after any other count.</param>
internal sealed class LeftOut(string one, string many)
{
    private int _count;
    private int _first;

    /// <summary>Null where nothing was counted.</summary>
    public string? Note => _count == 0 ? null : string.Create(
        CultureInfo.InvariantCulture, $"{Quantity.Count(_count, one, many)} ({(_count == 1 ? "" : "first: ")}line {_first})");

    /// <summary>Text that stands at no cue.</summary>
    public static LeftOut Text() => new(
        "line of text belongs to no cue and is left out", "lines of text belong to no cue and are left out");

    /// <summary>Timing lines without a usable start.</summary>
    public static LeftOut Timings() => new(
        "timing line cannot be read, and its text is left out", "timing lines cannot be read, and their text is left out");

    /// <summary>Ends of cues whose start is usable: no text is lost.</summary>
    public static LeftOut Ends() => new(
        "cue has an unreadable end and lasts until the next", "cues have an unreadable end and last until the next");

    /// <summary>Cues that are divided: no text is lost.</summary>
    public static LeftOut Rests() => new(
        "cue is too long and goes on in the next", "cues are too long and go on in the next");

    /// <param name="line">The line's number, from 1. Lines are counted in their order.</param>
    public void Add(int line)
    {
        if (_count++ == 0)
            _first = line;
    }
}
