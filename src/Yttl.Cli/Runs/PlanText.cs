using System.Globalization;
using Yttl.Core.Chunking;
using Yttl.Core.Text;
using Yttl.Core.Time;
using Yttl.LocalEngine.Results;

namespace Yttl.Cli.Runs;

/// <summary>A chunk plan as text for people.</summary>
internal static class PlanText
{
    public static readonly IReadOnlyList<string> Headings = ["Chunk", "From", "To", "Speech", "Begins", "Ends"];

    public static IEnumerable<string> Summary(AudioPlan audio)
    {
        var plan = audio.Plan;
        var model = audio.Model?.ToString() ?? "no recogniser is set up, one on this machine is assumed";
        yield return $"{Timestamp.Text(plan.Duration)} of audio, {Timestamp.Text(plan.Speech)} of it speech; silence is below "
            + Invariant($"{audio.Track.Threshold:0.#} dB");
        yield return $"{Quantity.Count(plan.Chunks.Count, "chunk", "chunks")} ({Name(plan.Strategy)}), "
            + $"{Quantity.Count(plan.Workers, "worker", "workers")}: {model}";
        yield return $"Predicted time {Timestamp.Text(plan.PredictedMakespan)}, bound by {plan.Bound}";
        if (plan.Skipped.Count > 0)
            yield return $"{Quantity.Count(plan.Skipped.Count, "silence", "silences")} skipped, "
                + $"{Timestamp.Text(plan.Skipped.Aggregate(TimeSpan.Zero, (sum, one) => sum + one.End - one.Start))} in all";
    }

    public static string[] Row(Chunk chunk) =>
    [
        Invariant($"{chunk.Index + 1}"),
        Time(chunk.Start),
        Time(chunk.End),
        Invariant($"{chunk.Speech.TotalSeconds:0.0} s"),
        Why(chunk.StartCut, chunk.Start - chunk.AudioStart),
        Why(chunk.EndCut, chunk.AudioEnd - chunk.End),
    ];

    private static string Why(Cut cut, TimeSpan margin) => cut.Reason switch
    {
        CutReason.Edge => "at the edge",
        CutReason.Silence => Invariant($"in {cut.SilenceLength.TotalSeconds:0.0} s of silence"),
        CutReason.SkippedSilence => Invariant($"at {cut.SilenceLength.TotalSeconds:0.0} s of skipped silence"),
        CutReason.NoSilence => Invariant($"no silence in reach, with {margin.TotalSeconds:0.0} s of audio beyond"),
        CutReason.Fixed => Invariant($"at a fixed length, with {margin.TotalSeconds:0.0} s of audio beyond"),
        _ => throw new ArgumentOutOfRangeException(nameof(cut), cut.Reason, null),
    };

    private static string Name(ChunkStrategy strategy) =>
        Json.CliJson.TextOf(strategy, Json.CliJson.Default.ChunkStrategy);

    /// <summary>With tenths: without them, the cuts around a silence of half a second look the same.</summary>
    private static string Time(TimeSpan time) => Timestamp.Text(time) + Invariant($".{time.Milliseconds / 100}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
