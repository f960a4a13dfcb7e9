namespace Yttl.Core.Sources;

/// <summary>Settings that are passed to yt-dlp and never journalled or cached.</summary>
/// <param name="CookiesFile">A Netscape cookie file.</param>
/// <param name="CookiesFromBrowser">
/// yt-dlp's name of a browser, optionally with its profile: <c>firefox</c>, <c>chrome:Work</c>.
/// </param>
/// <param name="Proxy">Used by yt-dlp and for caption downloads.</param>
public sealed record YtDlpSettings(string? CookiesFile = null, string? CookiesFromBrowser = null, Uri? Proxy = null)
{
    /// <summary>
    /// Whether yt-dlp reads only sites that it has an extractor for, and no page whose content it has to guess. For
    /// hosts that accept requests from strangers.
    /// </summary>
    public bool KnownSitesOnly { get; init; }
}
