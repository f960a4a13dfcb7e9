using Yttl.Core.Languages;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Sites;

namespace Yttl.Core.Specs.Sources.Sites;

public sealed class YtDlpVideoSpecs
{
    private static readonly Source Asked = Source.Parse("https://www.youtube.com/watch?v=yIVRs6YSbOM&list=PL9tY0BWXOZFuFEG_GtOBZ8");

    [Fact]
    public void A_video_keeps_its_title_times_chapters_and_canonical_address()
    {
        var video = Map("""
            { "id": "yIVRs6YSbOM", "title": "Täg 日本 🎬 \"><script>", "extractor": "youtube", "duration": 3723, "language": "de",
              "webpage_url": "https://www.youtube.com/watch?v=yIVRs6YSbOM&t=5",
              "chapters": [{ "start_time": 0.0, "end_time": 60.5, "title": "Intro" }, { "start_time": 60.5, "end_time": 3723, "title": "<Rest>" }] }
            """);

        video.Id.ShouldBe("yIVRs6YSbOM");
        video.Title.ShouldBe("Täg 日本 🎬 \"><script>");
        video.Extractor.ShouldBe("youtube");
        video.Url.ShouldBe(new Uri("https://www.youtube.com/watch?v=yIVRs6YSbOM"));
        video.Duration.ShouldBe(TimeSpan.FromSeconds(3723));
        video.Language.ShouldBe(LanguageTag.Parse("de", null));
        video.Chapters.ShouldBe(
        [
            new Chapter(TimeSpan.Zero, TimeSpan.FromSeconds(60.5), "Intro"),
            new Chapter(TimeSpan.FromSeconds(60.5), TimeSpan.FromSeconds(3723), "<Rest>"),
        ]);
    }

    [Theory]
    [InlineData(""" "channel": "Shore Notes", "uploader": "x", "upload_date": "20260301" """, "Shore Notes", "2026-03-01")]
    [InlineData(""" "uploader": "Ada\nLovelace", "timestamp": 1772323200 """, "Ada Lovelace", "2026-03-01")]
    [InlineData(""" "release_timestamp": 1772323200, "upload_date": "20260101" """, null, "2026-03-01")]
    [InlineData(""" "channel": 7, "upload_date": "someday" """, "7", null)]
    [InlineData(""" "timestamp": 1e300 """, null, null)]
    public void Who_published_it_and_when_come_from_what_the_site_gives(string fields, string? channel, string? published)
    {
        var video = Map($$"""{ "id": "yIVRs6YSbOM", {{fields}} }""");

        video.Channel.ShouldBe(channel);
        video.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(published);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("\"soon\"")]
    [InlineData("1e300")]
    [InlineData("[1]")]
    public void A_duration_that_is_none_is_unknown(string duration)
    {
        Map($$"""{ "id": "yIVRs6YSbOM", "title": "t", "duration": {{duration}} }""").Duration.ShouldBeNull();
    }

    [Fact]
    public void A_missing_duration_is_unknown_and_a_number_in_quotes_is_a_number()
    {
        Map("""{ "id": "yIVRs6YSbOM" }""").Duration.ShouldBeNull();
        Map("""{ "id": "yIVRs6YSbOM", "duration": "12.5" }""").Duration.ShouldBe(TimeSpan.FromSeconds(12.5));
    }

    [Fact]
    public void A_live_stream_has_no_duration_whatever_is_said()
    {
        var video = Map("""{ "id": "yIVRs6YSbOM", "is_live": true, "duration": 40 }""");

        video.IsLive.ShouldBeTrue();
        video.Duration.ShouldBeNull();
    }

    [Fact]
    public void Chapters_without_a_start_are_dropped_and_those_without_an_end_last_until_the_next()
    {
        var video = Map("""
            { "id": "yIVRs6YSbOM", "duration": 100, "chapters": [
              null, { "title": "no start", "end_time": 5 }, { "start_time": 50, "title": "open" }, { "start_time": 0, "title": "first" },
              { "start_time": -3, "end_time": 9, "title": "negative" }, { "start_time": 20, "end_time": 10, "title": "backwards" },
              { "start_time": 500, "end_time": 600, "title": "beyond" }, { "start_time": 80, "end_time": 100 }] }
            """);

        video.Chapters.Select(c => (c.Start.TotalSeconds, c.End.TotalSeconds, c.Title))
            .ShouldBe([
                (0, 20, "first"), (20, 50, "backwards"), (50, 80, "open"), (80, 100, "Chapter 4"), (500, 600, "beyond")]);
    }

    [Fact]
    public void Half_an_emoji_in_a_title_is_no_error()
    {
        Map("""{ "id": "yIVRs6YSbOM", "title": "a\ud83d b\n\tc" }""").Title.ShouldBe("a\ufffd b c");
    }

    [Fact]
    public void A_title_that_is_missing_is_the_id()
    {
        Map("""{ "id": "yIVRs6YSbOM", "title": " \n" }""").Title.ShouldBe("yIVRs6YSbOM");
    }

    [Theory]
    [InlineData("v123456", "v123456")]
    [InlineData("日本-1", "日本-1")]
    [InlineData("-dash_", "-dash_")]
    [InlineData("../../etc/passwd", "etc-passwd-")]
    [InlineData("a/b", "a-b-")]
    [InlineData("nul", "nul-")]
    public void The_id_of_another_site_is_safe_as_a_name_and_stays_its_own(string id, string expected)
    {
        var json = new YtDlpJson { Id = id, Extractor = "vimeo" };

        var mapped = YtDlpVideo.From(json, Source.Parse("https://vimeo.com/1")).Id;

        mapped.ShouldStartWith(expected);
        mapped.Length.ShouldBe(expected.EndsWith('-') ? expected.Length + 6 : expected.Length);
    }

    [Fact]
    public void Two_pages_with_the_same_last_word_have_different_ids()
    {
        var json = new YtDlpJson { Id = "index", Extractor = "generic" };

        var first = YtDlpVideo.From(json, Source.Parse("https://a.example/index")).Id;
        var second = YtDlpVideo.From(json, Source.Parse("https://b.example/index")).Id;

        first.ShouldStartWith("index-");
        first.ShouldNotBe(second);
    }

    [Fact]
    public void Manual_automatic_and_translated_tracks_are_told_apart_each_in_its_readable_formats_best_first()
    {
        var video = Map("""
            { "id": "yIVRs6YSbOM", "title": "t",
              "subtitles": {
                "en-GB": [{ "ext": "vtt", "url": "https://y.example/?fmt=vtt" }, { "ext": "ttml", "url": "https://y.example/?fmt=ttml" }, { "ext": "json3", "url": "https://y.example/?fmt=json3", "name": "English" }],
                "live_chat": [{ "ext": "json", "url": "https://y.example/chat" }],
                "fr": [{ "ext": "vtt", "url": "https://y.example/a.m3u8", "protocol": "m3u8_native" }],
                "es": [{ "ext": "ttml", "url": "https://y.example/a.ttml" }],
                "it": null, "pl": [null, { "ext": "vtt" }, { "ext": "vtt", "url": "file:///etc/passwd" }] },
              "automatic_captions": {
                "af": [{ "ext": "json3", "url": "https://y.example/?lang=de&kind=asr&tlang=af", "name": "Afrikaans" }],
                "de": [{ "ext": "json3", "url": "https://y.example/?lang=de&kind=asr", "name": "German" }],
                "de-orig": [{ "ext": "json3", "url": "https://y.example/?lang=de&kind=asr", "name": "German (Original)" }],
                "zh-Hans-en": [{ "ext": "json3", "url": "https://y.example/?lang=en&tlang=zh-Hans", "name": "Chinese from English" }] } }
            """);

        video.CaptionTracks.Select(t => (t.Kind, t.Language?.ToString(), t.Format)).ShouldBe(
        [
            (CaptionTrackKind.Manual, "en-GB", "json3"),
            (CaptionTrackKind.Manual, "en-GB", "vtt"),
            (CaptionTrackKind.Manual, "en-GB", "ttml"),
            (CaptionTrackKind.Manual, "es", "ttml"),
            (CaptionTrackKind.Automatic, "de", "json3"),
            (CaptionTrackKind.Translated, "af", "json3"),
            (CaptionTrackKind.Translated, "zh-Hans", "json3"),
        ]);
        video.Language.ShouldBe(LanguageTag.Parse("de", null));
    }

    private static Video Map(string json) => YtDlpVideo.From(YtDlpJsonContext.Read(json)!, Asked);
}
