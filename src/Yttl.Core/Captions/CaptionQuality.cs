namespace Yttl.Core.Captions;

internal static class CaptionQuality
{
    /// <summary>Too short a video may well have little said in it.</summary>
    private static readonly TimeSpan ShortVideo = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Speech has two to three words a second; music and pauses included, no talk falls to a tenth of that.
    /// </summary>
    private static readonly TimeSpan SlowestWord = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Whether a track breaks off or holds next to nothing: under one word per three seconds on a video of over three
    /// minutes. The rule is that of <see href="https://github.com/steipete/summarize"/>.
    /// </summary>
    /// <param name="duration">The video's; nothing is said about a video of unknown length.</param>
    public static bool IsTruncated(IEnumerable<Cue> cues, TimeSpan? duration) =>
        duration > ShortVideo && cues.Sum(cue => WordCount.Of(cue.Text)) < duration / SlowestWord;
}
