namespace Yttl.Core.Captions;

/// <summary>Parses the timestamps of caption files.</summary>
internal static class CueTimestamp
{
    /// <summary>
    /// The upper limit of all times: later times become this one. Some files hide advertising cues at
    /// <c>9999:00:00</c>, and a transcript must not grow to match. No video is this long.
    /// </summary>
    public static readonly TimeSpan Latest = TimeSpan.FromHours(1000);

    /// <summary>
    /// Reads a time of at least two parts in any spelling of <see cref="Timecode"/> and of <see cref="TimeSigns"/>. A
    /// negative time becomes zero, a time past <see cref="Latest"/> becomes <see cref="Latest"/>.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan time)
    {
        var read = Timecode.TryParse(TimeSigns.Plain(text), out var code) && code.Parts > 1;
        time = read ? code.ToTime() : default;
        return read;
    }

    /// <summary>Clamps to the range from zero to <see cref="Latest"/>. Not a number: zero.</summary>
    public static TimeSpan FromMilliseconds(double milliseconds) =>
        !(milliseconds > 0) ? TimeSpan.Zero
        : milliseconds >= Latest.TotalMilliseconds ? Latest
        : TimeSpan.FromMilliseconds(Math.Round(milliseconds));
}
