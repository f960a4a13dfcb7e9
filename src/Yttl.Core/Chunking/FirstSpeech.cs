namespace Yttl.Core.Chunking;

/// <summary>
/// Finds where to detect the language: in the first long stretch of speech, not at a cough in a silent intro.
/// </summary>
internal static class FirstSpeech
{
    private const long Worth = 2_000;

    /// <returns>
    /// Start of the first stretch of at least 2 s, otherwise of the first one; null where the track is silent.
    /// </returns>
    public static (TimeSpan? Start, string? Note) Of(TrackTimeline track)
    {
        long? first = null;
        foreach (var (start, end) in track.Stretches())
        {
            if (end - start >= Worth)
                return (TrackTimeline.Time(start), null);
            first ??= start;
        }

        return first is { } any
            ? (TrackTimeline.Time(any), "No sound lasts for 2 s: the language is detected on the first sound.")
            : (null, "The audio is silent from beginning to end.");
    }
}
