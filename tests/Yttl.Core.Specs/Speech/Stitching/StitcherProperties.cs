using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Speech.Stitching;

namespace Yttl.Core.Specs.Speech.Stitching;

/// <summary>What holds wherever the cuts are and however the recogniser groups its words.</summary>
public sealed class StitcherProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(300);

    [Fact]
    public void Every_word_comes_once_and_in_order_where_words_have_times() =>
        ForAll(distinct: true, jitter: 40, wordTimes: true, InOrder);

    [Fact]
    public void Every_word_comes_once_and_in_order_where_only_phrases_have_times() =>
        ForAll(distinct: true, jitter: 40, wordTimes: false, InOrder);

    [Fact]
    public void Refrains_are_neither_doubled_nor_lost() =>
        ForAll(distinct: false, jitter: 40, wordTimes: true, InOrder);

    [Fact]
    public void A_recogniser_that_errs_by_a_fifth_of_a_second_on_either_side_loses_nothing() =>
        ForAll(distinct: true, jitter: 200, wordTimes: true, (talk, cues) =>
            WordsOf(cues).Order().SequenceEqual(talk.Words.Select(word => word.Text).Order()));

    [Fact]
    public void Cues_are_in_order_do_not_overlap_and_can_be_read() =>
        ForAll(distinct: true, jitter: 40, wordTimes: true, (_, cues) =>
            cues.Zip(cues.Skip(1)).All(pair => pair.First.End <= pair.Second.Start)
            && cues.All(cue => cue.Start <= cue.End && cue.Text.Length <= CueSegmenter.MostLetters
                && cue.End - cue.Start <= CueSegmenter.Longest));

    [Fact]
    public void Every_cue_begins_within_the_recognisers_error_of_its_first_word() =>
        ForAll(distinct: true, jitter: 40, wordTimes: true, (talk, cues) => cues.All(cue =>
            (cue.Start - talk.Words.First(word => word.Text == cue.Text.Split(' ')[0]).Start).Duration()
            <= TimeSpan.FromMilliseconds(80)));

    private static bool InOrder(SpokenTalk talk, IReadOnlyList<Cue> cues) =>
        WordsOf(cues).SequenceEqual(talk.Words.Select(word => word.Text));

    private static IEnumerable<string> WordsOf(IReadOnlyList<Cue> cues) => cues.SelectMany(cue => cue.Text.Split(' '));

    private static void ForAll(
        bool distinct, int jitter, bool wordTimes, Func<SpokenTalk, IReadOnlyList<Cue>, bool> holds) =>
        Check.One(Thorough, Prop.ForAll(SpokenTalk.Any(distinct).ToArbitrary(), talk =>
        {
            var track = new AudioTrack(new AudioRef("", 0), talk.Duration, [], [], -40, null);
            var heard = talk.Heard(jitter, wordTimes);
            return holds(talk, Stitcher.Stitch(track, talk.Plan(), heard, null, "a recogniser").Cues);
        }));
}
