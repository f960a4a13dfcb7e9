namespace Yttl.Core.Captions;

internal static class CaptionQuality
{
    /// <summary>Minutes in which little may be said, so a low word count proves nothing.</summary>
    private static readonly TimeSpan ShortVideo = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Speech has two to three words a second. Even with music and pauses, no talk falls to a tenth of that.
    /// </summary>
    private static readonly TimeSpan SlowestWord = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Returns whether a track is cut off or nearly empty: under one word per three seconds on a video of over three
    /// minutes. The rule is that of <see href="https://github.com/steipete/summarize"/>.
    /// </summary>
    /// <param name="duration">The video's duration. Null returns false.</param>
    public static bool IsTruncated(IEnumerable<Cue> cues, TimeSpan? duration) =>
        duration > ShortVideo && cues.Sum(cue => WordCount.Count(cue.Text)) < duration / SlowestWord;
}
