using System.Text;
using Yttl.Core.Captions.Fetching;
using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Captions;

/// <summary>Subtitle streams of files that ffmpeg muxed, through the real ffprobe.</summary>
public sealed class SubtitleStreamSpecs : IDisposable
{
    private const string AssHead = """
        [Script Info]
        ScriptType: v4.00+

        [V4+ Styles]
        Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
        Style: Default,Arial,20,&H00FFFFFF,&H000000FF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,2,2,2,10,10,10,1

        [Events]
        Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

        """;

    private readonly FileReading _files = new();

    public void Dispose() => _files.Dispose();

    [FFmpegTheory]
    [InlineData(1252, "Die Brücke wurde im Frühling fertig.", "Das Wasser stieg über die Dämme.")]
    [InlineData(1250, "Most był gotów na wiosnę, każdy to wie.", "Potem woda wzięła wszystko, też łódź.")]
    [InlineData(1251, "Мост был готов весной.", "А потом поднялась вода.")]
    [InlineData(1253, "Η γέφυρα ήταν έτοιμη την άνοιξη.", "Και μετά ανέβηκε το νερό.")]
    [InlineData(65001, "Die Brücke, 橋, мост 🌉", "Das Wasser stieg über die Dämme.")]
    public async Task A_stream_in_a_legacy_code_page_loses_no_cue(int codePage, string first, string second)
    {
        var srt = Srt("The first line is plain.", first, "Nobody asked the river.", second);
        _files.Write("track.srt", Bytes(srt, codePage));
        var film = await _files.FFmpegAsync("-i track.srt -c copy film.mkv");

        (await _files.LinesAsync(film)).ShouldBe(
            ["1-3.5 The first line is plain.", $"4-6.5 {first}", "7-9.5 Nobody asked the river.", $"10-12.5 {second}"]);
    }

    [FFmpegFact]
    public async Task A_stream_of_a_language_with_its_own_code_pages_is_read_by_its_language()
    {
        _files.Write("track.srt", Bytes(Srt("橋は春に完成した。", "誰も川に聞かなかった。"), 932));
        var film = await _files.FFmpegAsync("-i track.srt -c copy -metadata:s:s:0 language=jpn film.mkv");

        (await _files.LinesAsync(film)).ShouldBe(["1-3.5 橋は春に完成した。", "4-6.5 誰も川に聞かなかった。"]);
    }

    [FFmpegFact]
    public async Task A_styled_stream_in_a_legacy_code_page_loses_no_cue()
    {
        _files.Write("track.ass", Bytes(
            AssHead + "Dialogue: 0,0:00:01.00,0:00:04.00,Default,,0,0,0,,Die Brücke, heißt es,\\Nwar {\\i1}früh{\\i0} fertig.\n",
            1252));
        var film = await _files.FFmpegAsync("-i track.ass -c copy film.mkv");

        (await _files.LinesAsync(film)).ShouldBe(["1-4 Die Brücke, heißt es, war früh fertig."]);
    }

    [FFmpegFact]
    public async Task A_stream_of_mp4_in_a_legacy_code_page_loses_no_cue()
    {
        _files.Write("track.srt", Srt("Die Br#cke ist fertig.", "Das Wasser stieg #ber die Ufer."));
        var film = await _files.FFmpegAsync("-i track.srt -c:s mov_text film.mp4");
        var content = await File.ReadAllBytesAsync(film);
        for (var i = 0; i < content.Length; i++)
            content[i] = content[i] == '#' ? (byte)0xFC : content[i];
        await File.WriteAllBytesAsync(film, content);

        (await _files.LinesAsync(film)).ShouldBe(["1-3.5 Die Brücke ist fertig.", "4-6.5 Das Wasser stieg über die Ufer."]);
    }

    [FFmpegTheory]
    [InlineData("-c:s mov_text film.mp4")]
    [InlineData("-c:s webvtt film.webm")]
    [InlineData("-c:s srt film.mkv")]
    [InlineData("-c:s ass film.mkv")]
    [InlineData("-c:s webvtt film.mkv")]
    public async Task Every_codec_of_text_gives_the_same_cues(string output)
    {
        _files.Write("track.srt", Srt("<i>Hello</i> there,\r\nR&D: 3 < 4.", "42", "– Äh, 橋?"));
        var film = await _files.FFmpegAsync($"-i track.srt {output}");

        (await _files.LinesAsync(film)).ShouldBe(["1-3.5 Hello there, R&D: 3 < 4.", "4-6.5 42", "7-9.5 – Äh, 橋?"]);
    }

    [FFmpegFact]
    public async Task Times_are_those_of_the_film_where_it_does_not_begin_at_zero()
    {
        _files.Write("track.srt", Srt("One", "Two"));
        var film = await _files.FFmpegAsync(
            "-f lavfi -i sine=d=12 -i track.srt -map 0 -map 1 -c:a flac -c:s srt -output_ts_offset 100 film.mkv");

        (await _files.LinesAsync(film)).ShouldBe(["1-3.5 One", "4-6.5 Two"]);
    }

    [FFmpegTheory]
    [InlineData("-c:a flac -c:s srt film.mkv")]
    [InlineData("-c:a aac -c:s mov_text -movflags +faststart film.mp4")]
    public async Task A_stream_of_a_film_that_is_cut_off_is_read_with_a_note(string output)
    {
        _files.Write("track.srt", Srt([.. Enumerable.Range(0, 15).Select(index => $"The keeper wrote note {index}.")]));
        var film = await _files.FFmpegAsync($"-f lavfi -i sine=d=50 -i track.srt -map 0 -map 1 {output}");
        await using (var file = File.OpenWrite(film))
            file.SetLength(file.Length / 2);

        (await _files.ReadAsync(film)).Notes.ShouldHaveSingleItem()
            .ShouldStartWith("In the subtitle stream 1 lines may be missing, because the media file is cut off (");
    }

    [FFmpegTheory]
    [InlineData("""{\p1}m 0 0 l 100 0 100 100 0 100{\p0}""", null)]
    [InlineData("""{\an7\pos(10,20)\p4\c&H00FF00&}m 0 0 l 100 0""", null)]
    [InlineData("""{\p1}m 0 0 b 1 2 3 4 5 6{\p0}And then the water rose.""", "And then the water rose.")]
    [InlineData("""Before {\p2}m 0 0 l 9 9{\p0}and after.""", "Before and after.")]
    [InlineData("""{\pos(1,2)\pbo3}The water rose.""", "The water rose.")]
    [InlineData("""{\p0}The water rose.""", "The water rose.")]
    [InlineData("""{a comment}The {not shown}water\hrose.""", "The water rose.")]
    [InlineData("""{\p1\p0}The water rose.""", "The water rose.")]
    [InlineData("""{\k20}The {\k30}wa{\k10}ter rose.""", "The water rose.")]
    public async Task A_drawing_is_no_speech(string text, string? spoken)
    {
        var script = AssHead
            + "Dialogue: 0,0:00:01.00,0:00:04.00,Default,,0,0,0,,The bridge was finished\\Nin the spring.\n"
            + $"Dialogue: 0,0:00:05.00,0:00:09.00,Default,,0,0,0,,{text}\n";
        _files.Write("track.ass", script);
        var film = await _files.FFmpegAsync("-i track.ass -c copy film.mkv");
        string[] expected = spoken is null
            ? ["1-4 The bridge was finished in the spring."]
            : ["1-4 The bridge was finished in the spring.", $"5-9 {spoken}"];

        (await _files.LinesAsync(film)).ShouldBe(expected);
        (await _files.LinesAsync(_files.Write("drawing.ass", script))).ShouldBe(expected);
    }

    [FFmpegFact]
    public async Task A_stream_of_pictures_is_said_to_be_one()
    {
        // The end of a display set, and nothing shown: https://blog.thescorpius.com/index.php/2017/07/15/presentation-graphic-stream-sup-files-bluray-subtitle-format/
        byte[] end = [(byte)'P', (byte)'G', 0, 0, 0, 90, 0, 0, 0, 0, 0x80, 0, 0];
        _files.Write("track.sup", end);
        var film = await _files.FFmpegAsync("-f lavfi -i sine=d=2 -f sup -i track.sup -map 0 -map 1 -c:a flac -c:s copy film.mkv");

        var outcome = await _files.ReadAsync(film);

        outcome.Notes.ShouldBe(["Skipped the subtitle stream 1: it holds pictures of text (PGS), which cannot be read."]);
        outcome.Failure.ShouldNotBeNull().Message.ShouldContain("has no usable captions (it holds pictures of text (PGS), which cannot be read)");
    }

    [Fact]
    public void A_name_that_looks_like_an_option_or_an_address_stays_a_file() =>
        SubtitleStream.Arguments(new Toolset(), "-y.mkv", 3).SkipWhile(argument => argument != "-i").ShouldBe(["-i", "file:-y.mkv"]);

    private static string Srt(params string[] texts) => string.Concat(texts.Select((text, index) =>
        $"{index + 1}\n00:00:{1 + 3 * index:00},000 --> 00:00:{3 + 3 * index:00},500\n{text}\n\n"));

    private static byte[] Bytes(string text, int codePage) => codePage == 65001
        ? Encoding.UTF8.GetBytes(text)
        : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text);
}
