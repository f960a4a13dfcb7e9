using Yttl.Core.Failures;
using Yttl.Core.Sources.Sites;

namespace Yttl.Core.Specs.Sources.Sites;

/// <summary>A reason that yt-dlp knows is in the message, through the whole step.</summary>
public sealed class SiteReasonSpecs : IDisposable
{
    private const string Video = "https://www.youtube.com/watch?v=yIVRs6YSbOM";

    private const string NoToken =
        "WARNING: [youtube] yIVRs6YSbOM: Some web_safari client subtitles require a PO Token which was not provided. They will be "
        + "discarded since they are not downloadable as-is. You can manually pass a Subtitles PO Token for this client with "
        + "--extractor-args \"youtube:po_token=web_safari.subs+XXX\" . For more information, refer to  https://github.com/x\n";

    private const string NoTokens =
        "WARNING: [youtube] yIVRs6YSbOM: There are missing subtitles languages because a PO token was not provided. "
        + "Automatic captions for 1 languages are missing.\n";

    private readonly YtDlpFixture _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData(NoToken)]
    [InlineData(NoTokens)]
    [InlineData("WARNING: ffmpeg not found. The downloaded format may not be the best available.\n" + NoTokens)]
    public async Task Captions_that_are_withheld_for_want_of_a_token_are_said_to_be(string warnings)
    {
        _site.YtDlp.Plays(Video, """{ "id": "yIVRs6YSbOM", "title": "t", "formats": [{ "acodec": "opus" }] }""", warnings, 0);

        (await _site.VideoAsync(Video)).CaptionsMissing.ShouldNotBeNull().ShouldContain("PO token");
    }

    [Fact]
    public async Task A_warning_about_captions_is_the_reason_that_there_are_none()
    {
        _site.YtDlp.Plays(
            Video,
            """{ "id": "yIVRs6YSbOM", "title": "t", "formats": [{}] }""",
            "WARNING: [BiliBili] 1: Subtitles are only available when logged in. Use --cookies-from-browser or --cookies\n"
            + "WARNING: [BiliBili] 1: Only the first part is extracted\n",
            0);

        (await _site.VideoAsync(Video)).CaptionsMissing
            .ShouldBe("yt-dlp says: \"Subtitles are only available when logged in\"");
    }

    [Fact]
    public async Task A_warning_that_YTTL_does_not_know_is_the_reason_that_there_is_nothing_at_all()
    {
        _site.YtDlp.Plays(
            Video,
            """{ "id": "yIVRs6YSbOM", "title": "t", "formats": [] }""",
            "WARNING: [youtube] yIVRs6YSbOM: The moon is in the way\nWARNING: No video formats found!\n",
            0);

        (await _site.VideoAsync(Video)).CaptionsMissing.ShouldBe("yt-dlp says: \"The moon is in the way\"");
    }

    [Fact]
    public async Task Captions_that_are_there_need_no_reason()
    {
        _site.YtDlp.Plays(
            Video,
            """{ "id": "yIVRs6YSbOM", "title": "t", "subtitles": { "en": [{ "ext": "vtt", "url": "https://y.example/" }] } }""",
            "WARNING: [youtube] yIVRs6YSbOM: The moon is in the way\n",
            0);

        (await _site.VideoAsync(Video)).CaptionsMissing.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{ "id": "yIVRs6YSbOM", "title": "t", "live_status": "is_live", "formats": [{}] }""", "is live now")]
    [InlineData("""{ "id": "yIVRs6YSbOM", "title": "t", "is_live": true }""", "is live now")]
    [InlineData("""{ "id": "yIVRs6YSbOM", "title": "t", "live_status": "post_live" }""", "still preparing the recording")]
    [InlineData("""{ "id": "yIVRs6YSbOM", "title": "t", "live_status": "is_upcoming" }""", "has not been broadcast yet;")]
    [InlineData(
        """{ "id": "yIVRs6YSbOM", "title": "t", "live_status": "is_upcoming", "release_timestamp": 1768068000 }""",
        "has not been broadcast yet (\"announced for 2026-01-10 18:00 UTC\")")]
    public async Task A_broadcast_says_how_far_it_is(string json, string says)
    {
        _site.YtDlp.Prints(Video, json);

        var failure = (await _site.ResolveAsync(Video)).Failure!;

        failure.Code.ShouldBe("video.live");
        failure.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("Premieres in 3 hours", "Premieres in 3 hours")]
    [InlineData("This live event will begin in 41 minutes.", "This live event will begin in 41 minutes.")]
    public async Task A_premiere_says_when_it_is(string says, string quoted)
    {
        _site.YtDlp.Plays(
            Video,
            """{ "id": "yIVRs6YSbOM", "title": "t", "live_status": "is_upcoming", "release_timestamp": 1768068000 }""",
            $"WARNING: [youtube] yIVRs6YSbOM: {says}\nWARNING: No video formats found!\n",
            0);
        (await _site.ResolveAsync(Video)).Failure!.Message.ShouldContain($"(\"{quoted}\")");

        using var failing = new YtDlpFixture();
        failing.YtDlp.Fails(Video, $"ERROR: [youtube] yIVRs6YSbOM: {says}");
        (await failing.ResolveAsync(Video)).Failure!.Message.ShouldContain($"(\"{quoted}\")");
    }

    [Fact]
    public async Task A_broadcast_that_is_just_over_may_be_decoded_and_says_why_it_has_no_captions()
    {
        _site.YtDlp.Prints(Video, """{ "id": "yIVRs6YSbOM", "title": "t", "live_status": "post_live", "formats": [{}] }""");

        (await _site.VideoAsync(Video)).CaptionsMissing.ShouldNotBeNull().ShouldContain("just over");
    }

    [Fact]
    public async Task The_countries_that_may_see_a_video_are_named()
    {
        _site.YtDlp.Fails(
            Video,
            "ERROR: [youtube] yIVRs6YSbOM: Video unavailable. The uploader has not made this video available in your country\n"
            + "This video is available in Japan, Korea, Republic of.\n"
            + "You might want to use a VPN or a proxy server (with --proxy) to workaround.");

        var failure = (await _site.ResolveAsync(Video)).Failure!;

        failure.Code.ShouldBe("video.region");
        failure.Message.ShouldContain("(\"This video is available in Japan, Korea, Republic of.\")");
    }

    [Theory]
    [InlineData("Traceback (most recent call last):\n  File \"yt_dlp/x.py\", line 1, in f\n    raise_login_required()\nKeyError: 'videoDetails'\n")]
    [InlineData(
        "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nValueError: first\n\nDuring handling of the above exception, "
        + "another exception occurred:\n\nTraceback (most recent call last):\n  File \"b.py\", line 2\n    g()\n    ~^^\n"
        + "KeyError: 'videoDetails'\n[PYI-7:ERROR] Failed to execute script '__main__' due to unhandled exception!\n")]
    public async Task Of_a_traceback_the_line_that_names_the_exception_is_shown(string stderr)
    {
        _site.YtDlp.Fails(Video, stderr);

        var failure = (await _site.ResolveAsync(Video)).Failure!;

        failure.Code.ShouldBe("ytdlp.failed");
        failure.Message.ShouldContain("KeyError: 'videoDetails'");
        failure.Message.ShouldNotContain("Traceback");
    }

    [Fact]
    public void An_error_after_a_traceback_or_before_it_is_still_the_reason()
    {
        const string Trace = "Traceback (most recent call last):\n  File \"a.py\", line 1\n    g()\n";

        YtDlpComplaint.OfFailure($"{Trace}yt_dlp.utils.DownloadError: ERROR: [youtube] x: Private video").ShouldBe("ERROR: [youtube] x: Private video");
        YtDlpComplaint.Line(YtDlpComplaint.OfFailure($"ERROR: [x] y: Odd\n{Trace}ValueError: z\n")).ShouldBe("y: Odd");
        YtDlpComplaint.OfFailure("  File \"yt-dlp\", line 4\n    print x\n          ^\nSyntaxError: invalid syntax\n")
            .ShouldBe("SyntaxError: invalid syntax");
    }

    [Theory]
    [InlineData("ERROR: unable to write data: [Errno 28] Auf dem Gerät ist kein Speicherplatz mehr verfügbar")]
    [InlineData("Traceback (most recent call last):\n  File \"a.py\", line 1\nOSError: [Errno 28] No space left on device: '/tmp/x'")]
    public async Task A_full_disk_is_named_in_every_language(string stderr)
    {
        _site.YtDlp.Fails(Video, stderr);

        var failure = (await _site.ResolveAsync(Video)).Failure!;

        (failure.Code, failure.Category).ShouldBe(("tool.disk-full", FailureCategory.Processing));
        failure.Message.ShouldContain("make room");
    }

    [Fact]
    public async Task A_warning_explains_an_error_that_does_not()
    {
        _site.YtDlp.Fails(
            Video,
            "WARNING: [youtube] yIVRs6YSbOM: Sign in to confirm you’re not a bot. Use --cookies\n"
            + "ERROR: [youtube] yIVRs6YSbOM: Failed to extract any player response; please report this issue on x");

        (await _site.ResolveAsync(Video)).Failure!.Code.ShouldBe("video.bot-check");
    }

    [Fact]
    public async Task A_site_that_fails_is_quoted()
    {
        _site.YtDlp.Fails(Video, "ERROR: [youtube] yIVRs6YSbOM: Unable to download API page: HTTP Error 520: <none> (caused by <HTTPError 520: <none>>)");

        var thrown = await _site.ResolveAsync(Video).ShouldThrowAsync<YttlException>();

        thrown.Transient.ShouldBeTrue();
        thrown.Message.ShouldContain("(\"Unable to download API page: HTTP Error 520: <none>\")");
    }
}
