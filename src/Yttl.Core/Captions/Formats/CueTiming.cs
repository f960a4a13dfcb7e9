namespace Yttl.Core.Captions.Formats;

/// <summary>The line <c>START --> END settings</c> of WebVTT and SRT.</summary>
/// <param name="End">Null where it is missing or unreadable.</param>
internal readonly record struct CueTiming(TimeSpan Start, TimeSpan? End)
{
    private const string Arrow = "-->";

    public static bool TryParse(ReadOnlySpan<char> line, out CueTiming timing)
    {
        timing = default;
        var arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        if (arrow < 0 || !CueTimestamp.TryParse(line[..arrow], out var start))
            return false;

        var rest = line[(arrow + Arrow.Length)..].Trim();
        var space = rest.IndexOfAny(' ', '\t');
        timing = new CueTiming(start, CueTimestamp.TryParse(space < 0 ? rest : rest[..space], out var end) ? end : null);
        return true;
    }
}
