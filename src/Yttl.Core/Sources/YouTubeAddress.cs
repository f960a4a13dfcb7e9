namespace Yttl.Core.Sources;

/// <summary>
/// Reads every form of a YouTube address. The forms are those of YoutubeExplode's and yt-dlp's tests. Positions and
/// share marks (<c>t</c>, <c>si</c>, <c>index</c>) are ignored.
/// </summary>
internal static class YouTubeAddress
{
    private static readonly string[] Domains = ["youtube.com", "youtube-nocookie.com", "youtubekids.com"];

    private static readonly Uri Home = new("https://www.youtube.com/");

    public static bool IsIdCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    /// <summary>
    /// Compares the whole host and requires the default port: a name that merely contains YouTube's is another site's.
    /// </summary>
    public static bool IsYouTube(Uri address) =>
        address.IsDefaultPort && (IsShort(address.Host) || IsLong(address.Host));

    /// <returns>Null for anything but a YouTube video or playlist, including channels.</returns>
    public static Source? Read(Uri address)
    {
        if (!IsYouTube(address))
            return null;

        var query = Query(address.Query);
        var path = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (Wrapped(address, path, query) is { } inner)
            return Read(inner);

        var named = IsShort(address.Host) && path is [not "watch", ..] ? path[0] : IdIn(path, query);
        PlaylistId? list = PlaylistId.TryParse(query.GetValueOrDefault("list"), null, out var playlist)
            ? playlist
            : null;

        // Old embed codes have & instead of ?: /v/yIVRs6YSbOM&rel=0
        if (VideoId.TryParse(named?.Split('&')[0], null, out var video))
            return new YouTubeVideo(video, list);
        var isListAlone = path is ["playlist"] or ["embed", "videoseries"] || (path is ["watch"] && named is null);
        return list is { } whole && isListAlone ? new YouTubePlaylist(whole) : null;
    }

    private static string? IdIn(string[] path, Dictionary<string, string> query) => path switch
    {
        [] or ["watch" or "watch_popup" or "movie"] => query.GetValueOrDefault("v"),
        ["watch" or "shorts" or "live" or "embed" or "v" or "e" or "vi", var id, ..] => id,
        _ => null,
    };

    /// <summary>Returns the target of an address that only leads to another one on YouTube.</summary>
    private static Uri? Wrapped(Uri address, string[] path, Dictionary<string, string> query)
    {
        var target = path is ["attribution_link"] ? query.GetValueOrDefault("u")
            : IsConsent(address) ? query.GetValueOrDefault("continue")
            : null;
        return target is not null && Uri.TryCreate(Home, target, out var inner) && inner.Scheme is "http" or "https"
            && inner.AbsolutePath is not "/attribution_link" && !IsConsent(inner)
            ? inner
            : null;
    }

    private static bool IsConsent(Uri address) => Is(address.Host, "consent.youtube.com");

    private static bool IsShort(string host) =>
        Is(host, "youtu.be") || Is(host, "www.youtu.be");

    private static bool IsLong(string host) => Domains.Any(domain =>
        Is(host, domain) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));

    private static bool Is(string host, string name) => host.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first value of each name counts.</summary>
    private static Dictionary<string, string> Query(string query)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.TrimStart('?').Split('&'))
        {
            var parts = pair.Split('=', 2);
            if (parts.Length is 2)
                values.TryAdd(parts[0], Uri.UnescapeDataString(parts[1]));
        }

        return values;
    }
}
