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
        ForAll(distinct: true, jitter: 40, wordTimes: true, (talk, heard) => ComesOnce(talk, heard, jitter: 40));

    [Fact]
    public void Every_word_comes_once_and_in_order_where_only_phrases_have_times() =>
        ForAll(distinct: true, jitter: 40, wordTimes: false, (talk, heard) => ComesOnce(talk, heard, jitter: 40));

    [Fact]
    public void A_recogniser_that_errs_by_a_fifth_of_a_second_on_either_side_loses_nothing() =>
        ForAll(distinct: true, jitter: 200, wordTimes: true, (talk, heard) =>
            talk.Words.All(word => heard.Words.Contains(word.Text))
            && (heard.IsSaid || heard.Words.Count == talk.Words.Count));

    [Fact]
    public void Refrains_lose_nothing() =>
        ForAll(distinct: false, jitter: 40, wordTimes: true, (talk, heard) =>
            heard.Words.Count == talk.Words.Count ? InOrder(talk, heard.Words)
            : heard.IsSaid && heard.Words.Count > talk.Words.Count);

    [Fact]
    public void Cues_are_in_order_do_not_overlap_and_can_be_read() =>
        ForAll(distinct: true, jitter: 40, wordTimes: true, (_, heard) =>
            heard.Cues.Zip(heard.Cues.Skip(1)).All(pair => pair.First.End <= pair.Second.Start)
            && heard.Cues.All(cue => cue.Start <= cue.End && cue.Text.Length <= CueSegmenter.MostLetters
                && cue.End - cue.Start <= CueSegmenter.Longest));

    [Fact]
    public void Every_cue_begins_within_the_recognisers_error_of_its_first_word() =>
        ForAll(distinct: true, jitter: 40, wordTimes: true, (talk, heard) => heard.IsSaid || heard.Cues.All(cue =>
            (cue.Start - talk.Words.First(word => word.Text == cue.Text.Split(' ')[0]).Start).Duration()
            <= TimeSpan.FromMilliseconds(80)));

    private sealed record Heard(IReadOnlyList<Cue> Cues, bool IsSaid)
    {
        public IReadOnlyList<string> Words { get; } = [.. Cues.SelectMany(cue => cue.Text.Split(' '))];
    }

    private static bool InOrder(SpokenTalk talk, IEnumerable<string> words) =>
        words.SequenceEqual(talk.Words.Select(word => word.Text));

    /// <summary>A word may come twice, and that is said, where both chunks heard less than a second of speech.</summary>
    private static bool ComesOnce(SpokenTalk talk, Heard heard, int jitter)
    {
        var twice = heard.Words.GroupBy(word => word).Where(words => words.Count() > 1).Select(words => words.Key);
        return InOrder(talk, heard.Words.Distinct())
            && twice.All(word => heard.IsSaid && talk.SharedSpeech(word) < 2 * Overlap.Error + TimeSpan.FromMilliseconds(2 * jitter));
    }

    private static void ForAll(bool distinct, int jitter, bool wordTimes, Func<SpokenTalk, Heard, bool> holds) =>
        Check.One(Thorough, Prop.ForAll(SpokenTalk.Any(distinct).ToArbitrary(), talk =>
        {
            var track = new AudioTrack(new AudioRef("", 0), talk.Duration, [], [], -40, null);
            var chunks = talk.Heard(jitter, wordTimes);
            var (transcript, ambiguous) = Stitcher.Stitch(track, talk.Plan(), chunks, null, "a recogniser");
            return holds(talk, new Heard(transcript.Cues, ambiguous.Count > 0));
        }));
}
