using System.Text;
using Yttl.Core.Captions;
using Yttl.Core.Captions.Formats;

namespace Yttl.Core.Specs.Captions;

/// <summary>Cues of many kilobytes, which files without times between their lines have.</summary>
public sealed class CueLengthSpecs
{
    [Theory]
    [InlineData("word ", 20_000)]
    [InlineData("x", 200_000)]
    [InlineData("長", 100_000)]
    [InlineData("😀", 50_000)]
    [InlineData("é́", 70_000)]
    [InlineData("a word and 😀 ", 9_000)]
    public void A_text_is_divided_between_words_else_between_letters_and_nothing_is_lost(string unit, int times)
    {
        var text = string.Concat(Enumerable.Repeat(unit, times)).Trim();

        string[] parts = [.. CueLength.Parts(text, 0, text.Length)];

        parts.Length.ShouldBeGreaterThan(1);
        parts.ShouldAllBe(part => Encoding.UTF8.GetByteCount(part) <= CueLength.Longest);
        parts.ShouldAllBe(part => !part.EnumerateRunes().Contains(Rune.ReplacementChar));
        string.Join(unit.Contains(' ') ? " " : "", parts).ShouldBe(text);
        if (unit == "word ")
            parts.ShouldAllBe(part => part.StartsWith("word ", StringComparison.Ordinal)
                && part.EndsWith(" word", StringComparison.Ordinal));
        if (unit == "é́")
            parts.ShouldAllBe(part => part.StartsWith('é'));
    }

    [Theory]
    [InlineData("vtt", "WEBVTT\n\n00:00:10.000 --> 00:01:10.000\n", " ")]
    [InlineData("vtt", "WEBVTT\n\n00:00:10.000 --> 00:01:10.000\n", "\n")]
    [InlineData("srt", "1\n00:00:10,000 --> 00:01:10,000\n", " ")]
    [InlineData("srt", "1\n00:00:10,000 --> 00:01:10,000\n", "\n")]
    [InlineData("sbv", "0:00:10.000,0:01:10.000\n", " ")]
    [InlineData("lrc", "[00:10.00]", " ")]
    public void A_cue_that_is_too_long_goes_on_in_the_next_with_a_note(string format, string head, string between)
    {
        string[] words = [.. Enumerable.Range(0, 40_000).Select(i => $"word{i}")];
        var content = Encoding.UTF8.GetBytes($"{head}{string.Join(between, words)}\n\n");

        var reading = CaptionReader.Read(content, format, null);

        var cues = reading.Cues.ShouldNotBeNull(reading.Reason);
        cues.ShouldAllBe(cue => Encoding.UTF8.GetByteCount(cue.Text) <= CueLength.Longest);
        string.Join(' ', cues.Select(cue => cue.Text)).Split(' ').ShouldBe(words);
        cues.Count.ShouldBeLessThan(40);
        cues[0].Start.ShouldBe(TimeSpan.FromSeconds(10));
        cues.Zip(cues.Skip(1)).ShouldAllBe(pair => pair.First.Start <= pair.Second.Start);
        reading.Notes.ShouldHaveSingleItem().ShouldMatch("is too long|longer than 64 KB|belong|are too long");
    }

    [Fact]
    public void The_parts_of_a_cue_share_its_time()
    {
        var cue = new Cue(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), string.Concat(Enumerable.Repeat("word ", 26_000)).Trim());

        var parts = CueLength.Divide([cue], out var count);

        count.ShouldBe(1);
        parts[0].Start.ShouldBe(cue.Start);
        parts[^1].End.ShouldBe(cue.End);
        parts.Zip(parts.Skip(1)).ShouldAllBe(pair => pair.First.End == pair.Second.Start && pair.First.End > pair.First.Start);
    }

    [Fact]
    public void A_transcript_has_no_longer_cue_whoever_made_it()
    {
        var transcript = Transcript.FromCues(
            [new Cue(TimeSpan.Zero, TimeSpan.FromSeconds(9), new string('x', 200_000))], null, TranscriptSource.Whisper, null);

        transcript.Cues.Sum(cue => cue.Text.Length).ShouldBe(200_000);
        transcript.Cues.ShouldAllBe(cue => cue.Text.Length <= CueLength.Longest);
    }

    [Theory]
    [InlineData("00:00:01,249 --> 00:00:03,000")]
    [InlineData("00:59:59.999 --> 99:00:00.001")]
    [InlineData("00:00:01.249 --> 00:00:03,000")]
    public void The_usual_timing_line_is_read_as_any_other(string line)
    {
        var usual = UsualTiming.Parse(line).ShouldNotBeNull();
        var other = TimingLine.Parse($" {line}").ShouldNotBeNull();

        TimingLine.Parse(line).ShouldBe(other);
        (usual.Start, usual.End).ShouldBe((other.Start!.Value, other.End!.Value));
    }

    [Theory]
    [InlineData("00:60:01,249 --> 00:00:03,000")]
    [InlineData("00:00:01,249 --> 00:00:75,000")]
    [InlineData("00:00:01,249 -> 00:00:03,0000")]
    [InlineData("00:00:01,249 --> 00:00:03,000 align:start")]
    [InlineData("٠٠:00:01,249 --> 00:00:03,000")]
    public void Any_other_is_left_to_the_reader_of_all(string line) => UsualTiming.Parse(line).ShouldBeNull();
}
