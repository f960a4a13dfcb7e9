using Yttl.Core.Sources.Sites;

namespace Yttl.Core.Specs.Sources.Sites;

/// <summary>What yt-dlp says, in the words of its source and of the sites that it quotes, and the code it is.</summary>
public sealed class SiteMessageSpecs
{
    private const string Unknown = "ytdlp.failed";

    /// <summary>The code, and what follows <c>ERROR: </c>.</summary>
    private const string Table =
        """
        video.private        | [youtube] x: Private video. Sign in if you've been granted access to this video. Use --cookies-from-browser or --cookies for the authentication. See  https://github.com/yt-dlp/yt-dlp/wiki/FAQ#how-do-i-pass-cookies-to-yt-dlp  for how to manually pass cookies
        video.private        | [youtube] x: This video is private
        video.private        | [Iwara] x: Private video. Login if you have permissions to watch. Use --username and --password, --netrc-cmd, or --netrc (Iwara) to provide account credentials
        video.private        | [youku] x: Youku said: Sorry, this video is private
        video.private        | [afreecatv] 1: This VOD is private
        video.private        | [BilibiliPlaylist] 1: This is a private playlist. You need to login as its owner. Use --cookies, --cookies-from-browser to provide account credentials
        video.private        | [BiliBiliFavoritesList] 1: This is a private favorites list. You need to log in as its owner
        video.private        | [Reddit] x: Private subreddit; an account that has been approved is required
        video.private        | [TikTok] 1: This user's account is private. Log into an account that has access
        video.private        | [TikTok] 1: This user's account is likely either private or all of their videos are private. Log into an account that has access
        video.private        | [twitter] 1: You are not authorized to view this protected tweet. Use --cookies, --cookies-from-browser to provide account credentials
        video.private        | [vk] 1: This playlist is private
        video.private        | [vimeo] 1: This event has not been made available to anyone
        video.members-only   | [youtube] x: Join this channel to get access to members-only content like this video, and other exclusive perks.
        video.members-only   | [youtube] x: This video is available to this channel's members on level: Tier 2 (or any higher level). Join this channel to get access
        video.members-only   | [youtube] x: This video is only available to Music Premium members
        video.members-only   | [Beacon] x: This video/podcast is for members only
        video.members-only   | [BiliBili] x: This is a supporter-only video: Some title. Use --cookies to provide account credentials
        video.members-only   | [Germanupa] x: This video is only available for members. Use --cookies to provide account credentials
        video.members-only   | [afreecatv] 1: This VOD is for subscribers only
        video.members-only   | [afreecatv:live] x: This channel is streaming for subscribers only
        video.members-only   | [afreecatv:live] x: This livestream is for subscribers only. Use --username and --password to provide account credentials
        video.members-only   | [Laracasts] x: This video is only available for subscribers.
        video.members-only   | [ThisOldHouse] x: This video is only available for subscribers
        video.members-only   | [Raywenderlich] 1: This content is only available for subscribers
        video.members-only   | [onsen] x: This program is only available for premium supporters
        video.members-only   | [NicoChannelPlus] x: Channel members only
        video.age-restricted | [youtube] x: Sign in to confirm your age. This video may be inappropriate for some users. Use --cookies-from-browser or --cookies for the authentication
        video.age-restricted | [youtube] x: This video is age-restricted and only available on YouTube. Learn more
        video.age-restricted | [niconico] sm1: Login is required to access age-restricted content
        video.age-restricted | [pandatv] x: Adult verification is required for this stream
        video.age-restricted | [ARDMediathek] x: This video is only available for age verified users or after 22:00
        video.age-restricted | [afreecatv] 1: Only users older than 19 are able to watch this video
        video.age-restricted | [niconico] sm1: Sensitive content setting must be enabled
        video.bot-check      | [youtube] x: Sign in to confirm you’re not a bot. Use --cookies-from-browser or --cookies for the authentication
        video.bot-check      | [youtube] x: Sign in to confirm you're not a bot. This helps protect our community.
        video.bot-check      | [youtube] x: Sign in to confirm that you’re not a bot
        video.bot-check      | [youtube] x: Video unavailable. YouTube is requiring a captcha challenge before playback
        video.bot-check      | [youtube] x: All player responses are invalid. Your IP is likely being blocked by Youtube
        video.bot-check      | [PeekVids] x: You are suspected as a bot. Wait, or pass the captcha on the site and provide cookies. Use --cookies
        video.bot-check      | [yandexmusic:track] 1: YandexMusic has considered yt-dlp requests automated and asks you to solve a CAPTCHA. You can either wait for some time until unblocked and optionally use --sleep-interval in future
        video.bot-check      | [generic] Got HTTP Error 403 caused by Cloudflare anti-bot challenge; try again with  --extractor-args "generic:impersonate"
        video.bot-check      | [vimeo] 1: This request has been blocked due to its TLS fingerprint. Install a required impersonation dependency if possible
        video.bot-check      | [TikTok] 1: Your IP address is blocked from accessing this post
        video.bot-check      | [Reddit] x: Your IP address is unable to access the Reddit API
        video.bot-check      | [TikTok] 1: Unable to solve JS challenge
        video.bot-check      | [Douyin] 1: Fresh cookies (not necessarily logged in) are needed
        video.bot-check      | [ciscowebex] x: Webex asks you to solve a CAPTCHA. Solve CAPTCHA in browser and use --cookies
        video.region         | [youtube] x: Video unavailable. The uploader has not made this video available in your country
        video.region         | [youtube] x: Video unavailable. This video contains content from SME, who has blocked it in your country on copyright grounds
        video.region         | [youtube] x: This content is not available on this country domain due to a legal complaint from the government.
        video.region         | [youtube] x: Video unavailable. This content is not available on this country domain due to a court order.
        video.region         | [youtube] x: This content is not available on this country domain.
        video.region         | [youtube] x: This video isn't available in your country due to a legal complaint.
        video.region         | [vimeo] 1: This video is not available from your location due to geo restriction
        video.region         | [tv4] 1: This video is not available from your location due to geo-restriction, or not being authenticated
        video.region         | [ARDMediathek] x: This video is not available due to geoblocking
        video.region         | [litv] x: This video is available in Taiwan only
        video.region         | [svtplay] x: This video is only available in Sweden
        video.region         | [youku] x: Youku said: Sorry, this video is available in China only
        video.region         | [sohu] 1: Sohu said: The video is only licensed to users in Mainland China.
        video.region         | [vevo] x: Vevo said: This page is currently unavailable in your region
        video.region         | [kuwo:song] 1: This song is blocked in this region
        video.region         | [mixcloud] x: Track unavailable in your country due to licensing restrictions
        video.region         | [tvplay] x: This content might not be available in your country due to copyright reasons
        video.region         | [polsatgo] x: This video is either unavailable in your region or is DRM protected
        video.region         | [arte.tv] x: Video restricted to DE_FR
        video.region         | [BiliIntl] x: This video may be deleted or geo-restricted. You might want to try a VPN or a proxy server (with --proxy)
        video.region         | [netease:song] 1: No media links found; possibly due to geo restriction
        video.region         | [generic] x: Access to this webpage has been blocked by decision of the Russian government. Visit http://blocklist.rkn.gov.ru/ for a block reason.
        video.region         | [generic] x: Access to this webpage has been blocked by Indian censorship. Use a VPN or proxy server (with --proxy) to route around it.
        video.region         | [generic] x: Unable to download webpage: HTTP Error 451: Unavailable For Legal Reasons (caused by <HTTPError 451: Unavailable For Legal Reasons>)
        video.region         | [rai] x: This content is not available at your territory due to limited copyright.
        video.region         | [ina] x: This content is not available in your area due to copyright restrictions. Please choose other videos.
        video.region         | [bbc.co.uk] x: this resource is unavailable outside of the UK
        video.region         | [rutube] x: Video x is not available in your region.
        video.region         | [facebook] 1: The video is not available in your country
        video.live           | [youtube] x: Premieres in 41 minutes
        video.live           | [youtube] x: Premiere will begin shortly
        video.live           | [youtube] x: This live event will begin in 3 hours.
        video.live           | [youtube] x: This live event will begin in a few moments.
        video.live           | [youtube] x: This live event has ended.
        video.live           | [youtube] x: This live stream recording is not available.
        video.live           | [youtube] x: Offline.
        video.live           | [twitch:stream] someone: The channel is not currently live
        video.live           | [DouyuTV] x: The channel is auto-playing VODs
        video.live           | [cbc.ca] x: Couldn't find video metadata, maybe this livestream is now offline
        video.live           | [huya:live] x: Video is offline
        video.live           | [camsoda] x: Model is offline.
        video.live           | [goodgame:stream] x: User is offline
        video.live           | [Picarto] x: Stream is offline
        video.live           | [rokfin:post] x: Stream is offline; scheduled for 2026-01-10 18:00:00
        video.live           | [zingmp3:liveradio] x: This radio is offline.
        video.live           | [BiliLive] 1: Streamer is not live
        video.live           | [lbry] x: This stream is not live
        video.live           | [camsoda] x: No active streams found
        video.live           | [afreecatv:live] x: This livestream has ended
        video.live           | [RedBee] x: Livestream has ended.
        video.live           | [weverse] x: Livestream has ended and downloadable VOD is not available
        video.live           | [weverse] x: Livestream has not yet started
        video.live           | [asobichannel] x: Live event has not yet started
        video.live           | [twitter:spaces] x: Twitter Space not started yet
        video.live           | [twitter:spaces] x: Twitter Space ended but not downloadable yet
        video.live           | [twitter:spaces] x: Twitter Space ended and replay is disabled
        video.live           | [peloton] x: Ride has not started
        video.live           | [eplus] x: This event has ended, and the archive will be available shortly
        video.live           | [eplus] x: This live event will begin at 2026-01-10 18:00:00 JST
        video.live           | [vimeo] 1: This live event is scheduled for 2026-01-10 18:00:00 UTC
        video.live           | [tver] x: This program is scheduled to start at 2026-01-10 18:00:00 JST
        video.live           | [mixlr] x: This event will start at 2026-01-10
        video.live           | [pialive] x: The video will be available after 2026-01-10 18:00:00 JST
        video.live           | [adn] x: This video is not available yet. Release date: 2026-01-10
        video.live           | [BilibiliCheese] x: This course episode is not yet available.
        video.live           | [showroomlive] x: Next livestream is scheduled to start at 2026-01-10
        video.live           | [mirrativ] x: Neither archive nor live is available.
        video.live           | [cbsnews:livevideo] x: Livestream is not available
        video.drm            | [youtube] x: This video is DRM protected
        video.drm            | [DRM] The requested site is known to use DRM protection. It will NOT be supported. Please DO NOT open an issue, unless you have evidence that the video is not DRM protected
        site.rate-limit      | [youtube] x: Unable to download API page: HTTP Error 429: Too Many Requests (caused by <HTTPError 429: Too Many Requests>)
        site.rate-limit      | [youtube] x: This content isn’t available, try again later. The current session has been rate-limited by YouTube for up to an hour.
        site.rate-limit      | [twitter] 1: Error(s) while querying API: Rate limit exceeded
        site.rate-limit      | [BiliBili] x: You have exceeded the rate limit. Try again later
        site.rate-limit      | [soundcloud] x: You have reached the API rate limit, which is ~600 requests per 10 minutes. Use the --extractor-retries and --retry-sleep options to configure an appropriate retry count and wait time
        site.rate-limit      | [BilibiliSpaceVideo] 1: Request is blocked by server (412), please wait and try later.
        site.rate-limit      | [BilibiliSpaceVideo] 1: Request is blocked by server (401), please wait and try later.
        site.rate-limit      | [BilibiliSpaceVideo] 1: Request is rejected by server (352)
        site.rate-limit      | [BiliBili] 1xx: Unable to download JSON metadata: HTTP Error 412: Precondition Failed (caused by <HTTPError 412: Precondition Failed>)
        site.rate-limit      | [damtomo:video] 1: You are rate-limited. Try again later.
        site.rate-limit      | [Instagram] x: The webpage request was redirected to the login page. You have exceeded the rate-limit for accessing posts anonymously. Use --cookies
        video.removed        | [youtube] x: Video unavailable. This video has been removed by the uploader
        video.removed        | [youtube] x: Video unavailable. This video is no longer available because the YouTube account associated with this video has been terminated.
        video.removed        | [youtube] x: Video unavailable. This video isn't available anymore
        video.removed        | [youtube] x: Video unavailable. This video isn’t available any more
        video.removed        | [youtube] x: This video has been removed for violating YouTube's Terms of Service
        video.removed        | [youtube] x: Video unavailable. This video is no longer available due to a copyright claim by SME
        video.removed        | [youtube] x: Video unavailable. The uploader has closed their YouTube account. This video is no longer available
        video.removed        | [youtube:tab] PLx: YouTube said: The playlist does not exist.
        video.removed        | [twitch:vod] v1: Video v1 does not exist
        video.removed        | [twitch:clips] x: This clip is no longer available
        video.removed        | [twitter] 1: Tweet has been deleted
        video.removed        | [twitter:broadcast] x: Broadcast no longer exists
        video.removed        | [twitter:spaces] x: Twitter Space not found
        video.removed        | [likee] 1: Video was deleted
        video.removed        | [openrec] x: This video in no longer available
        video.removed        | [Odnoklassniki] 1: Video 1 is no longer available, because its author has been blocked.
        video.removed        | [PornHub] x: Redirection detected; the video may be deleted or require login
        video.removed        | [mixcloud] x: Track not found
        video.removed        | [ign.com] x: Content not found: expired?
        video.removed        | [nhk] x: Content not found; it has most likely expired
        video.removed        | [arte.tv] x: Video is not available in this language edition of Arte or broadcast rights expired
        video.removed        | [web.archive:youtube] x: The requested video is not archived or indexed
        video.removed        | [VK] 1: Video 1 has been removed from public access due to rightholder complaint.
        video.removed        | [generic] x: Unable to download webpage: HTTP Error 404: Not Found (caused by <HTTPError 404: Not Found>)
        video.removed        | [generic] x: Unable to download webpage: HTTP Error 410: Gone
        source.unsupported   | Unsupported URL: https://example.org/age-restricted/captcha
        source.unsupported   | [generic] 'foo bar' is not a valid URL. Set --default-search "ytsearch" (or run  yt-dlp "ytsearch:foo bar" ) to search YouTube
        source.unsupported   | [youtube:truncated_id] yIVRs6: Incomplete YouTube ID yIVRs6. URL https://x looks truncated.
        source.unsupported   | [youtube:truncated_url] Did you forget to quote the URL? Remember that & is a meta character in most shells
        source.unsupported   | [CommonMistakes] You've asked yt-dlp to download a blob URL. A blob URL exists only locally in your browser. It is not possible for yt-dlp to access it.
        source.unsupported   | [twitter] 1: No video could be found in this tweet
        source.unsupported   | [Instagram] x: There is no video in this post
        source.unsupported   | [rtve.es] x: The webpage doesn't contain any video
        source.unsupported   | [Piracy] This website is no longer supported since it has been determined to be primarily used for piracy. DO NOT open issues for it
        video.password       | [vimeo] 1: This video is protected by a password, use the --video-password option
        video.password       | [zoom] x: This video is protected by a passcode, use the --video-password option
        video.password       | [Loom] x: This video is password-protected, use the --video-password option
        video.password       | [Dropbox] x: Password protected video, use --video-password <password>
        video.password       | [wistia] x: This content is password-protected. Use the --video-password option
        video.password       | [vimeo] 1: Wrong video password
        video.password       | [SproutVideo] x: Incorrect password
        video.password       | [tube8] 1: This video is private and requires a password
        cookies.unreadable   | could not find firefox cookies database in '/root/.mozilla/firefox'
        cookies.unreadable   | Could not copy Chrome cookie database. See  https://github.com/yt-dlp/yt-dlp/issues/7271  for more info
        cookies.unreadable   | Failed to decrypt with DPAPI. See  https://github.com/yt-dlp/yt-dlp/issues/10927  for more info
        cookies.unreadable   | '/x/cookies.txt' does not look like a Netscape format cookies file
        proxy.refused        | [youtube] x: Unable to download API page: Unable to connect to proxy ('Tunnel connection failed: 407 Proxy Authentication Required')
        tool.disk-full       | [youtube] x: unable to write data: [Errno 28] Auf dem Gerät ist kein Speicherplatz mehr verfügbar
        tool.disk-full       | unable to create directory [Errno 122] Disk quota exceeded: '/home/me/x'
        tool.missing         | ffmpeg not found. Please install or provide the path using --ffmpeg-location
        site.certificate     | [generic] x: Unable to download webpage: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1007)
        site.unreachable     | [youtube] x: Unable to download API page: <urlopen error [Errno -3] Temporary failure in name resolution>
        site.unknown-host    | [youtube] x: Unable to download API page: HTTPSConnectionPool(host='www.youtube.com', port=443): Failed to resolve 'www.youtube.com' ([Errno -2] Name or service not known)
        site.unreachable     | [generic] x: Unable to download webpage: [Errno 104] Connection reset by peer
        site.unreachable     | [generic] x: Unable to download webpage: Failed to perform, curl: (28) Operation timed out after 20000 milliseconds
        site.unreachable     | [download] Got error: 1048576 bytes read, 5242880 more expected. Giving up after 10 retries
        site.unreachable     | [generic] x: Unable to download webpage: HTTPSConnectionPool(host='x.example', port=443): Read timed out. (read timeout=20.0)
        site.error           | [generic] x: Unable to download webpage: HTTP Error 503: Service Unavailable
        site.error           | [generic] x: Unable to download webpage: HTTP Error 520: <none>
        site.error           | [generic] x: Unable to download webpage: HTTP Error 522: <none>
        site.error           | [niconico] sm1: Service temporarily unavailable
        site.error           | [damtomo:video] 1: There is an error on server-side. Try again later.
        video.login-required | [vimeo] 1: This video is only available for registered users. Use --cookies, --cookies-from-browser, --username and --password
        video.login-required | [afreecatv] 1: Login required to access this video
        video.login-required | [Instagram] x: You need to log in to access this content. Use --cookies to provide account credentials
        video.login-required | [cda] x: This video is only available for premium users
        video.login-required | [adn] x: This video requires a subscription
        video.login-required | [Boosty] x: This post requires a subscription
        video.login-required | [craftsy] x: You do not have access to this class
        video.login-required | [hotstar] x: Your account does not have access to this content
        video.login-required | [patreon] 1: You do not have access to this post
        video.login-required | [twitter] 1: NSFW tweet requires authentication. Use --cookies
        video.login-required | [udemy] x: Course x is not free. You have to pay for it before you can download. Use this URL to confirm purchase: https://x
        video.login-required | [vrsquare] x: Your token has expired or is invalid. Use --cookies
        video.login-required | [generic] x: Unable to download webpage: HTTP Error 401: Unauthorized
        site.forbidden       | [generic] x: Unable to download webpage: HTTP Error 403: Forbidden (caused by <HTTPError 403: Forbidden>)
        site.forbidden       | [BunnyCdn] x: This video is inaccessible. Setting a Referer header might be required to access the video
        video.unavailable    | [youtube] x: Video unavailable
        video.unavailable    | [youtube] x: This video is unavailable
        video.unavailable    | [facebook] 1: The video is not available, Facebook said: "Sorry"
        video.unavailable    | [tubitv] 1: This content is currently unavailable
        video.unavailable    | [streamable] x: This video is currently unavailable. It may still be uploading or processing.
        video.unavailable    | [BitChute] x: Video is unavailable. Please make sure this video is playable in the browser before reporting this issue.
        video.unavailable    | [mixcloud] x: Track is restricted
        video.unavailable    | [TikTok] 1: Video not available, status code 10204
        video.unavailable    | [Reddit] x: This video is processing
        ytdlp.failed         | [youtube] x: Something new; please report this issue on  https://github.com/yt-dlp/yt-dlp/issues
        ytdlp.failed         | [youtube] x: Requested format is not available. Use --list-formats for a list of available formats
        ytdlp.failed         | [youtube] x: No video formats found!; please report this issue on  https://github.com/yt-dlp/yt-dlp/issues
        ytdlp.failed         | [twitch:vod] v1: Unable to extract video URL; please report this issue on  https://github.com/yt-dlp/yt-dlp/issues
        ytdlp.failed         | [generic] x: Failed to parse JSON (caused by JSONDecodeError("Expecting value in '': line 1 column 1 (char 0)"))
        video.age-restricted | [youtube] x: The following content has been identified by the YouTube community as inappropriate or offensive to some audiences.
        video.age-restricted | [Instagram] x: Restricted Video: You must be 18 years old or over to see this video
        video.age-restricted | [TikTok] 1: This post may not be comfortable for some audiences. Log in for access
        video.private        | [vimeo] 1: Because of its privacy settings, this video cannot be played here.
        video.private        | [youtube] x: This is a private video. Please sign in to verify that you may see it.
        video.members-only   | [twitch:vod] v1: You must be logged into an account that has access to this subscriber-only content. Use --cookies
        video.region         | [bbc.co.uk] x: BBC said: geolocation
        video.region         | [dailymotion] x: DailyMotion said: This content is not available in your country
        video.region         | [RaiPlay] x: This video is not available outside Italy
        video.live           | [youtube] x: This live stream is over
        video.live           | [twitch:stream] x: x is offline
        video.live           | [generic] x: The stream has finished
        video.live           | [generic] x: Coming soon
        video.live           | [kick:live] x: The channel is not currently live (caused by UserNotLive())
        video.removed        | [dailymotion] x: DailyMotion said: This content as been deleted.
        video.removed        | [youtube] x: This video is no longer available due to a trademark claim by X
        video.removed        | [youtube] x: This video contains content from SME, who has blocked it on copyright grounds
        video.removed        | [generic] x: Woronicza said: gone (HTTP 404)
        video.unavailable    | [youtube] x: Playback on other websites has been disabled by the video owner
        video.unavailable    | [youtube] x: We're processing this video. Check back later.
        video.unavailable    | [youtube:tab] x: YouTube said: This playlist type is unviewable.
        video.unavailable    | [youtube] x: This content isn’t available.
        video.login-required | [youtube] x: This video requires payment to watch
        video.login-required | [youtube] x: Please sign in. Use --cookies-from-browser or --cookies for the authentication
        site.error           | [youtube] x: An error occurred. Please try again later.
        site.error           | [youtube] x: The page needs to be reloaded.
        site.error           | [generic] x: Unable to download webpage: HTTP Error 502: Bad Gateway
        site.error           | [generic] x: Unable to download webpage: HTTP Error 530: <none>
        site.rate-limit      | [Instagram] x: Please wait a few minutes before you try again.
        site.rate-limit      | [vimeo] 1: API said: Too many requests, status code: 429
        site.unreachable     | [generic] x: Unable to download webpage: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1007)
        site.unreachable     | [generic] x: Unable to download webpage: ('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))
        site.unreachable     | [generic] x: Unable to download webpage: [WinError 10060] Ein Verbindungsversuch ist fehlgeschlagen
        site.forbidden       | [vimeo] 1: The creator of this video has not given you permission to embed it on this domain
        cookies.unreadable   | [Errno 13] Permission denied: 'C:\\Users\\me\\AppData\\Local\\Chrome\\Cookies'
        cookies.unreadable   | Cookies file must be Netscape formatted, not JSON. See  https://github.com/x
        source.unsupported   | [youtube:tab] @x: This channel does not have a shorts tab
        """;

    private static readonly (string Code, string Message)[] Rows =
    [
        .. from row in Table.Split('\n')
           let parts = row.Split('|', 2)
           select (parts[0].Trim(), parts[1].Trim()),
    ];

    [Fact]
    public void Every_message_has_its_code() => Wrong(message => $"ERROR: {message}\n").ShouldBeEmpty();

    [Fact]
    public void It_is_the_same_with_curly_apostrophes() =>
        Wrong(message => $"ERROR: {message.Replace('\'', '\u2019')}\n").ShouldBeEmpty();

    [Fact]
    public void It_is_the_same_with_warnings_of_something_else_before_it() => Wrong(message =>
        "WARNING: ffmpeg not found. The downloaded format may not be the best available.\n"
        + "WARNING: Your yt-dlp version (2023.03.04) is older than 90 days!\n"
        + "WARNING: [youtube] x: Signature solving failed: Some formats may be missing. Ensure you have a JavaScript runtime\n"
        + $"ERROR: {message}\n").ShouldBeEmpty();

    /// <summary>An address or an id may hold any word.</summary>
    [Theory]
    [InlineData("ERROR: [vimeo] captcha-offline: Unable to extract info")]
    [InlineData("ERROR: [generic] Unable to extract info from https://example.org/private-video/geo-restricted?age-restricted=1")]
    public void Words_of_an_address_are_no_reason(string stderr) => CodeOf(stderr).ShouldBe(Unknown);

    private static IEnumerable<string> Wrong(Func<string, string> stderr) =>
        from row in Rows
        let code = CodeOf(stderr(row.Message))
        where code != row.Code
        select $"{code}, not {row.Code}: {row.Message}";

    private static string CodeOf(string stderr) =>
        (SiteFailures.Find(YtDlpComplaint.OfFailure(stderr)) ?? SiteFailures.Find(YtDlpComplaint.OfWarnings(stderr)))?.Code ?? Unknown;
}
