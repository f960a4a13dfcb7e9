using Yttl.Core.Failures;

namespace Yttl.Core.Sources.Sites;

/// <summary>Finds why a site gave no captions, where yt-dlp knows it.</summary>
internal static class MissingCaptions
{
    private const string Token = "PO Token";

    /// <param name="warnings">As <see cref="YtDlpComplaint.OfWarnings"/> returns them.</param>
    /// <returns>A clause; null where there are captions, or no reason.</returns>
    public static string? Find(YtDlpJson json, Video video, string warnings)
    {
        var lines = warnings.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var about = lines.Where(IsAboutCaptions).ToList();
        if (about.Exists(line => line.Contains(Token, StringComparison.OrdinalIgnoreCase)))
        {
            return "YouTube withholds captions from a yt-dlp without a PO token, "
                + "see https://github.com/yt-dlp/yt-dlp/wiki/PO-Token-Guide";
        }

        if (video.CaptionTracks is not [])
            return null;
        if (json.LiveStatus is "post_live")
        {
            return "its broadcast is just over and the site is still preparing them, so try again in some hours"
                + (SettingName.IsTaken("refresh") ? $" with {SettingName.For("refresh")}" : "");
        }

        var reason = about.LastOrDefault() ?? (json.Formats is null or [] ? lines.LastOrDefault() : null);
        return reason is not null && YtDlpComplaint.Words(reason) is { } words ? $"yt-dlp says: \"{words}\"" : null;
    }

    private static bool IsAboutCaptions(string line) =>
        line.Contains("caption", StringComparison.OrdinalIgnoreCase)
        || line.Contains("subtitle", StringComparison.OrdinalIgnoreCase);
}
