namespace Yttl.Core.Reports.Html;

/// <summary>A local recording, relative to the page.</summary>
internal sealed record PlayableMedia(string RelativePath, bool IsAudio)
{
    private static readonly HashSet<string> AudioExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".aac", ".aif", ".aiff", ".flac", ".m4a", ".m4b", ".mka", ".mp3", ".oga", ".ogg", ".opus", ".wav", ".wma",
    };

    /// <summary>
    /// Returns the recording relative to the report's folder. A recording elsewhere on the same drive is reached
    /// through <c>..</c>, so the player works until either file is moved. Null without a recording, or where it is on
    /// another drive, from which no relative address exists.
    /// </summary>
    public static PlayableMedia? Find(string? mediaPath, string? reportFolder)
    {
        if (mediaPath is null || reportFolder is null)
            return null;
        var relative = Path.GetRelativePath(reportFolder, mediaPath);
        return Path.IsPathRooted(relative) ? null : new(relative, AudioExtensions.Contains(Path.GetExtension(mediaPath)));
    }
}
