namespace Yttl.Core.Sources;

/// <summary>Settings that are passed to yt-dlp and never journalled or cached.</summary>
/// <param name="CookiesFile">A Netscape cookie file.</param>
/// <param name="CookiesFromBrowser">
/// yt-dlp's name of a browser, optionally with its profile: <c>firefox</c>, <c>chrome:Work</c>.
/// </param>
/// <param name="Proxy">Used by yt-dlp and for caption downloads.</param>
public sealed record YtDlpSettings(string? CookiesFile = null, string? CookiesFromBrowser = null, Uri? Proxy = null)
{
    /// <summary>Cookies in place of <see cref="CookiesFile"/>, with a private file for each call; null for none.</summary>
    public CookieJar? CookieJar { get; init; }

    /// <summary>The password of a video that is protected by one; null for none. It is on no command line.</summary>
    public string? VideoPassword { get; init; }

    /// <summary>
    /// Whether yt-dlp reads only sites that it has an extractor for, and no page whose content it has to guess. For
    /// hosts that accept requests from strangers.
    /// </summary>
    public bool KnownSitesOnly { get; init; }

    /// <summary>
    /// How long the download of a video's audio may take. The default is enough for ten hours of audio from a site that
    /// throttles.
    /// </summary>
    public TimeSpan AudioTimeout { get; init; } = TimeSpan.FromHours(6);

    /// <summary>What to do about a download that takes longer; completes a message.</summary>
    public string AudioTimeoutRemedy { get; init; } =
        "run the same command again, and the download continues where it stopped";
}
