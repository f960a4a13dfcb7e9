using System.Globalization;
using Yttl.Core.Processes;
using Yttl.Core.Text;

namespace Yttl.Core.Sources.Sites;

/// <summary>Builds yt-dlp's command lines.</summary>
internal static class YtDlpArguments
{
    /// <summary>
    /// Builds the command line that prints an address's JSON. It ignores the user's configuration
    /// (<c>--ignore-config</c>), which may print, download or run anything and spoil the JSON. A video without playable
    /// formats is no error, because its captions suffice. Lists are always flat, so that no page makes yt-dlp fetch a
    /// thousand videos. Captions are asked for (<c>--write-subs</c>) although none are written: many of yt-dlp's extractors
    /// look for them only then, and say only then that a site withholds them.
    /// </summary>
    /// <param name="takeList">Takes the list where the address names a video and a list.</param>
    /// <param name="runtimes">JavaScript runtimes to switch on. Only for a yt-dlp with that option.</param>
    public static IReadOnlyList<string> For(
        Source source, bool takeList, YtDlpSettings settings, IEnumerable<JavaScriptRuntime> runtimes) =>
    [
        "--ignore-config",
        "--dump-single-json",
        "--flat-playlist",
        takeList ? "--yes-playlist" : "--no-playlist",
        "--skip-download",
        "--ignore-no-formats-error",
        .. takeList ? Array.Empty<string>() : ["--write-subs", "--write-auto-subs"],
        "--no-progress",
        .. Access(source, settings, runtimes),
        .. IsSecret(source) ? Array.Empty<string>() : ["--", source.ToString()],
    ];

    /// <summary>
    /// Builds the command line that downloads the best audio without conversion. A partial download continues where it
    /// ended, beside <paramref name="path"/>.
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
        .. Access(source, settings, runtimes),
        .. IsSecret(source) ? Array.Empty<string>() : ["--", source.ToString()],
    ];

    /// <summary>
    /// Returns what is secret, for stdin: a command line is visible to every user of a machine. yt-dlp reads it as a POSIX
    /// shell does (<c>shlex.split</c>), from where <c>--config-locations</c> says. The address of a proxy may have a password,
    /// and that of a video a password or a token.
    /// </summary>
    /// <returns>Null for none.</returns>
    public static string? Secrets(Source source, YtDlpSettings settings)
    {
        string[] options =
        [
            .. settings.Proxy is { } proxy ? [Option("--proxy", proxy.AbsoluteUri)] : Array.Empty<string>(),
            .. settings.VideoPassword is { } password ? [Option("--video-password", password)] : Array.Empty<string>(),
            .. IsSecret(source) ? [Quoted(source.ToString())] : Array.Empty<string>(),
        ];
        return options is [] ? null : string.Concat(options);
    }

    /// <summary>Only addresses of pages are: they begin with their scheme, and so are no option.</summary>
    private static bool IsSecret(Source source) => source is WebPage && Redaction.In(source.ToString()) != source.ToString();

    private static string Option(string name, string value) => $"{name}={Quoted(value)}";

    private static string Quoted(string value) => $"'{value.Replace("'", "'\"'\"'", StringComparison.Ordinal)}'\n";

    private static IReadOnlyList<string> Access(
        Source source, YtDlpSettings settings, IEnumerable<JavaScriptRuntime> runtimes) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"--socket-timeout={SocketTimeout.TotalSeconds}"),
        .. settings.CookiesFile is { } file ? [$"--cookies={file}"] : Array.Empty<string>(),
        .. settings.CookiesFromBrowser is { } browser ? [$"--cookies-from-browser={browser}"] : Array.Empty<string>(),
        .. Secrets(source, settings) is null ? Array.Empty<string>() : ["--config-locations=-"],
        .. settings.KnownSitesOnly ? ["--use-extractors=default,-generic"] : Array.Empty<string>(),
        .. runtimes.Select(runtime => $"--js-runtimes={runtime.Name}"),
    ];

    private static readonly TimeSpan SocketTimeout = TimeSpan.FromSeconds(20);
}
