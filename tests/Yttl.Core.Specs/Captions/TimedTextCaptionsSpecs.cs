using System.Text;
using Yttl.Core.Captions.Formats;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Captions;

public sealed class TimedTextCaptionsSpecs
{
    private static readonly string[] Two = ["1-5 The bridge was finished in the spring.", "5-15 Nobody had asked the river."];

    [Theory]
    [InlineData("Dora Lind  0:01\nThe bridge was finished in the spring.\n\nAmir Haddad  0:05\nNobody had asked the river.\n")]
    [InlineData("Dora Lind  0:01 \r\nThe bridge was finished\r\nin the spring. \r\n\r\nAmir Haddad  0:05 \r\nNobody had asked the river.\r\n\r\nTranscribed by https://otter.ai\r\n")]
    [InlineData("Harbour meeting\nMon, Jan 12, 2026 10:00AM • 45:12\n\nSUMMARY KEYWORDS\nbridge, river\n\nSPEAKERS\nDora Lind, Amir Haddad\n\nDora Lind  00:01\nThe bridge was finished in the spring.\n\nAmir Haddad  00:05\nNobody had asked the river.\n\nTranscribed by https://otter.ai")]
    [InlineData("Speaker 1  00:00:01\nThe bridge was finished in the spring.\n\nSpeaker 2  00:00:05\nNobody had asked the river.\n")]
    [InlineData("Dora Lind 0:01\nThe bridge was finished in the spring.\n\nAmir O'Hara-Haddad 0:05\nNobody had asked the river.\n")]
    [InlineData("Dora Lind\t0:01\nThe bridge was finished in the spring.\n\nAmir Haddad\t0:05\nNobody had asked the river.\n")]
    [InlineData("Dora Lind (00:01):\nThe bridge was finished in the spring.\n\nAmir Haddad (00:05):\nNobody had asked the river.\n")]
    [InlineData("[Dora Lind] 00:00:01\nThe bridge was finished in the spring.\n\n[Amir Haddad] 00:00:05\nNobody had asked the river.\n")]
    [InlineData("0:01\nThe bridge was finished in the spring.\n0:05\nNobody had asked the river.\n")]
    [InlineData("[00:00:01]\nThe bridge was finished in the spring.\n\n[00:00:05]\nNobody had asked the river.\n")]
    [InlineData("Åsa Öberg  0:01\n\nThe bridge was finished in the spring.\n\n\nДора  0:05\nNobody had asked the river.\n")]
    [InlineData("Unknown Speaker  0:01  \nThe bridge was finished\n\nin the spring.\n\nSpeaker 2  0:05  \nNobody had asked the river.\n")]
    public void The_words_have_the_time_above_them_and_no_name(string text) => Read(text).ShouldBe(Two);

    [Fact]
    public void A_long_turn_lasts_to_the_next_and_a_short_one_not()
    {
        var text = $"Dora Lind  0:00\n{string.Join(' ', Enumerable.Repeat("word", 100))}\n\nAmir Haddad  1:00\nNo.\n\nDora Lind  9:00\nYes.\n";

        Read(text).Select(line => line.Split(' ')[0]).ShouldBe(["0-60", "60-70", "540-550"]);
    }

    [Theory]
    [InlineData("Dear diary,\nnothing moved today.\nWe met at 10:30\nand left.\n")]
    [InlineData("The first half ended at 0:45\nThe second one at 0:10\n")]
    [InlineData("Just a letter to a friend.\n\nLetters 1:1\n")]
    [InlineData("[Music] and then they sang.\n")]
    [InlineData("Recipe\n\n* flour\n* water\n\nBake it for 0:45 hours.\n")]
    [InlineData("Opening  10:30\n\nClosing  9:00\n")]
    [InlineData("0:01\n\n0:02\n")]
    [InlineData("# Notes\n\n- one\n- two: three\n")]
    [InlineData("天気がいい。")]
    public void A_text_without_times_is_said_to_be_one(string text) =>
        CaptionReader.Read(Encoding.UTF8.GetBytes(text), "txt", null).Reason.ShouldBe("it is a text without times");

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("notes.md")]
    [InlineData("notes")]
    [InlineData("talk.vtt")]
    [InlineData("Sitzung – Übersicht.TXT")]
    public async Task A_plain_text_as_the_source_says_what_it_lacks_and_what_to_give(string name)
    {
        if (!RealTools.HasFFmpeg)
            return;
        using var files = new FileReading();
        var path = files.Write(name, "We talked about the bridge and the river.\nNothing was decided.\n");

        var failure = await files.FailureAsync(path);

        failure.Code.ShouldBe("captions.no-times");
        failure.Message.ShouldStartWith($"{path} is a text without times");
        failure.Message.ShouldContain("give the recording, or captions with times");
    }

    [FFmpegFact]
    public async Task What_ffmpeg_guesses_to_be_lyrics_is_no_speech()
    {
        using var files = new FileReading();
        var path = files.Write("minutes.log", "[10:00] Dora opens the meeting.\n[10:30] Amir asks about the river.\n");

        (await files.FailureAsync(path)).Message.ShouldContain("YTTL cannot read its format");
    }

    [FFmpegFact]
    public async Task What_a_recogniser_prints_is_read_as_it_prints_it_and_not_as_lyrics()
    {
        using var files = new FileReading();
        const string Printed = "[01:14.500 -> 01:15.500]  The bridge was finished in the spring.\n[01:15.500 -> 01:17.500]  Nobody had asked the river.\n";
        string[] cues = ["74.5-75.5 The bridge was finished in the spring.", "75.5-77.5 Nobody had asked the river."];

        (await files.LinesAsync(files.Write("whisper-console.txt", Printed))).ShouldBe(cues);
        (await files.LinesAsync(files.Write("whisper.log", Printed))).ShouldBe(cues);
        (await files.LinesAsync(files.Write("captions", Printed))).ShouldBe(cues);
    }

    [Theory]
    [InlineData("[00:01.00]The bridge was finished.\n[00:05.50]Nobody asked.\n")]
    [InlineData("[ti:Talk]\n[ar:Dora]\n[length: 00:09]\n\n[00:01.000] The bridge was finished.\n[00:05.500] Nobody asked.\n")]
    [InlineData("[offset:+500]\r\n[00:01.50]<00:01.50>The <00:02.00>bridge was finished.\r\n[00:06.00]Nobody asked.\r\n")]
    [InlineData("[00:05.50]Nobody asked.\n[00:01.00]The bridge was finished.\n[00:15.50]\n")]
    public void Lines_with_times_of_lrc_are_read(string text) =>
        Read(text).ShouldBe(["1-5.5 The bridge was finished.", "5.5-15.5 Nobody asked."]);

    [Fact]
    public void A_line_that_is_sung_again_has_several_times() =>
        Read("[00:01.00][00:09.00]Refrain\n[00:05.00]Verse\n").ShouldBe(["1-5 Refrain", "5-9 Verse", "9-19 Refrain"]);

    private static string[] Read(string text) =>
        CueLines.Of(CaptionReader.Read(Encoding.UTF8.GetBytes(text), "txt", null).Cues.ShouldNotBeNull());
}
