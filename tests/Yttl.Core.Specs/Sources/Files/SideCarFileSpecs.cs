using Yttl.Core.Sources;
using Yttl.Core.Sources.Files;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Sources.Files;

public sealed class SideCarFileSpecs
{
    private const string Zoom = "GMT20260114-190059_Recording";

    [Theory]
    [InlineData("talk.vtt", null)]
    [InlineData("TALK.EN.srt", "EN")]
    [InlineData("talk.mp4.vtt", null)]
    [InlineData("talk.mp4.srt", null)]
    [InlineData("talk.MP4.en.srt", "en")]
    [InlineData("talk.mp4.de.vtt", "de")]
    [InlineData("talk.eng.forced.srt", "en", CaptionRole.Forced)]
    [InlineData("talk.forced.eng.srt", "en", CaptionRole.Forced)]
    [InlineData("talk.pt-BR.json3", "pt-BR")]
    [InlineData("talk.pt_BR.vtt", "pt-BR")]
    [InlineData("talk.zh-Hans.srt", "zh-Hans")]
    [InlineData("talk.en-orig.srv3", "en")]
    [InlineData("talk.en.auto.vtt", "en", CaptionRole.Automatic)]
    [InlineData("talk.auto.en-US.vtt", "en-US", CaptionRole.Automatic)]
    [InlineData("talk.transcript.vtt", null)]
    [InlineData("talk_transcript.vtt", null)]
    [InlineData("talk-captions.en.vtt", "en")]
    [InlineData("talk_en.srt", "en")]
    [InlineData("talk (English).srt", "en")]
    [InlineData("talk.English.SDH.srt", "en", CaptionRole.HearingImpaired)]
    [InlineData("talk.Deutsch.ttml", "de")]
    [InlineData("talk.hi.srt", "hi")]
    [InlineData("talk.en.hi.srt", "en", CaptionRole.HearingImpaired)]
    [InlineData("talk.en.cc.vtt", "en", CaptionRole.HearingImpaired)]
    [InlineData("talk.en.commentary.ass", "en", CaptionRole.Commentary)]
    [InlineData("talk.signs.ass", null, CaptionRole.Forced)]
    [InlineData("talk.wav.srt", null)]
    [InlineData("talk.sbv", null)]
    [InlineData("talk.json", null)]
    public void A_caption_file_named_for_the_video_belongs_to_it(string name, string? language, CaptionRole role = CaptionRole.Full)
    {
        var track = SideCarFiles.In(["/m/" + name, "/m/other.mp4", "/m/talk.mp4"], "talk.mp4").ShouldHaveSingleItem();

        track.Kind.ShouldBe(CaptionTrackKind.File);
        track.Path.ShouldBe("/m/" + name);
        (track.Language?.ToString(), track.Role).ShouldBe((language, role));
    }

    [Theory]
    [InlineData(Zoom + "_1920x1080.mp4", Zoom + ".transcript.vtt")]
    [InlineData(Zoom + "_1920x1080.mp4", Zoom + ".cc.vtt")]
    [InlineData(Zoom + "_gallery_1280x720.mp4", Zoom + ".transcript.vtt")]
    [InlineData(Zoom + "_as_1920x1080.mp4", Zoom + ".transcript.vtt")]
    [InlineData(Zoom + "_avo_640x360.mp4", Zoom + ".cc.vtt")]
    [InlineData(Zoom + ".m4a", Zoom + ".transcript.vtt")]
    [InlineData("talk_1080p.mp4", "talk.en.vtt")]
    [InlineData("talk-720p60.webm", "talk.srt")]
    [InlineData("Talk [dQw4w9WgXcQ].f137.mp4", "Talk [dQw4w9WgXcQ].en.vtt")]
    public void The_size_of_the_picture_is_no_part_of_the_name(string media, string captions) =>
        SideCarFiles.In(["/m/" + captions, "/m/" + media, "/m/other.mp4"], media).ShouldHaveSingleItem().Path.ShouldBe("/m/" + captions);

    [Theory]
    [InlineData("talk2.vtt")]
    [InlineData("talk.part2.vtt")]
    [InlineData("talking.en.vtt")]
    [InlineData("talk.old.vtt")]
    [InlineData("talk-to-me.vtt")]
    [InlineData("talk.xml")]
    [InlineData("talk.txt")]
    [InlineData("talk.info.json")]
    [InlineData("other.vtt")]
    [InlineData("en.vtt")]
    public void A_caption_file_of_another_video_does_not(string name) =>
        SideCarFiles.In(["/m/" + name, "/m/other.mp4", "/m/talk.mp4"], "talk.mp4").ShouldBeEmpty();

    [Fact]
    public void A_caption_file_belongs_to_the_video_that_shares_most_of_its_name()
    {
        string[] folder = ["/m/talk.mp4", "/m/talk.en.mp4", "/m/talk.en.vtt", "/m/talk.vtt"];

        SideCarFiles.In(folder, "talk.mp4").Select(track => track.Path).ShouldBe(["/m/talk.vtt"]);
        SideCarFiles.In(folder, "talk.en.mp4").Select(track => track.Path).ShouldBe(["/m/talk.en.vtt"]);
    }

    [Theory]
    [InlineData("meeting notes of monday.vtt", null)]
    [InlineData("transcript.srt", null)]
    [InlineData("en.srt", "en")]
    [InlineData("English.vtt", "en")]
    [InlineData("captions_de.vtt", "de")]
    public void The_only_caption_file_beside_the_only_video_belongs_to_it(string name, string? language) =>
        SideCarFiles.In(["/m/" + name, "/m/talk.mp4", "/m/slides.pdf", "/m/notes.txt"], "talk.mp4")
            .ShouldHaveSingleItem().Language?.ToString().ShouldBe(language);

    [Fact]
    public void Of_several_the_ones_without_a_name_of_their_own_belong_to_the_only_video() =>
        SideCarFiles.In(["/m/en.srt", "/m/de.srt", "/m/lecture 7.srt", "/m/talk.mp4"], "talk.mp4")
            .Select(track => track.Path).ShouldBe(["/m/de.srt", "/m/en.srt"]);

    [Fact]
    public void Their_order_is_that_of_their_names_with_data_last()
    {
        string[] names = ["/m/talk.vtt", "/m/Talk.de.srt", "/m/talk.en.srt", "/m/talk.DE.srt", "/m/talk.json"];

        var forwards = SideCarFiles.In(names, "talk.mp4").Select(track => track.Path);
        var backwards = SideCarFiles.In([.. names.Reverse()], "talk.mp4").Select(track => track.Path);

        forwards.ShouldBe(backwards);
        forwards.ShouldBe(["/m/Talk.de.srt", "/m/talk.DE.srt", "/m/talk.en.srt", "/m/talk.vtt", "/m/talk.json"]);
    }

    [Fact]
    public void A_list_of_files_names_a_video_and_its_captions_once()
    {
        using var folder = new TempFolder();
        Source[] sources =
        [
            .. new[] { "talk.mp4", "talk.srt", "talk.en.vtt", "other.mkv", "notes.vtt", Zoom + "_1920x1080.mp4", Zoom + ".transcript.vtt" }
                .Select(name => Source.Parse(folder.Write(name, "x"))),
            Source.Parse("https://example.org/talk.mp4"),
        ];

        var found = SideCars.Among(sources).Select(pair => (Path.GetFileName(pair.Key.Path), Path.GetFileName(pair.Value.Path)));

        found.ShouldBe(
            [("talk.srt", "talk.mp4"), ("talk.en.vtt", "talk.mp4"), (Zoom + ".transcript.vtt", Zoom + "_1920x1080.mp4")],
            ignoreOrder: true);
    }

    [Fact]
    public void Captions_whose_video_is_not_in_the_list_stay()
    {
        using var folder = new TempFolder();
        folder.Write("talk.mp4", "x");

        SideCars.Among([Source.Parse(folder.Write("talk.srt", "x")), Source.Parse(folder.Write("other.mp4", "x"))]).ShouldBeEmpty();
    }
}
