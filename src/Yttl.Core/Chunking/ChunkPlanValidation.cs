using System.Globalization;
using Yttl.Core.Audio;

namespace Yttl.Core.Chunking;

/// <summary>Checks the guarantees of a <see cref="ChunkPlan"/>.</summary>
public static class ChunkPlanValidation
{
    /// <returns>One phrase for each problem; empty for a valid plan.</returns>
    public static IReadOnlyList<string> Problems(
        ChunkPlan plan, AudioTrack track, RecognizerProfile recognizer, ChunkCapacity capacity)
    {
        var timeline = new TrackTimeline(track);
        return
        [
            .. Cover(plan, TrackTimeline.Time(timeline.Duration)),
            .. plan.Skipped.Where(skipped => Speech(skipped.Start, skipped.End) > TimeSpan.Zero)
                .Select(skipped => Say($"speech is skipped from {skipped.Start.TotalSeconds} s")),
            .. plan.Chunks.Index().SelectMany(chunk => OfChunk(chunk.Index, chunk.Item)),
        ];

        IEnumerable<string> OfChunk(int index, Chunk chunk)
        {
            var audio = TrackTimeline.Milliseconds(chunk.AudioEnd - chunk.AudioStart);
            var limits = ChunkLimits.From(recognizer, capacity);
            if (chunk.Index != index)
                yield return Say($"chunk {index} is numbered {chunk.Index}");
            if (chunk.AudioStart > chunk.Start || chunk.AudioEnd < chunk.End)
                yield return Say($"chunk {index} does not cover all of its core");
            if (chunk.AudioStart < TimeSpan.Zero || chunk.AudioEnd > track.Duration)
                yield return Say($"chunk {index} extends beyond the track");
            if (audio > limits.MaxAudio)
                yield return Say($"chunk {index} has {audio / 1000.0} s of audio and exceeds {limits.Reason}");
            if (chunk.Speech != Speech(chunk.Start, chunk.End) || chunk.Speech == TimeSpan.Zero)
                yield return Say($"chunk {index} does not contain the length of speech that it states");
            if (new[] { chunk.Start, chunk.End, chunk.AudioStart, chunk.AudioEnd }.Any(IsNoWholeMillisecond))
                yield return Say($"chunk {index} is not cut at whole milliseconds");
        }

        TimeSpan Speech(TimeSpan start, TimeSpan end) => TrackTimeline.Time(
            timeline.SpeechBetween(TrackTimeline.Milliseconds(start), TrackTimeline.Milliseconds(end)));
    }

    private static IEnumerable<string> Cover(ChunkPlan plan, TimeSpan duration)
    {
        if (plan.Chunks.Zip(plan.Chunks.Skip(1)).Any(pair => pair.First.Start >= pair.Second.Start))
            yield return "the chunks are out of order";
        var covered = TimeSpan.Zero;
        var parts = plan.Chunks.Select(chunk => (chunk.Start, chunk.End))
            .Concat(plan.Skipped.Select(skipped => (skipped.Start, skipped.End)));
        foreach (var (start, end) in parts.OrderBy(part => part.Start))
        {
            if (start != covered || end <= start)
                yield return Say($"the track is not covered once at {start.TotalSeconds} s");
            covered = end;
        }

        if (covered != duration)
            yield return Say($"the plan ends at {covered.TotalSeconds} s of {duration.TotalSeconds} s");
    }

    private static bool IsNoWholeMillisecond(TimeSpan time) => time.Ticks % TimeSpan.TicksPerMillisecond != 0;

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
