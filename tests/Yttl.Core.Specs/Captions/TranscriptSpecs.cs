using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions;
using Yttl.Core.Languages;

namespace Yttl.Core.Specs.Captions;

public sealed class TranscriptSpecs
{
    private static readonly Gen<Cue[]> HostileCues =
        (from start in Gen.Choose(-5000, 5000)
         from length in Gen.Choose(-2000, 2000)
         from text in Gen.Elements("", " \n\t", "\u200B", "\0", "one", "two  words", "line\nline", "♪")
         select new Cue(TimeSpan.FromMilliseconds(start), TimeSpan.FromMilliseconds(start + length), text)).ArrayOf();

    [Fact]
    public void Any_cues_become_a_sound_transcript() => Check.QuickThrowOnFailure(Prop.ForAll(
        HostileCues.ToArbitrary(), cues =>
        {
            var sound = Make(cues).Cues;
            sound.Select(cue => cue.Start).ShouldBeInOrder();
            sound.ShouldAllBe(cue => cue.Start >= TimeSpan.Zero && cue.End >= cue.Start);
            sound.ShouldAllBe(cue => !string.IsNullOrWhiteSpace(cue.Text) && !cue.Text.Contains('\n'));
        }));

    [Fact]
    public void No_word_is_lost_or_made_up() => Check.QuickThrowOnFailure(Prop.ForAll(
        HostileCues.ToArbitrary(), cues => Words(Make(cues).Cues).ShouldBe(Words(cues))));

    [Fact]
    public void A_sound_transcript_is_left_as_it_is() => Check.QuickThrowOnFailure(Prop.ForAll(
        HostileCues.ToArbitrary(), cues => Make(Make(cues).Cues).Cues.ShouldBe(Make(cues).Cues)));

    [Fact]
    public void Cues_that_start_together_keep_their_order() =>
        CueLines.Of(Make(CueLines.Cue(1, 3, "b"), CueLines.Cue(0, 1, "a"), CueLines.Cue(1, 2, "c")).Cues)
            .ShouldBe(["0-1 a", "1-3 b", "1-2 c"]);

    [Fact]
    public void The_end_is_that_of_the_cue_that_ends_last() =>
        Make(CueLines.Cue(0, 9, "long"), CueLines.Cue(1, 2, "short")).End().ShouldBe(TimeSpan.FromSeconds(9));

    private static Transcript Make(params IEnumerable<Cue> cues) =>
        Transcript.FromCues(cues, LanguageTag.Parse("en", null), TranscriptSource.ManualCaptions, null);

    private static string[] Words(IEnumerable<Cue> cues) => [.. cues.SelectMany(cue => WordsOf(cue.Text)).Order()];

    private static string[] WordsOf(string text) =>
        text.Split([' ', '\n', '\t', '\u200B', '\0'], StringSplitOptions.RemoveEmptyEntries);
}
