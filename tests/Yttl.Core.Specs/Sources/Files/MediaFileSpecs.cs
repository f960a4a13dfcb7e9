using Yttl.Core.Sources;
using Yttl.Core.Sources.Files;

namespace Yttl.Core.Specs.Sources.Files;

public sealed class MediaFileSpecs
{
    [Fact]
    public void Only_streams_of_text_are_captions_and_the_default_audio_gives_the_language()
    {
        var json = FFprobeJsonContext.Read("""
            { "format": { "format_name": "matroska,webm", "tags": { "TITLE": " A\nfilm " } }, "streams": [
              { "index": 0, "codec_type": "video", "codec_name": "h264", "duration": "12.5" },
              { "index": 1, "codec_type": "audio", "codec_name": "aac", "tags": { "language": "fre" } },
              { "index": 2, "codec_type": "audio", "codec_name": "aac", "disposition": { "default": 1 }, "tags": { "LANGUAGE": "ger" } },
              { "index": 3, "codec_type": "subtitle", "codec_name": "hdmv_pgs_subtitle" },
              { "index": 4, "codec_type": "subtitle", "codec_name": "dvd_subtitle" },
              { "index": 5, "codec_type": "subtitle", "codec_name": "ass", "tags": { "language": "und", "title": "Signs" } },
              { "index": 6, "codec_type": "subtitle", "codec_name": "webvtt", "tags": { "language": "pt-BR" } }, null],
              "chapters": null }
            """)!;

        var video = MediaFiles.From(json, "id", "/media/a.mkv", []);

        video.Title.ShouldBe("A film");
        video.Duration.ShouldBe(TimeSpan.FromSeconds(12.5));
        video.Language.ToString().ShouldBe("de");
        video.CaptionTracks.Select(track => (track.Kind, track.StreamIndex, track.Language?.ToString(), track.Name)).ShouldBe(
        [
            (CaptionTrackKind.Embedded, 5, null, "Signs"),
            (CaptionTrackKind.Embedded, 6, "pt-BR", null),
        ]);
    }

    [Fact]
    public void A_file_of_unknown_length_has_none()
    {
        var json = FFprobeJsonContext.Read("""{ "format": { "duration": "N/A" }, "streams": [{ "index": 0, "codec_type": "audio" }] }""")!;

        MediaFiles.From(json, "id", "/media/a.mkv", []).Duration.ShouldBeNull();
    }

    [Theory]
    [InlineData("talk.vtt", null)]
    [InlineData("TALK.EN.srt", "EN")]
    [InlineData("talk.mp4.vtt", null)]
    [InlineData("talk.mp4.de.vtt", "de")]
    [InlineData("talk.eng.forced.srt", "en")]
    [InlineData("talk.pt-BR.json3", "pt-BR")]
    [InlineData("talk.en-orig.srv3", "en")]
    public void A_caption_file_named_for_the_video_belongs_to_it(string name, string? language)
    {
        var track = SideCarFiles.In(["/m/" + name], "talk.mp4").ShouldHaveSingleItem();

        track.Kind.ShouldBe(CaptionTrackKind.File);
        track.Path.ShouldBe("/m/" + name);
        track.Language?.ToString().ShouldBe(language);
    }

    [Theory]
    [InlineData("talk2.vtt")]
    [InlineData("talk.part2.vtt")]
    [InlineData("talking.en.vtt")]
    [InlineData("talk.old.vtt")]
    [InlineData("talk.xml")]
    [InlineData("talk.txt")]
    [InlineData("other.vtt")]
    public void A_caption_file_of_another_video_does_not(string name)
    {
        SideCarFiles.In(["/m/" + name], "talk.mp4").ShouldBeEmpty();
    }

    [Fact]
    public void Their_order_is_that_of_their_names()
    {
        string[] names = ["/m/talk.vtt", "/m/Talk.de.srt", "/m/talk.en.srt", "/m/talk.DE.srt"];

        var forwards = SideCarFiles.In(names, "talk.mp4").Select(track => track.Path);
        var backwards = SideCarFiles.In(names.Reverse(), "talk.mp4").Select(track => track.Path);

        forwards.ShouldBe(backwards);
        forwards.ShouldBe(["/m/Talk.de.srt", "/m/talk.DE.srt", "/m/talk.en.srt", "/m/talk.vtt"]);
    }
}
