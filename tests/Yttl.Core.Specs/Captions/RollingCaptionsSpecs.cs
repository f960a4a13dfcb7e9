using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions;
using Yttl.Core.Captions.Formats;
using static Yttl.Core.Specs.Captions.CueLines;

namespace Yttl.Core.Specs.Captions;

public sealed class RollingCaptionsSpecs
{
    [Fact]
    public void Text_that_was_rolled_is_read_back_exactly_once() => Check.QuickThrowOnFailure(Prop.ForAll(
        RollingText.Any.ToArbitrary(),
        rolling => RollingCaptions.Unroll(rolling.Cues()).Select(cue => cue.Text).ShouldBe(rolling.Lines)));

    [Fact]
    public void Captions_that_do_not_roll_lose_nothing() => Check.QuickThrowOnFailure(Prop.ForAll(
        WithoutRolling.ToArbitrary(), cues => RollingCaptions.Unroll(cues).ShouldBe(cues)));

    [Fact]
    public void Starts_stay_in_order_and_no_cue_becomes_blank() => Check.QuickThrowOnFailure(Prop.ForAll(
        AnyCues.ToArbitrary(), cues =>
        {
            var unrolled = RollingCaptions.Unroll(cues);
            unrolled.Select(cue => cue.Start).ShouldBeInOrder();
            unrolled.ShouldAllBe(cue => cue.Start <= cue.End && cue.Text.Length > 0);
        }));

    [Fact]
    public void YouTubes_automatic_WebVtt_gives_each_line_once() =>
        Unroll("""
            WEBVTT
            Kind: captions
            Language: en

            00:00:00.160 --> 00:00:02.389 align:start position:0%
             
            so<00:00:00.480><c> welcome</c><00:00:00.960><c> back</c>

            00:00:02.389 --> 00:00:02.399 align:start position:0%
            so welcome back
             

            00:00:02.399 --> 00:00:04.710 align:start position:0%
            so welcome back
            [Music]

            00:00:04.710 --> 00:00:04.720 align:start position:0%
            [Music]
             

            00:00:04.720 --> 00:00:07.000 align:start position:0%
            [Music]
            [Music]

            00:00:30.000 --> 00:00:31.990 align:start position:0%
             
            to<00:00:30.500><c> the</c><00:00:31.000><c> show</c>

            00:00:31.990 --> 00:00:32.000 align:start position:0%
            to the show
             
            """).ShouldBe(
            ["0.16-2.389 so welcome back", "2.399-4.71 [Music]", "4.72-7 [Music]", "30-31.99 to the show"]);

    [Fact]
    public void A_refrain_sung_twice_stays_twice() =>
        Unroll(Cue(0, 2, "Let it be"), Cue(2, 4, "Let it be"), Cue(4, 6, "Let it be\nlet it be"))
            .ShouldBe(["0-2 Let it be", "2-4 Let it be", "4-6 Let it be/let it be"]);

    [Fact]
    public void A_refrain_in_rolling_captions_stays_twice() =>
        Unroll(Cue(0, 2, "Let it be"), Cue(2, 4, "Let it be\nLet it be"), Cue(4, 6, "Let it be\nyeah"))
            .ShouldBe(["0-2 Let it be", "2-4 Let it be", "4-6 yeah"]);

    [Fact]
    public void A_line_that_comes_again_after_a_pause_stays() =>
        Unroll(Cue(0, 2, "a"), Cue(2, 4, "a\nb"), Cue(4, 6, "b\nc"), Cue(7, 9, "c\nd"))
            .ShouldBe(["0-2 a", "2-4 b", "4-6 c", "7-9 c/d"]);

    [Fact]
    public void One_answer_that_happens_to_repeat_the_question_is_not_rolling() =>
        Unroll(Cue(0, 2, "Now?"), Cue(2, 4, "Yes.\nNo."), Cue(4, 6, "No.\nYes!"), Cue(6, 8, "Well."))
            .ShouldBe(["0-2 Now?", "2-4 Yes./No.", "4-6 No./Yes!", "6-8 Well."]);

    [Fact]
    public void Cues_without_length_are_no_fillers() =>
        Unroll(Cue(0, 0, "No."), Cue(0, 0, "No."), Cue(0, 0, "No."), Cue(0, 0, "No."))
            .ShouldBe(["0-0 No.", "0-0 No.", "0-0 No.", "0-0 No."]);

    [Fact]
    public void Windows_that_roll_with_a_pause_between_them_give_each_line_once() =>
        Unroll([.. Enumerable.Range(0, 20).Select(i => Cue(3 * i, 3 * i + 2.5, $"line {i}\nline {i + 1}"))])
            .ShouldBe(["0-2.5 line 0/line 1", .. Enumerable.Range(1, 19).Select(i =>
                FormattableString.Invariant($"{3 * i}-{3 * i + 2.5} line {i + 1}"))]);

    [Fact]
    public void A_refrain_of_two_lines_stays_whenever_it_comes_after_a_pause() =>
        Unroll([.. Enumerable.Range(0, 4).Select(i => Cue(3 * i, 3 * i + 2, "Let it be\nwhisper words"))])
            .ShouldAllBe(line => line.EndsWith("Let it be/whisper words", StringComparison.Ordinal));

    private static string[] Unroll(string vtt) => CueLines.Of(RollingCaptions.Unroll(WebVttCaptions.Read(vtt).Cues));

    private static string[] Unroll(params Cue[] cues) => CueLines.Of(RollingCaptions.Unroll(cues));

    private static readonly Gen<Cue[]> AnyCues =
        from texts in (from lines in RollingText.AnyLine.NonEmptyListOf() select string.Join('\n', lines)).ListOf()
        from gaps in Gen.Choose(0, 300).ArrayOf(texts.Count)
        from lengths in Gen.Choose(0, 200).ArrayOf(texts.Count)
        select Timed([.. texts], gaps, lengths);

    /// <summary>Adjoining cues, of which no two that follow each other look as if the second had rolled on.</summary>
    private static readonly Gen<Cue[]> WithoutRolling =
        from texts in (from lines in RollingText.AnyLine.ArrayOf(2) select lines).ListOf()
        let numbered = texts.Select((lines, i) => $"{lines[0]} {i}\n{lines[1]}").ToArray()
        select Timed(numbered, new int[numbered.Length], [.. numbered.Select(_ => 1000)]);

    private static Cue[] Timed(string[] texts, int[] gaps, int[] lengths)
    {
        var time = TimeSpan.Zero;
        var cues = new List<Cue>();
        foreach (var (text, gap, length) in texts.Zip(gaps, lengths))
        {
            time += TimeSpan.FromMilliseconds(gap);
            cues.Add(new Cue(time, time + TimeSpan.FromMilliseconds(length), text));
            time += TimeSpan.FromMilliseconds(length);
        }

        return [.. cues];
    }
}
