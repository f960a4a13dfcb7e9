namespace Yttl.Core.Sources;

/// <summary>What is passed through to yt-dlp, and to nothing that is remembered.</summary>
/// <param name="CookiesFile">A Netscape cookie file.</param>
/// <param name="CookiesFromBrowser">yt-dlp's name of a browser, optionally with its profile: <c>firefox</c>, <c>chrome:Work</c>.</param>
/// <param name="Proxy">Used by yt-dlp and for caption downloads.</param>
public sealed record YtDlpSettings(string? CookiesFile = null, string? CookiesFromBrowser = null, Uri? Proxy = null)
{
    /// <summary>
    /// Whether yt-dlp takes only addresses of sites that it knows by name, and no page of which it has to guess what is in
    /// it: for hosts that listen for strangers.
    /// </summary>
    public bool KnownSitesOnly { get; init; }
}
