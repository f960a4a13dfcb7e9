using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Chunking;

/// <summary>Where the adaptive plan cuts, what it skips, and what it does with hostile audio.</summary>
public sealed class AdaptivePlanSpecs
{
    [Fact]
    public void More_workers_never_take_longer()
    {
        var track = Talks.Ordinary(7, TimeSpan.FromMinutes(47));
        var spans = Enumerable.Range(1, 8).Select(workers => Plan(track, workers).PredictedMakespan).ToList();

        spans.ShouldBe(spans.OrderDescending());
    }

    /// <summary>Not always: of two counts of chunks that are alike, a small change may prefer the other.</summary>
    [Fact]
    public void One_more_short_silence_nearly_always_moves_only_cuts_nearby()
    {
        var elsewhere = Enumerable.Range(0, 100).Count(seed =>
        {
            var track = Talks.Ordinary(seed, TimeSpan.FromHours(2));
            var gap = track.Silences.Zip(track.Silences.Skip(1)).Skip(10 * seed)
                .First(pair => pair.Second.Start - pair.First.End > TimeSpan.FromSeconds(2));
            var at = gap.First.End + TimeSpan.FromSeconds(1);
            var more = new Silence(at, at + TimeSpan.FromSeconds(0.5), 1);
            var changed = track with { Silences = [.. track.Silences.Append(more).OrderBy(silence => silence.Start)] };

            var (before, after) = (Cuts(Plan(track, 4)), Cuts(Plan(changed, 4)));
            return after.Except(before).Concat(before.Except(after))
                .Any(cut => (cut - at).Duration() > TimeSpan.FromMinutes(30));
        });

        elsewhere.ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void The_shortest_audio_is_one_chunk_or_none(double seconds)
    {
        var plan = Plan(Talks.Seconds(seconds), 2);

        plan.Chunks.Count.ShouldBe(seconds > 0 ? 1 : 0);
        plan.Skipped.ShouldBeEmpty();
        plan.PredictedMakespan.TotalSeconds.ShouldBe(seconds > 0 ? 1.5 : 0);
    }

    [Fact]
    public void Audio_that_is_all_silence_costs_no_call()
    {
        var plan = Plan(Talks.Seconds(600, (0, 600)), 2);

        plan.Chunks.ShouldBeEmpty();
        plan.Skipped.ShouldBe([new TimeRange(TimeSpan.Zero, TimeSpan.FromMinutes(10))]);
        plan.Bound.ShouldBe("no speech");
    }

    [Fact]
    public void Silence_at_the_ends_and_a_long_one_inside_are_skipped_up_to_a_guard()
    {
        var plan = Plan(Talks.Seconds(1000, (0, 20), (300, 700), (980, 1000)), 1);

        plan.Skipped.Select(skipped => (skipped.Start.TotalSeconds, skipped.End.TotalSeconds))
            .ShouldBe([(0, 19.75), (300.25, 699.75), (980.25, 1000)]);
    }

    [Fact]
    public void A_long_silence_is_skipped_though_that_takes_one_more_call()
    {
        var plan = Plan(Talks.Seconds(928, (29, 329)), 1);

        plan.Chunks.Count.ShouldBe(2);
        plan.PredictedMakespan.TotalSeconds.ShouldBe(0.5 + 1 + 0.5 + 20);
    }

    [Theory]
    [InlineData(ChunkStrategy.Adaptive)]
    [InlineData(ChunkStrategy.MemoryOptimized)]
    public void What_is_left_over_is_shared_and_no_tiny_tail(ChunkStrategy strategy)
    {
        var recognizer = Talks.Whisper with { MaxLength = TimeSpan.FromSeconds(240) };
        var track = Talks.PausingEvery(5, 490);

        var plan = ChunkPlanner.Plan(
            track, ChunkOptions.Default with { Strategy = strategy }, recognizer, Talks.Workers(1));

        plan.Chunks.Count.ShouldBe(3);
        plan.Chunks.Min(chunk => chunk.End - chunk.Start).TotalSeconds.ShouldBeGreaterThanOrEqualTo(140);
    }

    /// <summary>Three calls of 240 s are longer than that without the margins, and shorter with them.</summary>
    [Theory]
    [InlineData(ChunkStrategy.Adaptive)]
    [InlineData(ChunkStrategy.MemoryOptimized)]
    public void Without_pauses_a_limit_has_room_for_the_margins(ChunkStrategy strategy)
    {
        var recognizer = Talks.Whisper with { MaxLength = TimeSpan.FromSeconds(240) };

        var plan = ChunkPlanner.Plan(
            Talks.Seconds(719), ChunkOptions.Default with { Strategy = strategy }, recognizer, Talks.Workers(1));

        plan.FallbackReason.ShouldBeNull();
        plan.Chunks.Count.ShouldBe(4);
        plan.Chunks.Zip(plan.Chunks.Skip(1), (left, right) => (left.AudioEnd - right.AudioStart).TotalSeconds)
            .ShouldBe([3, 3, 3]);
    }

    /// <summary>Decoded audio never has one; a track from elsewhere must not cost the plan.</summary>
    [Fact]
    public void A_last_part_of_a_millisecond_is_left_out()
    {
        var track = Talks.Seconds(600) with { Duration = TimeSpan.FromSeconds(600) + PcmFormat.TimeOf(15) };

        var plan = Plan(track, 2);

        plan.FallbackReason.ShouldBeNull();
        plan.Duration.ShouldBe(TimeSpan.FromSeconds(600));
        plan.Chunks[^1].AudioEnd.ShouldBe(TimeSpan.FromSeconds(600));
    }

    [Fact]
    public void Lost_audio_is_not_paid_for()
    {
        var lost = new LostAudio(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(400), "It is damaged.");

        var plan = Plan(Talks.Seconds(600) with { Lost = [lost] }, 1);

        plan.Speech.ShouldBe(TimeSpan.FromSeconds(300));
        plan.Skipped.ShouldHaveSingleItem().Start.TotalSeconds.ShouldBe(100.25);
    }

    [Fact]
    public void Silence_at_80_of_100_seconds_is_too_far_to_wait_for()
    {
        var plan = Plan(Talks.Seconds(100, (80, 81)), 2);

        plan.PredictedMakespan.TotalSeconds.ShouldBe(2.5);
        plan.Chunks.Count.ShouldBe(2);
        plan.Chunks[0].EndCut.Reason.ShouldBe(CutReason.NoSilence);
    }

    [Fact]
    public void Ten_minutes_without_a_silence_are_shared_evenly()
    {
        var plan = Plan(Talks.Seconds(600), 4);

        plan.Chunks.Count.ShouldBe(4);
        plan.Chunks.ShouldAllBe(chunk => Math.Abs(chunk.Speech.TotalSeconds - 150) < 10);
        plan.Bound.ShouldBe("4 workers");
    }

    [Fact]
    public void Of_two_silences_in_reach_the_longer_is_cut_in_though_it_is_farther()
    {
        var plan = Plan(Talks.Seconds(560, (273, 273.5), (289, 290.5)), 2);

        plan.Chunks[0].End.TotalSeconds.ShouldBe(289.75);
        plan.Chunks[0].EndCut.ShouldBe(new Cut(CutReason.Silence, TimeSpan.FromSeconds(1.5), 10));
    }

    [Fact]
    public void Workers_share_the_speech_and_not_the_time()
    {
        var silent = Enumerable.Range(0, 5).Select(pause => (150.0 * pause + 55, 150.0 * pause + 150))
            .Concat(Enumerable.Range(0, 60).Select(pause => (759.0 + 10 * pause, 759.5 + 10 * pause)));

        var plan = Plan(Talks.Seconds(1360, [.. silent]), 2);

        var halfTheTime = plan.Duration.TotalSeconds / 30 / 2;
        plan.PredictedMakespan.TotalSeconds.ShouldBeLessThan(0.85 * halfTheTime);
    }

    [Fact]
    public void Ten_hours_are_planned_whole()
    {
        var plan = Plan(Talks.Ordinary(3, TimeSpan.FromHours(10)), 8);

        plan.FallbackReason.ShouldBeNull();
        plan.Chunks.ShouldAllBe(chunk => chunk.EndCut.Reason != CutReason.NoSilence);
        plan.Chunks.Min(chunk => chunk.Speech).ShouldBeGreaterThan(plan.Speech / plan.Chunks.Count / 2);
    }

    private static IEnumerable<TimeSpan> Cuts(ChunkPlan plan) => plan.Chunks.SkipLast(1).Select(chunk => chunk.End);

    private static ChunkPlan Plan(AudioTrack track, int workers) =>
        ChunkPlanner.Plan(track, ChunkOptions.Default, Talks.Whisper, Talks.Workers(workers));
}
