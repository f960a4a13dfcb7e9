using System.Globalization;
using Yttl.Core.Processes;

namespace Yttl.Core.Sources.Sites;

/// <summary>The command line for one question to yt-dlp.</summary>
internal static class YtDlpArguments
{
    /// <summary>
    /// The user's own configuration is not read (<c>--ignore-config</c>): it may print, download or run anything, and
    /// the JSON would be lost in it. A video without playable formats is no error, because its captions are all that
    /// is needed. Lists stay flat whatever is asked, so that no page makes yt-dlp fetch a thousand videos.
    /// </summary>
    /// <param name="takeList">Of an address that names a video and a list, take the list.</param>
    /// <param name="runtimes">JavaScript runtimes to switch on; only for a yt-dlp that knows the option.</param>
    public static IReadOnlyList<string> For(
        Source source, bool takeList, YtDlpSettings settings, IEnumerable<JavaScriptRuntime> runtimes) =>
    [
        "--ignore-config",
        "--dump-single-json",
        "--flat-playlist",
        takeList ? "--yes-playlist" : "--no-playlist",
        "--skip-download",
        "--ignore-no-formats-error",
        "--no-progress",
        .. Access(settings, runtimes),
        "--",
        source.ToString(),
    ];

    /// <summary>
    /// The command line that downloads the best audio as the site has it: nothing is converted. A download that broke
    /// off goes on where it ended, beside <paramref name="path"/>.
    /// </summary>
    public static IReadOnlyList<string> ForAudio(
        Source source, string path, YtDlpSettings settings, IEnumerable<JavaScriptRuntime> runtimes) =>
    [
        "--ignore-config",
        "--no-playlist",
        "--format=bestaudio/best",
        "--fixup=never",
        "--no-mtime",
        "--no-progress",
        $"--output={path.Replace("%", "%%", StringComparison.Ordinal)}",
        .. Access(settings, runtimes),
        "--",
        source.ToString(),
    ];

    private static IReadOnlyList<string> Access(
        YtDlpSettings settings, IEnumerable<JavaScriptRuntime> runtimes) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"--socket-timeout={SocketTimeout.TotalSeconds}"),
        .. settings.CookiesFile is { } file ? [$"--cookies={file}"] : Array.Empty<string>(),
        .. settings.CookiesFromBrowser is { } browser ? [$"--cookies-from-browser={browser}"] : Array.Empty<string>(),
        .. settings.Proxy is { } proxy ? [$"--proxy={proxy.AbsoluteUri}"] : Array.Empty<string>(),
        .. settings.KnownSitesOnly ? ["--use-extractors=default,-generic"] : Array.Empty<string>(),
        .. runtimes.Select(runtime => $"--js-runtimes={runtime.Name}"),
    ];

    private static readonly TimeSpan SocketTimeout = TimeSpan.FromSeconds(20);
}
