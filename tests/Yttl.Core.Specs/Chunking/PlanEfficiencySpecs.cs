using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;

namespace Yttl.Core.Specs.Chunking;

/// <summary>How well the adaptive plan uses the workers, however long the talk and whatever limits a call.</summary>
public sealed class PlanEfficiencySpecs
{
    private static readonly Gen<RecognizerProfile> Recognizers = Gen.Elements(
        Talks.Whisper,
        Talks.Whisper with { MaxLength = TimeSpan.FromSeconds(240) },
        Talks.Whisper with { MaxLength = TimeSpan.FromSeconds(600) },
        Talks.Whisper with { MaxBytes = 1_000_000 });

    private static readonly Arbitrary<Lecture> Lectures = (
        from seed in Gen.Choose(0, 1_000_000)
        from workers in Gen.Choose(1, 8)
        from seconds in Gen.OneOf(Gen.Choose(20, 75), Gen.Choose(75, 900), Gen.Choose(900, 3600))
        from recognizer in Recognizers
        from change in Gen.Choose(0, 1_000_000)
        where workers * seconds <= 4 * 3600
        select new Lecture(seed, workers * seconds, workers, recognizer, change)).ToArbitrary();

    /// <summary>
    /// A plan may take as much longer than the ideal as the surprise that it guards against by more and shorter calls:
    /// a twentieth of the longest call.
    /// </summary>
    [Fact]
    public void Workers_are_busy_for_at_least_0_95_of_what_silences_whole_windows_and_limits_allow() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Lectures, IsNextToTheBest));

    [Theory]
    [InlineData(807_734, 8, 3520)]
    [InlineData(918_375, 6, 702)]
    [InlineData(931_167, 8, 6760)]
    [InlineData(918_483, 8, 704)]
    public void And_so_they_are_where_one_chunk_once_had_a_window_too_many(int seed, int workers, int seconds) =>
        IsNextToTheBest(new Lecture(seed, seconds, workers, Talks.Whisper));

    /// <summary>221 s of 1 MB cost 8 windows, 210 s cost 7: however long the talk, 7 are the better calls.</summary>
    [Fact]
    public void And_where_the_longest_call_would_waste_most_of_its_last_window() => IsNextToTheBest(
        new Lecture(Seed: 1, Seconds: 36_000, Workers: 1, Talks.Whisper with { MaxBytes = 1_000_000 }));

    /// <summary>For a millisecond a window can be needed or not, and its call with it; and two ways be alike.</summary>
    [Fact]
    public void A_small_change_changes_the_makespan_by_no_more_than_a_window_and_a_surprise() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Lectures, lecture =>
        {
            var (asked, track) = (lecture with { Recognizer = Talks.Whisper }, lecture.Track());
            var before = asked.Makespan(track);
            foreach (var changed in SmallChanges(track, lecture.Change))
            {
                var after = asked.Makespan(changed);
                Math.Abs(after - before).ShouldBeLessThanOrEqualTo(1.5 + 0.05 * Math.Max(before, after));
            }
        }));

    /// <summary>Three calls of each worker, of 17 windows together: with calls all alike, they would be 18.</summary>
    [Fact]
    public void Calls_that_a_limit_keeps_short_take_what_each_worker_can_hear_in_time()
    {
        var recognizer = Talks.Whisper with { MaxLength = TimeSpan.FromSeconds(240) };
        var track = Talks.PausingEvery(30, 2040);

        var plan = ChunkPlanner.Plan(track, ChunkOptions.Default, recognizer, Talks.Workers(4));

        plan.PredictedMakespan.TotalSeconds.ShouldBe(3 * 0.5 + 17);
        plan.Chunks.Select(chunk => (chunk.End - chunk.Start).TotalSeconds)
            .ShouldBe([.. Enumerable.Repeat(180.0, 8), .. Enumerable.Repeat(150.0, 4)]);
    }

    /// <summary>Surprises then cost less: a call that takes longer, or fails and is made again.</summary>
    [Fact]
    public void Of_plans_that_end_alike_the_one_of_shorter_calls_is_chosen()
    {
        var recognizer = Talks.Whisper with { CallOverhead = TimeSpan.Zero };

        var plan = ChunkPlanner.Plan(Talks.PausingEvery(30, 1200), ChunkOptions.Default, recognizer, Talks.Workers(1));

        plan.PredictedMakespan.TotalSeconds.ShouldBe(40);
        plan.Chunks.Select(chunk => (chunk.End - chunk.Start).TotalSeconds).ShouldBe(Enumerable.Repeat(120.0, 10));
    }

    private static void IsNextToTheBest(Lecture lecture)
    {
        var track = lecture.Track();
        var ideal = IdealPlan.Makespan(track, lecture.Workers, lecture.Recognizer);
        lecture.Makespan(track).ShouldBeLessThanOrEqualTo(ideal / 0.95);
    }

    private static IEnumerable<AudioTrack> SmallChanges(AudioTrack track, int change)
    {
        if (track.Silences is [])
            yield break;
        var at = change % track.Silences.Count;
        var (moved, by) = (track.Silences[at], TimeSpan.FromMilliseconds(change % 20 - 10));
        yield return track with { Duration = track.Duration + TimeSpan.FromMilliseconds(100) };
        yield return track with { Silences = [.. track.Silences.Take(at), .. track.Silences.Skip(at + 1)] };
        yield return track with
        {
            Silences =
            [
                .. track.Silences.Take(at),
                moved with { Start = moved.Start + by, End = moved.End + by },
                .. track.Silences.Skip(at + 1),
            ],
        };
    }

    private sealed record Lecture(int Seed, int Seconds, int Workers, RecognizerProfile Recognizer, int Change = 0)
    {
        public AudioTrack Track() => Talks.Ordinary(Seed, TimeSpan.FromSeconds(Seconds));

        /// <summary>In seconds, as predicted.</summary>
        public double Makespan(AudioTrack track) => ChunkPlanner
            .Plan(track, ChunkOptions.Default, Recognizer, Talks.Workers(Workers)).PredictedMakespan.TotalSeconds;
    }
}
