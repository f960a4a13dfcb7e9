using Yttl.Core.Captions.Formats;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Captions;

/// <summary>Files as people have them, each with what is said in it. Each was read wrongly, without a word about it.</summary>
public sealed class CaptionCasesSpecs
{
    [Theory]
    [InlineData(
        "blank-line-after-timing.vtt",
        "1-4 The bridge was finished in the spring.",
        "4.5-9 Nobody had asked the river what it thought about that.",
        "9.5-13 congratulations to the engineers",
        "13.5-17 And then the water rose.")]
    [InlineData(
        "blank-line-inside-cue.vtt",
        "1-6 The first valve opens at ten bar. The second one at twelve.",
        "6-10 Nobody may stand between them.")]
    [InlineData("cr-cr-lf.vtt", "1-4 The bridge was finished in the spring.", "4.5-9 Nobody had asked the river.")]
    [InlineData(
        "fraction-twice.srt",
        "1.249-4.251 The bridge was finished in the spring.",
        "5.1-9 Nobody had asked the river.",
        "9.6-12 And then the water rose.")]
    [InlineData("full-width-signs.srt", "1.249-4.251 桥在春天完工了。", "5.1-9 没有人问过河流的意见。")]
    [InlineData(
        "growing.vtt",
        "0-2.8 The bridge was finished in the spring",
        "2.8-5.6 Nobody had asked the river about it",
        "5.6-8 And then the water rose quickly")]
    [InlineData(
        "one-short-arrow.srt",
        "1.249-4.251 The bridge was finished in the spring.",
        "5.1-9 Nobody had asked the river.",
        "9.5-12 And then the water rose.")]
    [InlineData("short-arrow.srt", "1.249-4.251 The bridge was finished in the spring.", "5.1-9 Nobody had asked the river.")]
    [InlineData("whisper-console.txt", "74.5-75.5 The bridge was finished in the spring.", "75.5-77.5 Nobody had asked the river.")]
    [InlineData(
        "whisper-console.vtt",
        "0-4 The bridge was finished in the spring.",
        "4-9 Nobody had asked the river.",
        "9-13 And then the water rose.")]
    public void Each_is_read_as_it_was_said(string name, params string[] cues) => CueLines.Of(Read(name).Cues!).ShouldBe(cues);

    [Fact]
    public void Characters_that_the_borders_of_cues_cut_are_whole()
    {
        var text = string.Concat(Read("characters-cut-at-cues.vtt").Cues!.Select(cue => cue.Text));
        text.ShouldBe(
            "桥在春天完工了没有人问过河流的意见然后水就涨起来了工程师们站在岸边看着他们的作品老桥在大洪水那一年倒塌了"
            + "市政府花的钱比计划的多孩子们每天过桥上学河边的市场又热闹起来了傍晚人们来看日落");
    }

    [Fact]
    public void One_line_for_twenty_minutes_is_one_loop_and_its_cues_stay()
    {
        var reading = Read("one-line-for-twenty-minutes.vtt");
        reading.Cues!.Count.ShouldBe(260);
        reading.Notes.ShouldBeEmpty();
        var loop = reading.Loops.ShouldHaveSingleItem();
        (loop.Start.TotalSeconds, loop.End.TotalSeconds, loop.Stage).ShouldBe((100, 1300, "transcription"));
        loop.Failure.Message.ShouldStartWith("\"Thank you for watching.\" comes 240 times in a row");
    }

    private static CaptionReading Read(string name) => CaptionReader.Read(
        File.ReadAllBytes(Repository.PathOf(Path.Combine("tests/Yttl.Core.Specs/Captions/Cases", name))),
        Path.GetExtension(name),
        null);
}
