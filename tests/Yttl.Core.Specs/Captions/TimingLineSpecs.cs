using System.Text;
using Yttl.Core.Captions.Formats;

namespace Yttl.Core.Specs.Captions;

/// <summary>How programs, translators and hands spell the line of a cue's times, in formats of text.</summary>
public sealed class TimingLineSpecs
{
    private const string Second = "\n\n2\n00:00:05,100 --> 00:00:09,000\nSecond.\n";

    [Theory]
    [InlineData("00:00:01,249 -> 00:00:04,251")]
    [InlineData("00:00:01,249 ---> 00:00:04,251")]
    [InlineData("00:00:01,249-->00:00:04,251")]
    [InlineData("00:00:01,249 -- > 00:00:04,251")]
    [InlineData("00:00:01,249 - -> 00:00:04,251")]
    [InlineData("00:00:01,249 --&gt; 00:00:04,251")]
    [InlineData("00:00:01,249 --&amp;gt; 00:00:04,251")]
    [InlineData("00:00:01,249 &rarr; 00:00:04,251")]
    [InlineData("00:00:01,249 —> 00:00:04,251")]
    [InlineData("00:00:01,249 –> 00:00:04,251")]
    [InlineData("00:00:01,249 → 00:00:04,251")]
    [InlineData("00:00:01,249 ➡️ 00:00:04,251")]
    [InlineData("00:00:01,249 => 00:00:04,251")]
    [InlineData("00:00:01,249 > 00:00:04,251")]
    [InlineData("00:00:01,249 >> 00:00:04,251")]
    [InlineData("00:00:01,249 – 00:00:04,251")]
    [InlineData("00:00:01,249 — 00:00:04,251")]
    [InlineData("00:00:01,249 - 00:00:04,251")]
    [InlineData("00:00:01,249 -- 00:00:04,251")]
    [InlineData("00:00:01,249 ~ 00:00:04,251")]
    [InlineData("00:00:01,249 to 00:00:04,251")]
    [InlineData("00:00:01,249 | 00:00:04,251")]
    [InlineData("00:00:01,249\t00:00:04,251")]
    [InlineData("00.00.01,249 --> 00.00.04,251")]
    [InlineData("00h00m01s249 --> 00h00m04s251")]
    [InlineData("00:00:01'249 --> 00:00:04'251")]
    [InlineData("00:00:01,249 --\\> 00:00:04,251")]
    [InlineData("00:00:01,249 --》 00:00:04,251")]
    [InlineData("**00:00:01,249 --> 00:00:04,251**")]
    [InlineData("00：00：01，249 －－＞ 00：00：04，251")]
    [InlineData("００：００：０１，２４９ --> ００：００：０４，２５１")]
    [InlineData("00:00:01、249 --> 00:00:04、251")]
    [InlineData("00:00:01。249 --> 00:00:04。251")]
    [InlineData("٠٠:٠٠:٠١٫٢٤٩ --> ٠٠:٠٠:٠٤٫٢٥١")]
    [InlineData("०:०:०१,२४९ --> ०:०:०४,२५१")]
    [InlineData("00:00:01, 249 --> 00:00:04, 251")]
    [InlineData("00: 00: 01, 249 -> 00: 00: 04, 251")]
    [InlineData("00 : 00 : 01 , 249 --> 00 : 00 : 04 , 251")]
    [InlineData("00:00:01,249: --> 00:00:04,251:")]
    [InlineData("00:00:01:249 --> 00:00:04:251")]
    [InlineData("00:00:01:249 - 00:00:04:251")]
    [InlineData("0:00:00:01.249 --> 0:00:00:04.251")]
    [InlineData("00:00:01,249.0999999999999 --> 00:00:04,251.09999999999995")]
    [InlineData("00:00:01.2490000 --> 00:00:04.251000000")]
    [InlineData("00:01.249 --> 00:04.251")]
    [InlineData("0:0:1,249 --> 0:0:4,251")]
    [InlineData("000:00:01,249 --> 000:00:04,251")]
    [InlineData("\uFEFF00:00:01,249 --> 00:00:04,251")]
    [InlineData("\u200E00:00:01,249\u00A0--> \u206600:00:04,251\u2069")]
    [InlineData("\t00:00:01,249\t-->\t00:00:04,251  ")]
    [InlineData("[00:00:01.249 --> 00:00:04.251]")]
    [InlineData("[00:00:01.249] --> [00:00:04.251]")]
    [InlineData("(00:00:01.249 - 00:00:04.251)")]
    [InlineData("\"00:00:01,249 --> 00:00:04,251\"")]
    [InlineData("[1.249s -> 4.251s]")]
    [InlineData("[1.249 --> 4.251]")]
    [InlineData("1.249 --> 4.251", "SecondsAlone")]
    [InlineData("1 00:00:01,249 --> 00:00:04,251")]
    [InlineData("#1 00:00:01,249 --> 00:00:04,251")]
    [InlineData("1. 00:00:01,249 --> 00:00:04,251")]
    [InlineData("- 00:00:01,249 --> 00:00:04,251")]
    [InlineData("00:00:01,249 --> 00:00:04,251 align:start position:0%")]
    [InlineData("00:00:01,249 --> 00:00:04,251 line:91% align: center")]
    [InlineData("00:00:01,249 --> 00:00:04,251 X1:117 X2:600 Y1:040 Y2:080")]
    [InlineData("00:00:01,249 --> 00:00:04,251 A:middle L:5% D:vertical")]
    [InlineData("00:00:01,249 --> 00:00:04,251 snap-to:left depth:3")]
    public void A_time_is_read_in_every_spelling(string timing, string? alone = null)
    {
        var second = alone is null ? Second : "";
        string[] others = alone is null ? ["5.1-9 Second."] : [];
        foreach (var format in (string?[])["srt", "vtt", null])
            Cues($"1\n{timing}\nFirst.{second}", format).ShouldBe(["1.249-4.251 First.", .. others], timing);
    }

    [Theory]
    [InlineData("00:00:01:12 --> 00:00:04:24", "1.48-4.96 a")]
    [InlineData("00:00:01:12 --> 00:00:04:29", "1.4-4.967 a")]
    [InlineData("00:00:01;15 --> 00:00:04;00", "1.6-4 a")]
    [InlineData("00:00:01:12 --> 00:00:04:59", "1.2-4.983 a")]
    [InlineData("00:00:01:50 --> 00:00:04:75", "1.5-4.75 a")]
    public void A_fourth_part_of_two_digits_is_frames_of_the_lowest_usual_rate_that_they_fit_in(string timing, string cue) =>
        Cues($"1\n{timing}\na\n", "srt").ShouldBe([cue]);

    [Theory]
    [InlineData("0:01 -> 0:02", "->")]
    [InlineData("00:01 → 00:02", "→")]
    [InlineData("00:01 --> 00:02", "-->")]
    [InlineData("[00:01 -> 00:02]", "=>")]
    [InlineData("0:01 - 0:02", "-")]
    [InlineData("0:01 – 0:02", "–")]
    public void Times_without_fractions_are_read_where_no_time_of_the_file_has_one(string timing, string arrow) =>
        Cues($"1\n{timing}\na\n\n1:00:05 {arrow} 1:00:09\nb\n", "srt").ShouldBe(["1-2 a", "3605-3609 b"]);

    [Fact]
    public void An_agenda_is_no_caption_file() =>
        Read("10:30 - 11:00 Breakfast\n11:00 - 12:00 Talks\n", "txt").Reason.ShouldBe(CaptionReading.WithoutTimes);

    [Theory]
    [InlineData("we meet 10:30 -> 11:00")]
    [InlineData("10:30 -> 11:00")]
    [InlineData("10:30 - 11:00")]
    [InlineData("10:30–11:00, room 4")]
    [InlineData("score 2 --> 3")]
    [InlineData("2 --> 3")]
    [InlineData("it went from 2.5 --> 3.5")]
    [InlineData("2.5 -> 3.5")]
    [InlineData("16:9 -> 4:3")]
    [InlineData("John 3:16 - 3:18")]
    [InlineData("A --> B")]
    [InlineData("-> 10:30 we leave")]
    [InlineData("→ next slide")]
    [InlineData("x => x.Id")]
    [InlineData("--")]
    [InlineData("at 12:75 -> never")]
    [InlineData("555-1234")]
    [InlineData("1 - 2 - 3, go!")]
    public void Speech_that_looks_similar_stays_speech(string line)
    {
        var reading = Read($"1\n00:00:01,249 --> 00:00:04,251\nFirst.\n{line}{Second}", "srt");
        CueLines.Of(reading.Cues!).ShouldBe([$"1.249-4.251 First. {line}", "5.1-9 Second."]);
        reading.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[00:12.000 --> 00:15.500]  text", "12-15.5 text")]
    [InlineData("[00:00:12.000 --> 00:00:15.500]   text", "12-15.5 text")]
    [InlineData("[01:14.500 -> 01:15.500]  text", "74.5-75.5 text")]
    [InlineData("[0.00s -> 4.25s] text", "0-4.25 text")]
    [InlineData("[00:12.000 --> 00:15.500] [SPEAKER_00]: text", "12-15.5 [SPEAKER_00]: text")]
    [InlineData("[00:12.000] --> [00:15.500] text", "12-15.5 text")]
    [InlineData("00:12.000 --> 00:15.500 text and more", "12-15.5 text and more")]
    [InlineData("00:12.000 --> 00:15.500 align:start text and more", "12-15.5 text and more")]
    [InlineData("00:12.000 --> 00:15.500 Ann: hello", "12-15.5 Ann: hello")]
    [InlineData("00:12,000 --> 00:15,500 - 3 men", "12-15.5 - 3 men")]
    [InlineData("00:00:12 --> 00:00:15 3 men", "12-15 3 men")]
    [InlineData("00:00:12,000 --> 00:00:15,500桥在春天完工", "12-15.5 桥在春天完工")]
    [InlineData("00:12,000 – 00:15,500 then -> there", "12-15.5 then -> there")]
    [InlineData("Ann Lee 00:00:12.000 --> 00:00:15.500", "12-15.5 Ann Lee")]
    public void Text_on_the_timing_line_is_spoken(string line, string cue)
    {
        foreach (var format in (string?[])["srt", "vtt", "txt"])
            Cues($"{line}\n", format).ShouldBe([cue]);
    }

    [Theory]
    [InlineData("00:00:75,000 --> 00:00:80,000")]
    [InlineData("00:75:00,000 --> 00:76:00,000")]
    [InlineData("00:00:60.000 --> 00:00:61.000")]
    [InlineData("00:00:75,000 -> 00:00:80,000")]
    [InlineData("00:00:75,000 – 00:00:80,000")]
    [InlineData("12:30:45:11:01 --> 12:31:00:00:00")]
    [InlineData("00:00:01,2x9 --> 00:00:04,251")]
    [InlineData("00:0O:01,249 --> 00:00:04,251")]
    [InlineData("NaN:NaN:NaN,NaN --> NaN:NaN:NaN,NaN")]
    [InlineData("undefined --> undefined")]
    [InlineData("--> 00:00:04,251")]
    [InlineData("-->")]
    public void A_time_that_cannot_be_leaves_its_text_out_with_a_note(string timing)
    {
        foreach (var format in (string?[])["srt", "vtt"])
        {
            var reading = Read($"1\n00:00:00,100 --> 00:00:01,000\nZero.\n\n2\n{timing}\nFirst.{Second}", format);
            CueLines.Of(reading.Cues!).ShouldBe(["0.1-1 Zero.", "5.1-9 Second."], timing);
            reading.Notes.ShouldBe(["1 timing line cannot be read, and its text is left out (line 6)"]);
        }
    }

    [Theory]
    [InlineData("00:00:01,249 --> 00:00:75,000")]
    [InlineData("00:00:01,249 --> 00:0x:04,251")]
    [InlineData("00:00:01,249 --> NaN")]
    public void A_cue_whose_end_cannot_be_lasts_until_the_next_with_a_note(string timing)
    {
        var reading = Read($"1\n{timing}\nFirst.{Second}", "srt");
        CueLines.Of(reading.Cues!).ShouldBe(["1.249-5.1 First.", "5.1-9 Second."]);
        reading.Notes.ShouldBe(["1 cue has an unreadable end and lasts until the next (line 2)"]);
    }

    [Fact]
    public void A_file_of_which_no_time_can_be_read_says_so() =>
        Read("1\n00:00:75,000 --> 00:00:80,000\na\n\n2\n00:00:81,000 --> 00:00:85,000\nb\n", "srt").Reason
            .ShouldBe("it holds no cues: 2 timing lines cannot be read, and their text is left out (first: line 2)");

    private static string[] Cues(string text, string? format) => CueLines.Of(Read(text, format).Cues.ShouldNotBeNull(text));

    private static CaptionReading Read(string text, string? format) =>
        CaptionReader.Read(Encoding.UTF8.GetBytes(text), format, null);
}
