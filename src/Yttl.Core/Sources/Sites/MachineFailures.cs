using Yttl.Core.Failures;
using Yttl.Core.Processes;
using static Yttl.Core.Failures.FailureCategory;

namespace Yttl.Core.Sources.Sites;

/// <summary>
/// Failures of this machine and of its way to a site. The marks are from yt-dlp's source (cookies.py, networking) and
/// from the systems and libraries whose words it passes on.
/// </summary>
internal static class MachineFailures
{
    /// <summary>The numbers are those of <see cref="DiskFull"/>: the words beside them are in the system's language.</summary>
    public static SiteFailure NoRoom { get; } = new(
        "tool.disk-full", Processing,
        "cannot be fetched because a disk of this machine is full",
        () => "make room on it, also for temporary files",
        [
            @"\[Errno (28|69|122)\]", @"\[WinError (39|112)\]", "no space left on", "disk quota exceeded",
            "not enough space on the disk",
        ]);

    public static IReadOnlyList<SiteFailure> All { get; } =
    [
        NoRoom,
        new("cookies.unreadable", Input,
            "cannot be fetched because the cookies cannot be read",
            () => $"check {SettingName.For("cookies")}"
                + (SettingName.IsTaken("cookies_from_browser") ? $" and {SettingName.For("cookies_from_browser")}" : ""),
            [
                "cookies? database", "does not look like a Netscape", "failed to load cookies", "failed to decrypt",
                "unsupported browser", "unsupported keyring", "could not find firefox container",
                "could not read containers", "failed to read from keyring", "does not support profiles",
                "cannot extract cookies", "permission denied.{0,120}cookies", "database is locked", "must be Netscape",
                "(invalid length|invalid expires at) .{0,40}cookie|cookie.{0,40}invalid (length|expires)",
            ]),
        new("proxy.refused", Authentication,
            "cannot be fetched because the proxy refused the user name and the password",
            () => $"check them in {SettingName.For("proxy")}",
            [
                "407 Proxy Authentication", "HTTP Error 407", "proxy authentication (required|failed)",
                "SOCKS5 authentication",
            ]),
        new("tool.missing", Processing,
            "needs ffmpeg", () => ToolRemedy.ToInstall("ffmpeg"),
            ["(ffmpeg|ffprobe)( and ffmpeg)? not found", "ffmpeg is not installed"]),
        new("site.certificate", Network,
            "cannot be trusted: its certificate is not valid here", () => "check the clock, the proxy and the network",
            [
                "CERTIFICATE_VERIFY_FAILED", "certificate verify failed", "certificate problem",
                "self[- ]signed certificate", "certificate has expired", "unable to get local issuer", @"curl: \(60\)",
            ]),
        new("site.unknown-host", Network,
            "cannot be found: its host is unknown", () => "check the URL and the network",
            [
                "getaddrinfo failed", "name or service not known", "no address associated",
                "could( not|n't) resolve host", "nodename nor servname", @"\[Errno -[25]\]", @"\[WinError 11001\]",
                @"curl: \(6\)",
            ],
            Transient: true) { Quotes = true },
        new("site.unreachable", Network,
            "cannot be reached", () => "check the network, the proxy and the URL",
            [
                "name resolution", "failed to resolve '", "could( not|n't) resolve proxy", "timed[- ]out",
                @"\btimeout was reached", "connection (was )?(refused|reset|aborted|closed|broken|lost)",
                "network is unreachable", "no route to host", "failed to (establish|connect)", "RemoteDisconnected",
                "remote (end|host) closed", "(unable|failed|cannot) to connect to (the )?proxy",
                "cannot connect to proxy", "Tunnel connection failed", "UNEXPECTED_EOF", "EOF occurred",
                "IncompleteRead", @"\d+ bytes read", "broken pipe", "ended prematurely", "did not get any data blocks",
                @"\[SSL: ", "max retries exceeded", "a network error has occurred", "HTTP Error 408", "SSLV3_ALERT",
                "content too short", @"curl: \((5|7|16|18|28|35|52|55|56|92|97)\)",
                @"\[Errno (-3|32|101|103|104|110|111|113)\]", @"\[WinError (1005[0-9]|1006[0-5])\]",
            ],
            Transient: true) { Quotes = true },
    ];
}
