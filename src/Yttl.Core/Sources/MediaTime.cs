namespace Yttl.Core.Sources;

/// <summary>Reads seconds from yt-dlp and ffprobe, which may be missing, zero, negative or absurd.</summary>
internal static class MediaTime
{
    // Ten years. A larger number is damage.
    private const double Longest = 10 * 366 * 86_400.0;

    public static TimeSpan? At(double? seconds) =>
        seconds is >= 0 and <= Longest ? TimeSpan.FromMilliseconds(Math.Round(seconds.Value * 1000)) : null;

    public static TimeSpan? Duration(double? seconds) => At(seconds) is { Ticks: > 0 } duration ? duration : null;
}
