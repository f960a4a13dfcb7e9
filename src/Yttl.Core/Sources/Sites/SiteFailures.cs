using Yttl.Core.Failures;
using static Yttl.Core.Failures.FailureCategory;

namespace Yttl.Core.Sources.Sites;

/// <summary>
/// Maps yt-dlp's complaints to failures. The first match counts, so the order matters: many complaints advise passing
/// cookies, and several begin with "Video unavailable" before the reason. The marks are from yt-dlp's source (its
/// extractors and extractor/common.py) and from YouTube's own reasons that it passes on. They name the sense of a
/// sentence where many sites say the same in words of their own.
/// </summary>
internal static class SiteFailures
{
    /// <summary>What is on the site, in the words of its extractors.</summary>
    private const string Thing =
        "(video|clip|channel|playlist|album|content|track|song|show|program(me)?|user|account|room|space|broadcast|"
        + "episode|live ?stream|stream|lecture|course|page|post|tweet|title|media|event|audition|podcast|movie|series|"
        + "vod|recording)";

    private const string Place = "(country|region|location|territory|area)";

    private const string Http = "\\b(HTTP( error)?|HTTPError|status( code)?:?) ";

    private const string Lasting = "(is|are|was|has been|were)";

    private static bool HasBrowser => SettingName.IsTaken("cookies_from_browser");

    private static string Cookies =>
        HasBrowser ? $"{SettingName.For("cookies_from_browser")} firefox" : SettingName.For("cookies");

    /// <summary>A caller over HTTP sets neither cookies nor a proxy.</summary>
    private static string Elsewhere => HasBrowser ? "" : "; or run yttl on a machine on which it plays in a browser";

    private static string Password => SettingName.IsTaken("video_password")
        ? $"give its password: {SettingName.For("video_password")} PASSWORD"
        : "no password can be given here: run yttl on a machine of your own";

    private static string SignIn => $"sign in with a browser and pass its cookies: {Cookies}";

    public static SiteFailure LiveNow { get; } =
        new("video.live", Unavailable, "is live now", () => "summarise the recording afterwards", []);

    public static SiteFailure JustBroadcast { get; } = new(
        "video.live", Unavailable,
        "was broadcast a short while ago, and its site is still preparing the recording",
        () => "try again in some hours", []);

    public static SiteFailure Upcoming { get; } = new(
        "video.live", Unavailable,
        "has not been broadcast yet", () => "summarise the recording afterwards",
        [
            @"\bwill (begin|start|premiere|go live|be (live|available|broadcast|streamed|released|shown))\b",
            @"\bpremieres?\b.{0,10}\b(in|at|on|has not|shortly|soon)\b",
            @"\b(is|are) (scheduled|announced) (for|to)\b", "scheduled (for|to (start|begin|be released))",
            @"(\bnot|n't) (yet )?(been )?(started|begun|aired|broadcast)\b", @"\bstart(s|ing)? (soon|shortly)\b",
            @"\bnot (yet available|available yet)\b", @"\b(only )?available after\b", @"\bto be released (at|on|in)\b",
            "is upcoming", "coming soon", @"\b(not available|unavailable) until\b",
            "waiting for .{0,40}(start|begin|live)", "upcoming (live|event|stream|premiere)",
        ])
    {
        Quotes = true,
    };

    public static IReadOnlyList<SiteFailure> All { get; } =
    [
        .. MachineFailures.All,
        new("video.login-required", Authentication,
            "needs an account, and the one given was refused", () => SignIn,
            [
                "unable to log ?in", "could not log ?in", "failed to log ?in", "log ?in failed", "logging in failed",
                "(wrong|invalid|incorrect|bad) (e-?mail|user ?name|user id|id or|(log ?in )?credentials|access token)",
                "user ?name( or|,| and(/or)?)? (the )?password (was|is) incorrect", "entered is not correct",
            ]),
        new("video.password", Authentication,
            "is protected by a password, and the one given is wrong", () => Password,
            [
                @"\b(wrong|invalid|incorrect) (video )?(password|passcode|pin)\b",
                @"\b(password|passcode) (is |was )?(incorrect|wrong|invalid)\b",
            ]),
        new("video.password", Authentication,
            "is protected by a password", () => Password,
            [
                @"\bpassword[- ]protected\b", "protected (by|with) (a |an )?(\\w+ )?(password|passcode)",
                @"\bvideo-password\b", "(requires|needs|enter|provide|with) (a|the|its) (video )?(password|passcode)",
                @"\b(password|passcode) (is )?(required|needed)\b",
            ]),
        new("video.bot-check", Unavailable,
            "requires a check for robots, as is frequent for data-centre addresses",
            () => $"pass the cookies of a browser that is signed in: {Cookies}, or use another "
                + SettingName.For("proxy") + Elsewhere,
            [
                @"\bnot a (ro)?bot\b", "captcha", "suspected as a bot", "unusual traffic", "you('re| are) (a )?human",
                "anti-bot", "automated (queries|requests)", "requests automated", "TLS fingerprint",
                "solve JS challenge", @"cookies \(not necessarily logged in\)",
            ],
            MayBeTheTool: true),
        new("video.bot-check", Unavailable,
            "is refused to the IP address of this machine, as is frequent for data-centre addresses",
            () => $"use another {SettingName.For("proxy")}, or pass the cookies of a browser that is signed in: "
                + Cookies + Elsewhere,
            [
                @"\bIP( address)?( you are using)? (is|was|has been|may be|might be|seems)\b.{0,20}"
                + @"\b(block|bann|unable|denied|blacklist)",
                @"\b(blocked|banned|blacklisted) (your|this|the) IP\b",
            ],
            MayBeTheTool: true),
        new("video.age-restricted", Unavailable,
            "is age-restricted", () => SignIn,
            [
                "confirm your age", @"\bage[- ](restrict|verif|gate|check|confirm|limit)", "inappropriate for some",
                @"\b(users?|people|persons|viewers|adults) (\w+ )?(older than|over) \d\d\b",
                @"\bunder(age\b| (18|the age))", @"\b18\+", "adult (verification|content|only)", "sensitive content",
                "inappropriate or offensive", "comfortable for some", @"\b1[68] years", @"verif\w+ (of )?your age",
            ],
            MayBeTheTool: true),
        new("video.private", Unavailable,
            "is private", () => $"pass the cookies of an account that may see it: {Cookies}",
            [
                $"(?<!downloading )\\bprivate {Thing}", "private (subreddit|favorites|show)",
                $"\\b{Thing}( \\S+)? is (set to )?private", "set to private", "privacy settings",
                "(is|either|likely) (either )?private", @"\bprotected (tweet|account)",
                "been made available to anyone",
            ]),
        new("video.members-only", Unavailable,
            "is for members only", () => $"pass a member's cookies: {Cookies}",
            [
                "members?[- ]only", "available to (this channel's |channel )?members", "Join this channel",
                "Music Premium members", @"\b(only|exclusively|just|available) (available )?(for|to) .{0,20}"
                + @"\b((?<!premium )members|subscribers|supporters|patrons|sponsors)\b",
                @"\b(for|to) (members|subscribers|supporters|patrons) only\b",
                "(supporter|subscriber|patron)s?[- ]only", "available to (our )?subscribers",
            ]),
        new("video.region", Unavailable,
            "is not available in this country", () => $"use a proxy in another one: {SettingName.For("proxy")} URL",
            [
                $"\\b(in|from|at|to|for|outside( of)?|within) (your|this|the current|certain|some) (\\w+ )?{Place}",
                "(in|only in|to) (some|certain|selected) (countries|regions)",
                @"\bgeo[- ]?(graphic\w* )?(restrict|block|fenc|lock|limit|location)",
                "geographic (restriction|location)", "country domain", "legal complaint", "court order",
                $"{Http}451\\b", "unavailable for legal reasons", "use a VPN or a proxy",
                "by (decision of the )?\\w+ (government|censorship)",
                "(available|licensed|restricted|accessible|viewable|playable|limited) (only )?(in|to|within)( users in)?( the)? "
                + "(?-i:[A-Z])\\S+( (?-i:[A-Z])\\S+)* only",
                "only (available|licensed|accessible|viewable|playable) (in|to|within)( users in)?( the)? (?-i:[A-Z][a-z]|UK|US|EU)",
                "restricted to (?-i:[A-Z]{2,3}(_[A-Z]{2})*)\\b", "outside( of)?( the)? (?-i:[A-Z])",
                "due to (copyright|licensing|right'?s?) (restrictions|reasons)", "blocked (it )?in (your|this) ",
            ]) { Quotes = true },
        new("video.live", Unavailable,
            "is over, and its site has no recording of it, or none yet", () => "try again in some hours",
            [
                $"\\b(live|{Thing})( \\S+)? (has |was )?(already |recently )?(ended|finished|concluded)\\b",
                "(live|stream|broadcast|event) is over", "no longer live", "recording (of it )?(is|was) (not|un)",
                "recording isn't", "neither archive nor live", "replay is disabled", "archive will be available",
            ]) { Quotes = true },
        Upcoming,
        new("video.live", Unavailable,
            "is not on air", () => "summarise the recording afterwards",
            [
                @"(\bis|\bare|currently|\bnow|went|gone|\bwas|channel|user|room|model|stream) offline\b",
                @"(^|\n|[:\]] )offline\b",
                @"\b(isn't|(is|are) not|aren't|not)( currently| yet)? (live|on[- ]air|streaming|broadcasting)\b",
                "live ?stream is not available", "no (active|live) (live ?)?(streams?|broadcasts?)",
                "auto-playing vods", @"\bon-air \S+ channel",
            ]),
        new("video.drm", Unavailable,
            "is protected by DRM", () => "there is no lawful way to read it",
            [@"\bDRM\b", "widevine", "fairplay", "playready"],
            MayBeTheTool: true),
        new("site.rate-limit", RateLimit,
            "was requested too often", () => "wait, then try again with fewer at once",
            [
                $"{Http}429\\b", "too many (requests|attempts)", @"\brate[- ]?limit",
                "content isn't available, try again later", @"\b(exceeded|reached)( \w+){0,3} (API|requests?|quota)\b",
                @"\bquota (has been |was )?exceeded", "throttled", @"(blocked|rejected) by (the )?server \(",
                @"(^|\n)\[bili[^\]]*\].{0,200}HTTP Error 412", "slow down", @"\bplease wait (a|some|and|for|before)\b",
            ],
            Transient: true) { Quotes = true },
        new("video.removed", Unavailable,
            "has been removed or never existed", () => "check the URL",
            [
                @"\b(has|have|had|was|were|been|is|as) (been )?(removed|deleted|terminated|taken down|suspended|deactivated)\b",
                @"\b(may|might|possibly)( have been| be)? (removed|deleted)\b",
                @"\b(no|in) longer (available|exists?|online|accessible|hosted)\b",
                "(isn't|not|is not) available any ?more", @"\b(does|do|did)(n't| not) exist\b", "may not exist",
                "never existed",
                @"\b(account|channel|user|author)( \S+){0,3} (has been|was|is) (closed|blocked|banned)\b",
                $"\\b{Thing}( \\S+)?( \\w+)? (was |is |could |has )?not (be(en)? )?found\\b(?! (in|on) (the )?(web)?page)",
                $"\\bno such {Thing}", $"\\b(no \\S+( \\S+)? with id \\S+ exists)", $"{Http}(404|410)\\b",
                "copyright (claim|infringement|issues)", "on copyright grounds", "rightholder complaint", "takedown",
                "violat(ing|ed|ion|es)", $"\\b(link|rights|{Thing})( \\w+){{0,2}} expired", "expired\\?",
                "most likely expired", "expired or no", "not archived", "deleted or missing", @"\bdeleted video\b",
            ]) { Quotes = true },
        new("source.unsupported", Input,
            "is not a URL that yt-dlp can read", () => "give the URL of a video, or a downloaded file",
            [
                "Unsupported URL", "is not a valid URL", "Invalid URL", "Incomplete YouTube ID", "looks truncated",
                "Unable to recognize", "unknown url type", "without video ID", "blob URL", "forget to quote the URL",
                "no (\\w+ )?(videos?|media|video/audio|video content)( could be| was| were)? found\\b",
                "no videos? (in|on|with) ", "there('s| is| are) no (videos?|media)",
                "site is (not|no longer) supported", "will not be supported",
                "(does not|doesn't|do not) (contain|have) (a |any )?(videos?|media|audio)",
                "is not a (video|media file|playlist)", @"\bdoes not have a \S+ tab\b",
            ]),
        new("site.error", Api,
            "could not be served by its site", () => "try again later",
            [
                $"{Http}5(0[02-46-9]|[1-9]\\d)\\b", "internal server error", "bad gateway", "gateway time-?out",
                "temporarily (unavailable|down)", "service unavailable", "error on server[- ]side",
                "under maintenance", @"\ban error (has )?occurred\b", "something went wrong",
                "technical (difficulties|problem|error)", "page needs to be reloaded", "downloaded file is empty",
            ],
            Transient: true) { Quotes = true },
        new("video.login-required", Authentication,
            "needs an account", () => SignIn,
            [
                @"\bsign(ed)?[- ]?in\b", @"\blog(ged)?[- ]?in(to)?\b", @"\bneed to login\b", "registered users",
                "account credentials", "authentication", $"{Http}40[12]\\b", "content is only available to",
                "(requires?|needs?) (a )?(payment|premium|account|youtube premium)",
                @"\bsubscri(be|bed|bers?|ption)\b",
                "premium (only|members?|users?|accounts?|content|videos?|supporters)", "not authorized",
                "unauthori[sz]ed", @"\b(does|do) not have (access|permission|tickets)", @"\bpurchase\b", @"\bVIP\b",
                "not free", @"\b(is|are|contents) (locked|paid)\b", "pay before", @"\btoken has expired\b",
                "expired token", "tokens? ha(ve|s) been invalidated",
                "account is (needed|required)|account (that|which) has|an account",
                "cookies (are|were|is|was) (required|needed|not found|no longer valid)",
                "cookies .{0,60} were not found", "participating TV provider",
            ],
            MayBeTheTool: true),
        new("site.forbidden", Unavailable,
            "was refused by its site", () => $"try {Cookies} or another {SettingName.For("proxy")}",
            [
                $"{Http}403\\b", "forbidden", @"access (is |was |to this webpage has been )?(denied|blocked)",
                $"{Http}412\\b", "Referer header", "permission to (embed|view|watch)",
                "(cannot|can't|may not) be embedded", "not allowed to (view|watch)", "--referer",
            ],
            MayBeTheTool: true) { Quotes = true },
        new("video.unavailable", Unavailable,
            "is still being prepared by its site", () => "try again later",
            [
                "still (be )?(being )?(upload|process)ing", "is (being )?process(ing|ed)\\b", "processing this video",
            ]),
        new("video.unavailable", Unavailable,
            "is not available at its site", () => "see in a browser whether it plays",
            [
                $"\\b{Thing}( #?\\S+)? {Lasting} (currently |still )?(not (currently )?(available|playable|accessible)|"
                + "unavailable|unplayable|inaccessible|unreachable|restricted)\\b",
                $"\\b{Thing} (isn't|aren't) (currently )?available\\b", $"\\b{Thing} (not available|unavailable)\\b",
                "(can't|cannot|could not) be (accessed|played)", "disabled by (the|its) ((video )?owner|uploader)",
                "unviewable",
            ],
            MayBeTheTool: true) { Quotes = true },
    ];

    public static SiteFailure Coded(string code) => All.First(failure => failure.Code == code);

    public static SiteFailure? Find(string complaint)
    {
        var plain = YtDlpComplaint.Plain(complaint);
        return All.FirstOrDefault(failure => failure.IsIn(plain));
    }

    /// <param name="line">yt-dlp's complaint on one line.</param>
    public static SiteFailure Unknown(string line) =>
        new("ytdlp.failed", Api, "could not be read by yt-dlp", () => line, [], MayBeTheTool: true);
}
