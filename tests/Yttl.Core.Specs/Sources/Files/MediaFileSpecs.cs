using Yttl.Core.Sources;
using Yttl.Core.Sources.Files;

namespace Yttl.Core.Specs.Sources.Files;

public sealed class MediaFileSpecs
{
    [Fact]
    public void Streams_of_subtitles_have_their_role_and_the_default_audio_gives_the_language()
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
        video.CaptionTracks.Select(track => (track.StreamIndex, track.Codec, track.Language?.ToString(), track.Name, track.Role)).ShouldBe(
        [
            (3, "hdmv_pgs_subtitle", null, null, CaptionRole.Full),
            (4, "dvd_subtitle", null, null, CaptionRole.Full),
            (5, "ass", null, "Signs", CaptionRole.Forced),
            (6, "webvtt", "pt-BR", null, CaptionRole.Full),
        ]);
        CaptionChoice.InOrder(video, null).Select(track => track[0].StreamIndex).ShouldBe([6, 5, 3, 4]);
    }

    [Fact]
    public void A_file_of_unknown_length_has_none()
    {
        var json = FFprobeJsonContext.Read("""{ "format": { "duration": "N/A" }, "streams": [{ "index": 0, "codec_type": "audio" }] }""")!;

        MediaFiles.From(json, "id", "/media/a.mkv", []).Duration.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "", CaptionRole.Full)]
    [InlineData("English", "default", CaptionRole.Full)]
    [InlineData("", "forced", CaptionRole.Forced)]
    [InlineData("Full", "forced", CaptionRole.Full)]
    [InlineData("Signs & Songs", "", CaptionRole.Forced)]
    [InlineData("S&S", "default", CaptionRole.Forced)]
    [InlineData("Songs/Signs [Group]", "", CaptionRole.Forced)]
    [InlineData("English (Forced)", "", CaptionRole.Forced)]
    [InlineData("Français forcés", "", CaptionRole.Forced)]
    [InlineData("Full + Signs", "", CaptionRole.Full)]
    [InlineData("Dialogue", "forced", CaptionRole.Full)]
    [InlineData("English [SDH]", "", CaptionRole.HearingImpaired)]
    [InlineData("Full (CC)", "", CaptionRole.HearingImpaired)]
    [InlineData("", "hearing_impaired", CaptionRole.HearingImpaired)]
    [InlineData("Director's Commentary", "", CaptionRole.Commentary)]
    [InlineData("Commentary SDH", "hearing_impaired", CaptionRole.Commentary)]
    [InlineData("", "comment", CaptionRole.Commentary)]
    [InlineData("", "lyrics", CaptionRole.Forced)]
    [InlineData("Auto-generated", "", CaptionRole.Automatic)]
    public void A_title_tells_the_role_before_the_dispositions_do(string title, string disposition, CaptionRole role)
    {
        var stream = new FFprobeStream(1, "subtitle", "subrip", null, new Dictionary<string, double?> { [disposition] = 1 }, null);

        CaptionRoles.From(stream, [title, "SubtitleHandler"]).ShouldBe(role);
    }
}
