using Yttl.Core.Failures;
using Yttl.Core.Processes;
using static Yttl.Core.Failures.FailureCategory;

namespace Yttl.Core.Sources.Sites;

/// <summary>
/// Maps yt-dlp's complaints to failures. The first match counts, so the order matters: many complaints advise passing
/// cookies, and several begin with "Video unavailable" before the reason. The marks are from yt-dlp's source
/// (extractor/youtube, extractor/common.py, networking, cookies.py) and from YouTube's own reasons that it passes on.
/// </summary>
internal static class SiteFailures
{
    private static bool HasBrowser => SettingName.IsTaken("cookies_from_browser");

    private static string Cookies =>
        HasBrowser ? $"{SettingName.For("cookies_from_browser")} firefox" : SettingName.For("cookies");

    /// <summary>A caller over HTTP sets neither cookies nor a proxy.</summary>
    private static string Elsewhere => HasBrowser ? "" : "; or run yttl on a machine on which it plays in a browser";

    private static string SignIn => $"sign in with a browser and pass its cookies: {Cookies}";

    public static IReadOnlyList<SiteFailure> All { get; } =
    [
        new("cookies.unreadable", Input,
            "cannot be fetched because the cookies cannot be read",
            () => $"check {SettingName.For("cookies")}{(HasBrowser ? $" and {SettingName.For("cookies_from_browser")}" : "")}",
            [
                "cookies database", "cookie database", "does not look like a Netscape", "failed to load cookies",
                "failed to decrypt", "unsupported browser", "unsupported keyring",
            ]),
        new("proxy.refused", Authentication,
            "cannot be fetched because the proxy refused the user name and the password",
            () => $"check them in {SettingName.For("proxy")}",
            ["407 Proxy Authentication", "HTTP Error 407"]),
        new("video.bot-check", Unavailable,
            "requires a check for robots, as is frequent for data-centre addresses",
            () => $"pass the cookies of a browser that is signed in: {Cookies}, or use another "
                + SettingName.For("proxy") + Elsewhere,
            ["not a bot", "captcha", "Your IP is likely being blocked"],
            MayBeTheTool: true),
        new("video.age-restricted", Unavailable,
            "is age-restricted", () => SignIn,
            [
                "confirm your age", "age-restricted", "age restricted", "age verification",
                "inappropriate for some users",
            ],
            MayBeTheTool: true),
        new("video.members-only", Unavailable,
            "is for members only", () => $"pass a member's cookies: {Cookies}",
            [
                "members-only", "members only", "available to this channel's members", "Join this channel",
                "Music Premium members", "only available to subscribers",
            ]),
        new("video.private", Unavailable,
            "is private", () => $"pass the cookies of an account that may see it: {Cookies}",
            ["Private video", "video is private", "playlist is private", "is private. "]),
        new("video.region", Unavailable,
            "is not available in this country", () => $"use a proxy in another one: {SettingName.For("proxy")} URL",
            [
                "available in your country", "available in your region", "available in your location",
                "available from your location", "blocked it in your country", "in your country on copyright grounds",
                "geo restrict", "geo-restrict", "geo block",
            ]),
        new("video.live", Unavailable,
            "has not been broadcast yet, or is not on air", () => "summarise the recording afterwards",
            [
                "live event will begin", "Premieres in", "Premiere will begin", "premiere has not",
                "not currently live", "is offline", "has not started", "No longer live", "live event has ended",
            ]),
        new("video.drm", Unavailable,
            "is protected by DRM", () => "there is no lawful way to read it",
            ["DRM protected", "known to use DRM", "DRM protection"],
            MayBeTheTool: true),
        new("site.rate-limit", RateLimit,
            "was requested too often", () => "wait, then try again with fewer at once",
            ["HTTP Error 429", "Too Many Requests", "rate-limited by", "content isn't available, try again later"],
            Transient: true),
        new("video.removed", Unavailable,
            "has been removed or never existed", () => "check the address",
            [
                "has been removed", "been terminated", "no longer available", "has been deleted", "does not exist",
                "no longer exists", "account has been closed", "HTTP Error 404", "HTTP Error 410", "copyright claim",
            ]),
        new("source.unsupported", Input,
            "is not an address that yt-dlp can read", () => "give the address of a video, or a downloaded file",
            [
                "Unsupported URL", "is not a valid URL", "Incomplete YouTube ID", "looks truncated",
                "Unable to recognize", "unknown url type",
            ]),
        new("tool.missing", Processing,
            "needs ffmpeg", () => ToolRemedy.ToInstall("ffmpeg"),
            ["ffmpeg not found", "ffmpeg is not installed", "ffprobe not found", "ffprobe and ffmpeg not found"]),
        new("site.certificate", Network,
            "cannot be trusted: its certificate is not valid here", () => "check the clock, the proxy and the network",
            ["CERTIFICATE_VERIFY_FAILED"]),
        new("site.unreachable", Network,
            "cannot be reached", () => "check the network, the proxy and the address",
            [
                "getaddrinfo failed", "Name or service not known", "name resolution", "No address associated",
                "Failed to resolve", "nodename nor servname", "timed out", "Connection refused", "Connection reset",
                "Connection aborted", "Network is unreachable", "No route to host", "RemoteDisconnected",
                "Remote end closed", "Unable to connect to proxy", "Tunnel connection failed", "UNEXPECTED_EOF",
                "EOF occurred", "IncompleteRead", "bytes read",
            ],
            Transient: true),
        new("site.error", Api,
            "could not be served by its site", () => "try again later",
            ["HTTP Error 500", "HTTP Error 502", "HTTP Error 503", "HTTP Error 504"],
            Transient: true),
        new("video.login-required", Authentication,
            "needs an account", () => SignIn,
            [
                "Sign in", "login required", " log in", "registered users", "account credentials", "authentication",
                "HTTP Error 401", "This content is only available to", "requires payment",
                "requires a subscription", "Premium members",
            ],
            MayBeTheTool: true),
        new("site.forbidden", Unavailable,
            "was refused by its site", () => $"try {Cookies} or another {SettingName.For("proxy")}",
            ["HTTP Error 403", "Forbidden"],
            MayBeTheTool: true),
        new("video.unavailable", Unavailable,
            "is not available at its site", () => "see in a browser whether it plays",
            [
                "Video unavailable", "video is not available", "video is unavailable", "content isn't available",
                "playlist is unavailable",
            ],
            MayBeTheTool: true),
    ];

    public static SiteFailure Coded(string code) => All.First(failure => failure.Code == code);

    public static SiteFailure? Find(string complaint) => All.FirstOrDefault(failure => failure.Matches(complaint));

    /// <param name="line">yt-dlp's complaint on one line.</param>
    public static SiteFailure Unknown(string line) =>
        new("ytdlp.failed", Api, "could not be read by yt-dlp", () => line, [], MayBeTheTool: true);
}
