using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Chunking;

/// <summary>What holds of every plan, whatever the audio, the strategy, the limits and the workers.</summary>
public sealed class ChunkPlanProperties
{
    private static readonly Arbitrary<Case> Cases = (
        from track in Talks.Any
        from strategy in Gen.Elements(Enum.GetValues<ChunkStrategy>())
        from seconds in Gen.Choose(10, 3600)
        from recognizer in Talks.AnyRecognizer
        from workers in Gen.Choose(1, 16)
        from memory in Gen.Elements(2_000_000L, 512_000_000L)
        select new Case(
            track,
            new ChunkOptions(strategy, TimeSpan.FromSeconds(seconds)),
            recognizer,
            new ChunkCapacity(workers, memory))).ToArbitrary();

    [Fact]
    public void Every_plan_is_valid_and_the_one_asked_for() => ForAll((asked, plan) =>
    {
        ChunkPlanValidation.Problems(plan, asked.Track, asked.Recognizer, asked.Capacity).ShouldBeEmpty();
        plan.Strategy.ShouldBe(asked.Options.Strategy);
        plan.FallbackReason.ShouldBeNull();
    });

    [Fact]
    public void So_is_one_whose_calls_once_reached_the_end_before_all_were_used() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(17601494149263790374, 13527301328327573083, 46).WithMaxTest(1),
        Prop.ForAll(Cases, asked => asked.Plan().FallbackReason.ShouldBeNull()));

    [Fact]
    public void Cores_and_skipped_silence_cover_the_track_exactly_once() => ForAll((asked, plan) =>
    {
        var parts = plan.Chunks.Select(chunk => (chunk.Start, chunk.End))
            .Concat(plan.Skipped.Select(skipped => (skipped.Start, skipped.End))).OrderBy(part => part.Start).ToList();
        parts.Aggregate(TimeSpan.Zero, (covered, part) =>
        {
            part.Start.ShouldBe(covered);
            part.End.ShouldBeGreaterThan(part.Start);
            return part.End;
        }).ShouldBe(asked.Track.Duration);
    });

    [Fact]
    public void Only_what_is_silent_or_lost_is_skipped() => ForAll((asked, plan) =>
    {
        var silent = asked.Track.Silences.Select(silence => new TimeRange(silence.Start, silence.End))
            .Concat(asked.Track.Lost.Select(lost => new TimeRange(lost.Start, lost.End)));
        TimeRanges.Subtract(plan.Skipped.Select(skipped => new TimeRange(skipped.Start, skipped.End)), silent)
            .ShouldBeEmpty();
    });

    /// <summary>Of an upload, 4 KiB are left for the container and the form around it.</summary>
    [Fact]
    public void No_call_hears_more_than_the_limits_allow() => ForAll((asked, plan) =>
        plan.Chunks.Select(chunk => (chunk.AudioEnd - chunk.AudioStart).TotalSeconds).ShouldAllBe(audio =>
            audio <= asked.Recognizer.MaxLength.TotalSeconds
            && audio * asked.Recognizer.BytesPerSecond + 4096 <= asked.Recognizer.MaxBytes
            && audio * asked.Recognizer.MemoryPerSecond <= asked.Capacity.MemoryPerWorker));

    [Fact]
    public void A_cut_is_in_a_silence_where_one_is_in_reach() => ForAll((asked, plan) =>
    {
        var reach = TimeSpan.FromSeconds(Math.Min(2, asked.Recognizer.MaxLength.TotalSeconds / 12));
        var blind = plan.Chunks.Where(chunk => chunk.EndCut.Reason == CutReason.NoSilence).Select(chunk => chunk.End);
        blind.ShouldAllBe(cut => !asked.Track.Silences.Any(
            silence => silence.Start < cut + reach && cut - reach < silence.End));
    });

    [Fact]
    public void Where_none_is_both_neighbours_hear_beyond_the_cut() => ForAll((_, plan) =>
        plan.Chunks.Zip(plan.Chunks.Skip(1)).Where(pair => pair.First.EndCut.Reason == CutReason.NoSilence)
            .ShouldAllBe(pair => pair.First.AudioEnd >= pair.First.End + TimeSpan.FromSeconds(1)
                && pair.Second.AudioStart <= pair.Second.Start - TimeSpan.FromSeconds(1)));

    [Fact]
    public void And_a_cut_in_a_silence_touches_no_sound() => ForAll((asked, plan) =>
        plan.Chunks.Where(chunk => chunk.EndCut.Reason is CutReason.Silence or CutReason.SkippedSilence)
            .ShouldAllBe(chunk => chunk.AudioEnd == chunk.End));

    [Fact]
    public void Speech_is_all_in_the_chunks() => ForAll((_, plan) =>
        plan.Chunks.Aggregate(TimeSpan.Zero, (sum, chunk) => sum + chunk.Speech).ShouldBe(plan.Speech));

    [Fact]
    public void The_same_is_planned_twice() => ForAll((asked, plan) =>
        asked.Plan().Chunks.ShouldBe(plan.Chunks));

    private static void ForAll(Action<Case, ChunkPlan> holds) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cases, asked => holds(asked, asked.Plan())));

    private sealed record Case(
        AudioTrack Track, ChunkOptions Options, RecognizerProfile Recognizer, ChunkCapacity Capacity)
    {
        public ChunkPlan Plan() => ChunkPlanner.Plan(Track, Options, Recognizer, Capacity);
    }
}
