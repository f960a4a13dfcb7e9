namespace Yttl.Core.Captions.Formats;

/// <summary>A line of a caption file in a text format. Small, because a long file has millions.</summary>
internal readonly record struct TimedLine
{
    private static readonly TimeSpan None = TimeSpan.MinValue;

    private readonly TimeSpan _start;
    private readonly TimeSpan _end;

    /// <param name="timing">Null where the line is no timing line, or where it is unreadable.</param>
    public TimedLine(
        int number, string text, CueTiming? timing = null, bool isUnreadable = false, bool isEndDamaged = false)
    {
        (Number, Text, IsUnreadable, IsEndDamaged) = (number, text, isUnreadable, isEndDamaged);
        (_start, _end) = (timing?.Start ?? None, timing?.End ?? None);
    }

    /// <summary>From 1.</summary>
    public int Number { get; }

    /// <summary>Of a timing line the text that stands on it beside the times; empty for most.</summary>
    public string Text { get; init; }

    /// <summary>Whether this is a timing line without a usable start.</summary>
    public bool IsUnreadable { get; }

    /// <summary>Whether the timing has no end because it is unreadable.</summary>
    public bool IsEndDamaged { get; }

    public bool IsTiming => _start != None || IsUnreadable;

    public bool IsBlank => !IsTiming && string.IsNullOrWhiteSpace(Text);

    /// <summary>Null where the line is no timing line, or where it is unreadable.</summary>
    public CueTiming? Timing => _start == None ? null : new CueTiming(_start, _end == None ? null : _end);
}
