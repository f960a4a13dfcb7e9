using Yttl.Core.Failures;

namespace Yttl.Core.Specs.Sources.Sites;

/// <summary>yt-dlp's own words, from its source and its issues, through the whole step.</summary>
public sealed class SiteFailureSpecs : IDisposable
{
    private const string Video = "https://www.youtube.com/watch?v=yIVRs6YSbOM";

    private readonly YtDlpFixture _site = new();

    [Theory]
    [InlineData("video.private", FailureCategory.Unavailable,
        "ERROR: [youtube] yIVRs6YSbOM: Private video. Sign in if you've been granted access to this video. Use --cookies-from-browser or --cookies for the authentication.")]
    [InlineData("video.members-only", FailureCategory.Unavailable,
        "ERROR: [youtube] yIVRs6YSbOM: Join this channel to get access to members-only content like this video, and other exclusive perks.")]
    [InlineData("video.age-restricted", FailureCategory.Unavailable,
        "ERROR: [youtube] yIVRs6YSbOM: Sign in to confirm your age. This video may be inappropriate for some users. Use --cookies-from-browser")]
    [InlineData("video.bot-check", FailureCategory.Unavailable,
        "ERROR: [youtube] yIVRs6YSbOM: Sign in to confirm you’re not a bot. Use --cookies-from-browser or --cookies for the authentication.")]
    [InlineData("video.bot-check", FailureCategory.Unavailable,
        "ERROR: [youtube] yIVRs6YSbOM: Sign in to confirm you're not a bot. This helps protect our community.")]
    [InlineData("video.region", FailureCategory.Unavailable,
        "ERROR: [youtube] yIVRs6YSbOM: Video unavailable. The uploader has not made this video available in your country\nThis video is available in Japan.\nYou might want to use a VPN or a proxy server (with --proxy) to workaround.")]
    [InlineData("video.region", FailureCategory.Unavailable,
        "ERROR: [vimeo] 1: This video is not available from your location due to geo restriction")]
    [InlineData("video.removed", FailureCategory.Unavailable,
        "ERROR: [youtube] yIVRs6YSbOM: Video unavailable. This video has been removed by the uploader")]
    [InlineData("video.removed", FailureCategory.Unavailable,
        "ERROR: [youtube] yIVRs6YSbOM: Video unavailable. This video is no longer available because the YouTube account associated with this video has been terminated.")]
    [InlineData("video.removed", FailureCategory.Unavailable,
        "ERROR: [youtube:tab] PLx: YouTube said: The playlist does not exist.")]
    [InlineData("video.unavailable", FailureCategory.Unavailable, "ERROR: [youtube] yIVRs6YSbOM: Video unavailable")]
    [InlineData("video.live", FailureCategory.Unavailable, "ERROR: [youtube] yIVRs6YSbOM: This live event will begin in 3 hours.")]
    [InlineData("video.live", FailureCategory.Unavailable, "ERROR: [youtube] yIVRs6YSbOM: Premieres in 41 minutes")]
    [InlineData("video.live", FailureCategory.Unavailable, "ERROR: [twitch:stream] someone: The channel is not currently live")]
    [InlineData("video.drm", FailureCategory.Unavailable, "ERROR: [youtube] yIVRs6YSbOM: This video is DRM protected")]
    [InlineData("video.login-required", FailureCategory.Authentication,
        "ERROR: [vimeo] 1: This video is only available for registered users. Use --cookies, --cookies-from-browser, --username and --password")]
    [InlineData("source.unsupported", FailureCategory.Input, "ERROR: Unsupported URL: https://example.org/")]
    [InlineData("source.unsupported", FailureCategory.Input, "ERROR: [youtube:truncated_id] yIVRs6: Incomplete YouTube ID yIVRs6. URL https://x looks truncated.")]
    [InlineData("site.forbidden", FailureCategory.Unavailable, "ERROR: [generic] Unable to download webpage: HTTP Error 403: Forbidden (caused by <HTTPError 403: Forbidden>)")]
    [InlineData("cookies.unreadable", FailureCategory.Input, "ERROR: could not find firefox cookies database in '/root/.mozilla/firefox'")]
    [InlineData("cookies.unreadable", FailureCategory.Input, "Usage: yt-dlp [OPTIONS] URL [URL...]\n\nyt-dlp: error: unsupported browser specified for cookies: \"lynx\". Supported browsers are: brave")]
    [InlineData("tool.missing", FailureCategory.Processing, "ERROR: ffmpeg not found. Please install or provide the path using --ffmpeg-location")]
    [InlineData("site.certificate", FailureCategory.Network, "ERROR: [generic] Unable to download webpage: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed")]
    [InlineData("ytdlp.failed", FailureCategory.Api, "ERROR: [youtube] yIVRs6YSbOM: Something nobody has seen; please report this issue on  https://github.com/yt-dlp/yt-dlp/issues")]
    public async Task A_final_failure_is_an_outcome_with_its_own_code(string code, FailureCategory category, string stderr)
    {
        _site.YtDlp.Fails(Video, stderr);

        var outcome = await _site.ResolveAsync(Video);

        outcome.Video.ShouldBeNull();
        outcome.Failure!.Code.ShouldBe(code);
        outcome.Failure.Category.ShouldBe(category);
        outcome.Failure.Message.ShouldStartWith(Video);
        outcome.Failure.Message.ShouldNotContain("\n");
        outcome.Failure.Message.ShouldNotContain("please report");
    }

    [Theory]
    [InlineData("site.rate-limit", FailureCategory.RateLimit, "ERROR: [youtube] x: Unable to download API page: HTTP Error 429: Too Many Requests")]
    [InlineData("site.rate-limit", FailureCategory.RateLimit, "ERROR: [youtube] x: This content isn't available, try again later. The current session has been rate-limited by YouTube for up to an hour.")]
    [InlineData("site.unreachable", FailureCategory.Network, "ERROR: [youtube] x: Unable to download API page: <urlopen error [Errno -3] Temporary failure in name resolution>")]
    [InlineData("site.unknown-host", FailureCategory.Network, "ERROR: [youtube] x: Unable to download API page: HTTPSConnectionPool: Failed to resolve 'www.youtube.com' ([Errno -2] Name or service not known)")]
    [InlineData("site.unreachable", FailureCategory.Network, "ERROR: [generic] Unable to download webpage: The read operation timed out (caused by TransportError)")]
    [InlineData("site.unreachable", FailureCategory.Network, "ERROR: [generic] Unable to download webpage: [Errno 104] Connection reset by peer")]
    [InlineData("site.error", FailureCategory.Api, "ERROR: [generic] Unable to download webpage: HTTP Error 503: Service Unavailable")]
    public async Task What_may_pass_is_thrown_for_the_engine_to_repeat(string code, FailureCategory category, string stderr)
    {
        _site.YtDlp.Fails(Video, stderr);

        var thrown = await _site.ResolveAsync(Video).ShouldThrowAsync<YttlException>();

        thrown.Transient.ShouldBeTrue();
        (thrown.Failure.Code, thrown.Failure.Category).ShouldBe((code, category));
    }

    [Fact]
    public async Task A_warning_explains_a_video_that_has_neither_formats_nor_captions()
    {
        _site.YtDlp.Plays(Video, """{ "id": "yIVRs6YSbOM", "title": "youtube video #yIVRs6YSbOM", "formats": [] }""",
            "WARNING: [youtube] yIVRs6YSbOM: Sign in to confirm you’re not a bot. Use --cookies-from-browser\nWARNING: No video formats found!\n", 0);

        (await _site.ResolveAsync(Video)).Failure!.Code.ShouldBe("video.bot-check");
    }

    [Fact]
    public async Task A_video_without_formats_is_fine_when_it_has_captions()
    {
        _site.YtDlp.Plays(
            Video,
            """{ "id": "yIVRs6YSbOM", "title": "t", "formats": [], "subtitles": { "en": [{ "ext": "vtt", "url": "https://y.example/" }] } }""",
            "WARNING: [youtube] yIVRs6YSbOM: This video is DRM protected\n", 0);

        (await _site.VideoAsync(Video)).CaptionTracks.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_premiere_that_is_yet_to_come_is_said_to_be_one()
    {
        _site.YtDlp.Prints(Video, """{ "id": "yIVRs6YSbOM", "title": "t", "live_status": "is_upcoming" }""");

        (await _site.ResolveAsync(Video)).Failure!.Code.ShouldBe("video.live");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("{ \"id\": ")]
    public async Task An_answer_that_is_no_answer_is_a_failure_of_yt_dlp(string answer)
    {
        _site.YtDlp.Prints(Video, answer);

        (await _site.ResolveAsync(Video)).Failure!.Code.ShouldBe("ytdlp.failed");
    }

    [Fact]
    public async Task An_old_yt_dlp_is_named_where_it_may_be_the_cause()
    {
        using var old = new YtDlpFixture("2023.03.04");
        old.YtDlp.Fails(Video, "ERROR: [youtube] yIVRs6YSbOM: Video unavailable");

        var failure = (await old.ResolveAsync(Video)).Failure!;

        failure.Message.ShouldContain("yt-dlp 2023.03.04");
        failure.Message.ShouldContain("2 years old");
        failure.Message.ShouldContain("github.com/yt-dlp/yt-dlp/releases");
    }

    public void Dispose() => _site.Dispose();
}
