namespace Yttl.Core.Reports.Html;

/// <summary>A local recording, as the page beside it sees it.</summary>
internal sealed record PlayableMedia(string RelativePath, bool IsAudio)
{
    private static readonly HashSet<string> AudioExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".aac", ".aif", ".aiff", ".flac", ".m4a", ".m4b", ".mka", ".mp3", ".oga", ".ogg", ".opus", ".wav", ".wma",
    };

    /// <summary>
    /// The recording relative to the report's folder. One elsewhere on the same drive is reached through <c>..</c>: the player
    /// then works until either is moved. Null without a recording, or from another drive, where no relative address exists.
    /// </summary>
    public static PlayableMedia? Find(string? mediaPath, string? reportFolder)
    {
        if (mediaPath is null || reportFolder is null)
            return null;
        var relative = Path.GetRelativePath(reportFolder, mediaPath);
        return Path.IsPathRooted(relative) ? null : new(relative, AudioExtensions.Contains(Path.GetExtension(mediaPath)));
    }
}
