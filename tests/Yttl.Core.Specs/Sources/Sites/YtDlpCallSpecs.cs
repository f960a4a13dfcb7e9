using Yttl.Core.Sources;
using Yttl.Core.Sources.Sites;

namespace Yttl.Core.Specs.Sources.Sites;

public sealed class YtDlpCallSpecs : IDisposable
{
    private const string InList = "https://www.youtube.com/watch?v=yIVRs6YSbOM&list=PL9tY0BWXOZFuFEG_GtOBZ8";
    private const string Page = "https://vimeo.com/76979871";

    private readonly YtDlpFixture _site = new();

    [Fact]
    public async Task A_video_is_asked_for_alone_and_behind_two_dashes()
    {
        _site.YtDlp.Prints(InList, """{ "id": "yIVRs6YSbOM", "title": "t" }""");

        await _site.VideoAsync(InList);

        var call = _site.YtDlp.Calls[^1];
        call[^2].ShouldBe("--");
        call[^1].ShouldBe(InList);
        call.ShouldContain("--no-playlist");
        call.ShouldContain("--ignore-config");
        call.ShouldContain("--js-runtimes=node");
    }

    [Fact]
    public void Who_listens_for_strangers_lets_yt_dlp_guess_at_no_page()
    {
        var settings = new YtDlpSettings { KnownSitesOnly = true };

        YtDlpArguments.For(Source.Parse(Page), takeList: false, settings, []).ShouldContain("--use-extractors=default,-generic");
        YtDlpArguments.ForAudio(Source.Parse(Page), "a", settings, []).ShouldContain("--use-extractors=default,-generic");
        YtDlpArguments.For(Source.Parse(Page), takeList: false, new YtDlpSettings(), [])
            .ShouldNotContain(argument => argument.StartsWith("--use-extractors", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_is_asked_for_flat()
    {
        _site.YtDlp.Prints(InList, """{ "_type": "playlist", "title": "Lectures", "entries": [] }""");

        var list = await _site.ListAsync(InList);

        list.Title.ShouldBe("Lectures");
        _site.YtDlp.Calls[^1].ShouldContain("--yes-playlist");
        _site.YtDlp.Calls[^1].ShouldContain("--flat-playlist");
    }

    [Fact]
    public async Task Cookies_and_browser_are_passed_through_as_one_argument_each_and_the_proxy_on_stdin()
    {
        _site.Settings = new YtDlpSettings("-jar.txt", "firefox:Work", new Uri("socks5://me:it's@127.0.0.1:1080"));
        _site.YtDlp.Prints(Page, """{ "id": "76979871", "title": "t", "extractor": "vimeo" }""");

        await _site.VideoAsync(Page);

        var call = _site.YtDlp.Calls.ShouldHaveSingleItem();
        call.ShouldContain("--cookies=-jar.txt");
        call.ShouldContain("--cookies-from-browser=firefox:Work");
        call.ShouldContain("--config-locations=-");
        call.ShouldNotContain(argument => argument.Contains("1080", StringComparison.Ordinal));
        _site.YtDlp.Input.ShouldBe("--proxy='socks5://me:it'\"'\"'s@127.0.0.1:1080/'\n");
        call.ShouldNotContain("--js-runtimes=node");
    }

    [Fact]
    public async Task Captions_are_asked_for_because_many_extractors_look_for_them_only_then()
    {
        _site.YtDlp.Prints(Page, """{ "id": "76979871", "title": "t", "extractor": "vimeo" }""");
        await _site.VideoAsync(Page);
        _site.YtDlp.Calls[^1].ShouldContain("--write-subs");
        _site.YtDlp.Calls[^1].ShouldContain("--write-auto-subs");

        await _site.ListAsync(Page);
        _site.YtDlp.Calls[^1].ShouldNotContain("--write-subs");
    }

    [Theory]
    [InlineData("geheim", "--video-password='geheim'\n")]
    [InlineData("-a b\"$(c) \\ # ü", "--video-password='-a b\"$(c) \\ # ü'\n")]
    [InlineData("it's", "--video-password='it'\"'\"'s'\n")]
    public async Task The_password_of_a_video_is_read_from_stdin_and_is_on_no_command_line(string password, string options)
    {
        _site.Settings = new YtDlpSettings { VideoPassword = password };
        _site.YtDlp.Prints(Page, """{ "id": "76979871", "title": "t", "extractor": "vimeo" }""");

        await _site.VideoAsync(Page);

        _site.YtDlp.Input.ShouldBe(options);
        _site.YtDlp.Calls[^1].ShouldContain("--config-locations=-");
        _site.YtDlp.Calls[^1].ShouldNotContain(argument => argument.Contains(password));
    }

    [Theory]
    [InlineData("https://me:geheim@site.example/talk?id=7")]
    [InlineData("https://site.example/talk?id=7&token=geheim")]
    public async Task An_address_that_gives_access_is_read_from_stdin_and_is_on_no_command_line(string address)
    {
        _site.YtDlp.Prints(null, """{ "id": "7", "title": "t", "extractor": "generic" }""");

        await _site.VideoAsync(address);

        _site.YtDlp.Input.ShouldBe($"'{address}'\n");
        _site.YtDlp.Calls[^1].ShouldContain("--config-locations=-");
        _site.YtDlp.Calls[^1].ShouldNotContain(argument => argument.Contains("site.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_password_nothing_is_read_from_stdin()
    {
        _site.YtDlp.Prints(Page, """{ "id": "76979871", "title": "t", "extractor": "vimeo" }""");

        await _site.VideoAsync(Page);

        _site.YtDlp.Calls[^1].ShouldNotContain("--config-locations=-");
    }

    [Theory]
    [InlineData("This video is protected by a password, use the --video-password option", " by a password;")]
    [InlineData("Wrong video password", " by a password, and the one given is wrong;")]
    public async Task A_video_behind_a_password_names_the_setting(string complaint, string says)
    {
        _site.YtDlp.Fails(Page, $"ERROR: [vimeo] 76979871: {complaint}");

        var failure = (await _site.ResolveAsync(Page)).Failure!;

        failure.Code.ShouldBe("video.password");
        failure.Message.ShouldContain(says);
        failure.Message.ShouldContain("--video-password PASSWORD");
    }

    [Fact]
    public async Task A_yt_dlp_from_before_JavaScript_is_not_given_an_option_it_does_not_know()
    {
        using var old = new YtDlpFixture("2025.10.22");
        old.YtDlp.Prints(InList, """{ "id": "yIVRs6YSbOM", "title": "t" }""");

        await old.VideoAsync(InList);

        old.YtDlp.Calls[^1].ShouldNotContain(argument => argument.StartsWith("--js-runtimes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_with_one_embedded_video_is_that_video()
    {
        _site.YtDlp.Prints(Page, """
            { "_type": "playlist", "webpage_url": "https://vimeo.com/76979871", "entries": [{ "id": "7", "title": "inner", "extractor": "vimeo" }] }
            """);

        (await _site.VideoAsync(Page)).Title.ShouldBe("inner");
    }

    [Fact]
    public async Task A_page_that_links_to_one_video_is_that_video()
    {
        _site.YtDlp.Prints(Page, """{ "_type": "playlist", "entries": [{ "_type": "url", "url": "https://x.example/v/1" }] }""");
        _site.YtDlp.Prints("https://x.example/v/1", """{ "id": "1", "title": "linked", "extractor": "x" }""");

        (await _site.VideoAsync(Page)).Title.ShouldBe("linked");
    }

    [Fact]
    public async Task A_list_is_not_one_video()
    {
        _site.YtDlp.Prints(Page, """
            { "_type": "playlist", "entries": [{ "_type": "url", "url": "https://x.example/1" }, { "_type": "url", "url": "https://x.example/2" }] }
            """);

        var failure = (await _site.ResolveAsync(Page)).Failure!;

        failure.Code.ShouldBe("source.is-list");
        failure.Message.ShouldContain("2 videos");
    }

    public void Dispose() => _site.Dispose();
}
