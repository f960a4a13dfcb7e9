using System.Globalization;
using System.Text;
using Yttl.Core.Languages;
using Yttl.Core.Text;

namespace Yttl.Core.Sources.Sites;

/// <summary>Converts yt-dlp's answer for one video.</summary>
internal static class YtDlpVideo
{
    /// <summary>The seconds of the year 9999 since 1970: later ones are no day.</summary>
    private const double MostSeconds = 253_370_764_800;

    /// <param name="asked">The source that yt-dlp ran for. A YouTube video keeps its canonical address.</param>
    public static Video From(YtDlpJson json, Source asked)
    {
        var live = json.IsLive is true || json.LiveStatus is "is_live" or "is_upcoming";
        var duration = live ? null : MediaTime.Duration(json.Duration);
        var url = asked is YouTubeVideo video
            ? new Uri((video with { Playlist = null }).ToString())
            : Address(json.WebpageUrl) ?? Address(asked.ToString());
        LanguageTag? language = LanguageTag.TryParse(json.Language, out var tag) ? tag : null;
        var id = IdOf(json, asked, url);
        return new Video
        {
            Id = id,
            Title = PlainText.OneLine(json.Title) ?? id,
            Extractor = PlainText.OneLine(json.Extractor)?.ToLowerInvariant() ?? "generic",
            Url = url,
            Channel = PlainText.OneLine(json.Channel) ?? PlainText.OneLine(json.Uploader),
            Published = DayOf(json.ReleaseTimestamp ?? json.Timestamp) ?? DayOf(json.UploadDate),
            Revision = RevisionOf(json),
            Duration = duration,
            Language = language ?? YtDlpCaptions.SpokenLanguage(json.AutomaticCaptions),
            Chapters = Chapter.From((json.Chapters ?? []).OfType<RawChapter>(), duration),
            CaptionTracks = YtDlpCaptions.From(json, language),
            IsLive = live,
        };
    }

    /// <summary>
    /// Combines the site's last change and the stream of <c>bestaudio/best</c>, which show that a file was replaced.
    /// Excludes addresses, which are signed anew each time.
    /// </summary>
    private static string? RevisionOf(YtDlpJson json)
    {
        var audible = (json.Formats ?? []).OfType<YtDlpFormat>().Where(format => format.Acodec is not "none").ToList();
        var stream = audible.LastOrDefault(format => format.Vcodec is "none") ?? audible.LastOrDefault();
        var changed = json.ModifiedTimestamp ?? json.Timestamp;
        return changed is null && stream is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{changed}/{stream?.FormatId}/{stream?.Filesize}");
    }

    /// <summary>
    /// Returns the site's id. The generic extractor's is the last word of the address, and two sites may both have a
    /// page <c>index</c>, so a hash of the address makes it unique.
    /// </summary>
    private static string IdOf(YtDlpJson json, Source asked, Uri? url)
    {
        if (asked is YouTubeVideo video)
            return video.Id.ToString();
        var id = PlainText.OneLine(json.Id);
        var isGeneric = json.Extractor?.StartsWith("generic", StringComparison.OrdinalIgnoreCase) is not false;
        if (id is not null && !isGeneric)
            return FileSafe.Id(id);
        var stem = FileSafe.Stem(id ?? "") ?? "video";
        return $"{stem}-{FileSafe.Hash(Encoding.UTF8.GetBytes((url ?? new Uri(asked.ToString())).AbsoluteUri))}";
    }

    private static DateOnly? DayOf(double? timestamp) =>
        timestamp is > 0 and < MostSeconds
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds((long)timestamp).UtcDateTime)
            : null;

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
}
