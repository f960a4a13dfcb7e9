using Yttl.Core.Failures;

namespace Yttl.Core.Specs.Sources.Sites;

public sealed class SiteListSpecs : IDisposable
{
    private const string List = "https://www.youtube.com/playlist?list=PL9tY0BWXOZFuFEG_GtOBZ8";
    private const string Channel = "https://www.youtube.com/@somebody";

    private readonly YtDlpFixture _site = new();

    [Fact]
    public async Task Deleted_and_private_entries_keep_their_places_and_say_why()
    {
        _site.YtDlp.Prints(List, """
            { "_type": "playlist", "title": "Lectures", "webpage_url": "https://www.youtube.com/playlist?list=PL9tY0BWXOZFuFEG_GtOBZ8", "entries": [
              { "_type": "url", "ie_key": "Youtube", "id": "aaaaaaaaaaa", "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa", "title": "First" },
              { "_type": "url", "ie_key": "Youtube", "id": "bbbbbbbbbbb", "url": "https://www.youtube.com/watch?v=bbbbbbbbbbb", "title": "[Deleted video]" },
              { "_type": "url", "ie_key": "Youtube", "id": "ccccccccccc", "url": "ccccccccccc", "title": "[Private video]" },
              { "_type": "url", "ie_key": "Youtube", "id": "ddddddddddd", "url": "https://www.youtube.com/shorts/ddddddddddd", "title": null },
              null ] }
            """);

        var list = await _site.ListAsync(List);

        list.Failure.ShouldBeNull();
        list.Entries.Select(entry => (entry.Source, entry.Title, entry.Failure?.Code)).ShouldBe(
        [
            ("https://www.youtube.com/watch?v=aaaaaaaaaaa", "First", null),
            ("https://www.youtube.com/watch?v=bbbbbbbbbbb", "[Deleted video]", "video.removed"),
            ("https://www.youtube.com/watch?v=ccccccccccc", "[Private video]", "video.private"),
            ("https://www.youtube.com/watch?v=ddddddddddd", null, null),
            (List, null, "source.no-address"),
        ]);
    }

    [Fact]
    public async Task A_page_that_is_one_video_is_a_list_of_that_one()
    {
        _site.YtDlp.Prints("https://vimeo.com/1", """{ "id": "1", "title": "Alone", "extractor": "vimeo" }""");

        var list = await _site.ListAsync("https://vimeo.com/1");

        var entry = list.Entries.ShouldHaveSingleItem();
        (entry.Source, entry.Title, entry.Failure).ShouldBe(("https://vimeo.com/1", "Alone", null));
    }

    [Fact]
    public async Task A_file_and_a_video_without_a_list_are_lists_of_themselves_without_a_request()
    {
        (await _site.ListAsync("/media/a.mp4")).Entries.ShouldHaveSingleItem().Source.ShouldEndWith("a.mp4");
        (await _site.ListAsync("https://youtu.be/yIVRs6YSbOM")).Entries.ShouldHaveSingleItem();

        _site.YtDlp.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_tabs_of_a_channel_are_opened()
    {
        _site.YtDlp.Prints(Channel, """
            { "_type": "playlist", "entries": [
              { "_type": "url", "ie_key": "YoutubeTab", "url": "https://www.youtube.com/@somebody/videos" },
              { "_type": "url", "ie_key": "YoutubeTab", "url": "https://www.youtube.com/@somebody/shorts" }] }
            """);
        _site.YtDlp.Prints("https://www.youtube.com/@somebody/videos", """
            { "_type": "playlist", "entries": [{ "_type": "url", "ie_key": "Youtube", "id": "aaaaaaaaaaa", "url": "x" }] }
            """);
        _site.YtDlp.Fails("https://www.youtube.com/@somebody/shorts", "ERROR: [youtube:tab] @somebody: This channel does not exist");

        var list = await _site.ListAsync(Channel);

        list.Entries.Select(entry => (entry.Source, entry.Failure?.Code)).ShouldBe(
        [
            ("https://www.youtube.com/watch?v=aaaaaaaaaaa", null),
            ("https://www.youtube.com/@somebody/shorts", "video.removed"),
        ]);
    }

    [Theory]
    [InlineData(null, 3, 0)]
    [InlineData(2, 2, 1)]
    [InlineData(3, 3, 0)]
    public async Task A_long_list_gives_the_first_entries_and_says_how_many_are_left_out(int? most, int entries, int leftOut)
    {
        _site.YtDlp.Prints(List, """
            { "_type": "playlist", "title": "Lectures", "entries": [
              { "_type": "url", "ie_key": "Youtube", "id": "aaaaaaaaaaa", "url": "x" },
              { "_type": "url", "ie_key": "Youtube", "id": "bbbbbbbbbbb", "url": "x" },
              { "_type": "url", "ie_key": "Youtube", "id": "ccccccccccc", "url": "x" }] }
            """);

        var list = await _site.ListAsync(List, most);

        (list.Entries.Count, list.LeftOut).ShouldBe((entries, leftOut));
        list.Entries[0].Source.ShouldBe("https://www.youtube.com/watch?v=aaaaaaaaaaa");
    }

    [Fact]
    public async Task An_entry_can_never_lead_to_a_file_of_this_machine()
    {
        _site.YtDlp.Prints("https://evil.example/list", """
            { "_type": "playlist", "entries": [{ "_type": "url", "url": "file:///etc/passwd" }, { "_type": "url", "url": "/etc/captions.vtt" }] }
            """);

        var list = await _site.ListAsync("https://evil.example/list");

        list.Entries.Select(entry => entry.Failure?.Code).ShouldBe(["source.no-address", "source.no-address"]);
    }

    [Fact]
    public async Task Videos_that_only_come_together_with_their_page_say_so()
    {
        _site.YtDlp.Prints("https://x.example/post", """
            { "_type": "playlist", "webpage_url": "https://x.example/post", "entries": [
              { "id": "1", "title": "a", "webpage_url": "https://x.example/post" }, { "id": "2", "title": "b", "webpage_url": "https://x.example/post" }] }
            """);

        var list = await _site.ListAsync("https://x.example/post");

        list.Entries.Select(entry => (entry.Title, entry.Failure?.Code)).ShouldBe([("a", "source.no-address"), ("b", "source.no-address")]);
    }

    [Theory]
    [InlineData("WARNING: [youtube:tab] YouTube said: The playlist does not exist.\n", "video.removed")]
    [InlineData("WARNING: [youtube:tab] YouTube said: INFO - 3 unavailable videos are hidden\n", "ytdlp.failed")]
    public async Task A_warning_is_the_reason_of_a_list_without_entries(string warning, string code)
    {
        foreach (var address in (string[])[List, Channel])
            _site.YtDlp.Plays(address, """{ "_type": "playlist", "title": "Lectures", "entries": [] }""", warning, 0);

        var failure = (await _site.ListAsync(List)).Failure.ShouldNotBeNull();

        failure.Code.ShouldBe(code);
        failure.Message.ShouldContain(warning.Trim().Split(": ")[^1]);
        (await _site.ResolveAsync(Channel)).Failure!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("WARNING: ffmpeg not found. The downloaded format may not be the best available.\n")]
    public async Task A_list_without_entries_and_without_a_reason_is_empty(string warning)
    {
        _site.YtDlp.Plays(List, """{ "_type": "playlist", "title": "Lectures", "entries": [] }""", warning, 0);

        var list = await _site.ListAsync(List);

        list.Failure.ShouldBeNull();
        list.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_a_failure_of_the_whole()
    {
        _site.YtDlp.Fails(List, "ERROR: [youtube:tab] PL9tY0BWXOZFuFEG_GtOBZ8: YouTube said: The playlist does not exist.");

        var list = await _site.ListAsync(List);

        list.Entries.ShouldBeEmpty();
        list.Failure!.Category.ShouldBe(FailureCategory.Unavailable);
    }

    public void Dispose() => _site.Dispose();
}
