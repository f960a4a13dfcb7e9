using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Sources.Sites;

/// <summary>Converts the entries of yt-dlp's flat list to sources.</summary>
internal static class SiteList
{
    /// <summary>Returns every entry of the list in order. Entries that cannot be resolved have a failure.</summary>
    public static IReadOnlyList<PlaylistEntry> Entries(YtDlpJson list, Source asked) =>
        [.. (list.Entries ?? []).Select(entry => Entry(entry, list, asked))];

    /// <summary>
    /// Returns whether an entry is a list. A channel lists its tabs (videos, shorts, live), which are lists.
    /// </summary>
    public static bool IsListItself(PlaylistEntry entry) =>
        entry.Failure is null && SourceText.FromAddress(entry.Source) is { } source
        && (source is YouTubePlaylist || (source is WebPage page && YouTubeAddress.IsYouTube(page.Address)));

    private static PlaylistEntry Entry(YtDlpJson? entry, YtDlpJson list, Source asked)
    {
        var title = PlainText.OneLine(entry?.Title);
        if (AddressOf(entry, list) is not { } source)
        {
            return new PlaylistEntry(asked.ToString(), title, new Failure(
                FailureCategory.Input,
                "source.no-address",
                $"an entry of {asked} has no URL of its own; give the video's own page"));
        }

        return new PlaylistEntry(source.ToString(), title, Lost(entry!, source)?.For(source).Failure);
    }

    private static Source? AddressOf(YtDlpJson? entry, YtDlpJson list)
    {
        if (entry is null)
            return null;
        if (entry.IeKey is "Youtube" && VideoId.TryParse(entry.Id, null, out var id))
            return new YouTubeVideo(id, null);

        if (entry.Type is "url" or "url_transparent")
            return entry.Url is { } url ? SourceText.FromAddress(url) : null;

        // A video embedded in the page, with the list's page as its own: resolving that page gives the list again.
        var isThePage = entry.WebpageUrl == list.WebpageUrl && list.Entries?.Count > 1;
        return entry.WebpageUrl is { } page && !isThePage ? SourceText.FromAddress(page) : null;
    }

    /// <summary>
    /// YouTube keeps entries of deleted and private videos under these titles, in English because yt-dlp asks in
    /// English. yt-dlp's own mark for private does not count: only an account that may see the video gets it.
    /// </summary>
    private static SiteFailure? Lost(YtDlpJson entry, Source source) => entry.Title switch
    {
        "[Deleted video]" when source is YouTubeVideo => SiteFailures.Coded("video.removed"),
        "[Private video]" when source is YouTubeVideo => SiteFailures.Coded("video.private"),
        _ => null,
    };
}
