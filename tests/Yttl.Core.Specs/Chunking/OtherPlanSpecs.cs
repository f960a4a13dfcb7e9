using Yttl.Core.Chunking;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Chunking;

/// <summary>Equal lengths, largest chunks, and what stands in where no plan is possible.</summary>
public sealed class OtherPlanSpecs
{
    [Fact]
    public void Fixed_chunks_are_as_long_as_asked_for_and_a_short_tail_is_shared()
    {
        var plan = Plan(ChunkStrategy.Fixed, 920, 300);

        plan.Chunks.Select(chunk => (chunk.End - chunk.Start).TotalSeconds).ShouldBe([300, 300, 160, 160]);
        plan.Chunks[0].EndCut.Reason.ShouldBe(CutReason.Fixed);
        plan.Chunks[1].AudioStart.TotalSeconds.ShouldBe(298.5);
        plan.Chunks[0].AudioEnd.TotalSeconds.ShouldBe(301.5);
    }

    [Fact]
    public void A_fixed_cut_that_happens_to_be_in_a_silence_needs_no_margin()
    {
        var plan = ChunkPlanner.Plan(
            Talks.Seconds(600, (299, 301)), Options(ChunkStrategy.Fixed, 300), Talks.Whisper, Talks.Workers(2));

        plan.Chunks[0].AudioEnd.TotalSeconds.ShouldBe(300);
        plan.Chunks[0].EndCut.SilenceLength.TotalSeconds.ShouldBe(2);
    }

    [Fact]
    public void Memory_optimized_makes_the_fewest_chunks_that_fit()
    {
        var track = Talks.Ordinary(5, TimeSpan.FromHours(1));
        var capacity = new ChunkCapacity(4, 60_000_000);

        var plan = ChunkPlanner.Plan(track, Options(ChunkStrategy.MemoryOptimized, 300), Talks.Whisper, capacity);

        plan.Chunks.Count.ShouldBe(4);
        plan.Chunks.ShouldAllBe(chunk => chunk.EndCut.Reason != CutReason.NoSilence);
    }

    [Fact]
    public void Chunks_that_a_limit_keeps_short_say_which()
    {
        var track = Talks.Ordinary(5, TimeSpan.FromHours(2));
        var recognizer = Talks.Whisper with { MaxBytes = 1_000_000 };

        var plan = ChunkPlanner.Plan(
            track, Options(ChunkStrategy.MemoryOptimized, 300), recognizer, Talks.Workers(2));

        plan.Bound.ShouldBe("1 MB an upload");
    }

    [Fact]
    public void Limits_that_leave_no_room_fall_back_to_fixed_and_say_so()
    {
        var plan = ChunkPlanner.Plan(
            Talks.Seconds(700), ChunkOptions.Default, Talks.Whisper, new ChunkCapacity(2, 100));

        plan.Strategy.ShouldBe(ChunkStrategy.Fixed);
        plan.FallbackReason.ShouldBe("No useful chunk fits within 0 MB of memory a worker.");
        plan.Chunks.Select(chunk => (chunk.End - chunk.Start).TotalSeconds).ShouldBe([300, 200, 200]);
    }

    /// <summary>From the middle of one silence to the middle of the next are 2.9 s, and no word is cut.</summary>
    [Fact]
    public void Silences_that_are_too_far_apart_for_the_limit_fall_back_to_fixed_and_say_so()
    {
        var recognizer = Talks.Whisper with { MaxLength = TimeSpan.FromSeconds(2) };
        var track = Talks.Seconds(29, [.. Enumerable.Range(0, 10).Select(pause => (2.9 * pause + 1, 2.9 * pause + 2.9))]);

        var plan = ChunkPlanner.Plan(track, ChunkOptions.Default, recognizer, Talks.Workers(2));

        plan.Strategy.ShouldBe(ChunkStrategy.Fixed);
        plan.FallbackReason.ShouldBe("No cuts were found that keep every chunk within 2 s an upload.");
        ChunkPlanValidation.Problems(plan, track, recognizer, Talks.Workers(2)).ShouldBeEmpty();
    }

    [Fact]
    public void Cuts_that_break_a_promise_are_not_taken_and_the_reason_is_given()
    {
        var track = Talks.Seconds(3600);
        var edges = new[] { CutPoint.Beginning(new TrackTimeline(track)), CutPoint.Ending(new TrackTimeline(track)) };

        var plan = ChunkPlanner.Plan(track, ChunkOptions.Default, Talks.Whisper, Talks.Workers(2), (_, _) => edges);

        plan.Strategy.ShouldBe(ChunkStrategy.Fixed);
        plan.FallbackReason.ShouldBe("The plan was not valid: chunk 0 has 3600 s of audio and exceeds 1400 s an upload.");
        ChunkPlanValidation.Problems(plan, track, Talks.Whisper, Talks.Workers(2)).ShouldBeEmpty();
    }

    [Fact]
    public void Each_promise_that_a_plan_breaks_is_named()
    {
        var track = Talks.Seconds(600, (200, 205));
        var plan = ChunkPlanner.Plan(track, Options(ChunkStrategy.Fixed, 300), Talks.Whisper, Talks.Workers(2));
        var broken = plan with
        {
            Chunks = [plan.Chunks[1] with { AudioEnd = TimeSpan.FromSeconds(500) }],
            Skipped = [new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(299))],
        };

        ChunkPlanValidation.Problems(broken, track, Talks.Whisper, Talks.Workers(2)).ShouldBe(
        [
            "the track is not covered once at 300 s",
            "speech is skipped from 0 s",
            "chunk 0 is numbered 1",
            "chunk 0 does not cover all of its core",
        ]);
    }

    private static ChunkPlan Plan(ChunkStrategy strategy, double duration, int seconds) => ChunkPlanner.Plan(
        Talks.Seconds(duration), Options(strategy, seconds), Talks.Whisper, Talks.Workers(2));

    private static ChunkOptions Options(ChunkStrategy strategy, int seconds) => new(strategy, TimeSpan.FromSeconds(seconds));
}
