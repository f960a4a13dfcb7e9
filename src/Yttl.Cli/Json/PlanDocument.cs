using System.Text.Json.Serialization;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.LocalEngine.Results;

namespace Yttl.Cli.Json;

/// <summary>What <c>plan --json</c> writes. Times are in seconds, levels in decibels.</summary>
internal sealed record PlanDocument(
    string Schema,
    string VideoId,
    string Title,
    string? Recognizer,
    ChunkStrategy Strategy,
    string? FallbackReason,
    double DurationSeconds,
    double SpeechSeconds,
    double SilenceThresholdDb,
    int Workers,
    double PredictedSeconds,
    string Bound,
    IReadOnlyList<ChunkDocument> Chunks,
    IReadOnlyList<RangeDocument> Skipped,
    IReadOnlyList<RangeDocument> Lost,
    IReadOnlyList<string> Notes)
{
    public static PlanDocument From(AudioPlan audio) => new(
        "yttl/plan@1",
        audio.Video.Id,
        audio.Video.Title,
        audio.Model?.ToString(),
        audio.Plan.Strategy,
        audio.Plan.FallbackReason,
        audio.Plan.Duration.TotalSeconds,
        audio.Plan.Speech.TotalSeconds,
        Math.Round(audio.Track.Threshold, 1),
        audio.Plan.Workers,
        Math.Round(audio.Plan.PredictedMakespan.TotalSeconds, 3),
        audio.Plan.Bound,
        [.. audio.Plan.Chunks.Select(ChunkDocument.From)],
        [.. audio.Plan.Skipped.Select(range => new RangeDocument(range.Start.TotalSeconds, range.End.TotalSeconds))],
        [.. audio.Track.Lost.Select(RangeDocument.From)],
        audio.Notes);
}

/// <param name="AudioStart">Lies before <paramref name="Start"/> where no silence was within reach.</param>
/// <param name="AudioEnd">Lies after <paramref name="End"/> where no silence was within reach.</param>
internal sealed record ChunkDocument(
    int Index,
    double Start,
    double End,
    [property: JsonPropertyName("heardStart")] double AudioStart,
    [property: JsonPropertyName("heardEnd")] double AudioEnd,
    double SpeechSeconds,
    CutDocument StartCut,
    CutDocument EndCut)
{
    public static ChunkDocument From(Chunk chunk) => new(
        chunk.Index,
        chunk.Start.TotalSeconds,
        chunk.End.TotalSeconds,
        chunk.AudioStart.TotalSeconds,
        chunk.AudioEnd.TotalSeconds,
        chunk.Speech.TotalSeconds,
        CutDocument.From(chunk.StartCut),
        CutDocument.From(chunk.EndCut));
}

/// <param name="SilenceSeconds">The length of the silence that holds the cut; 0 where none does.</param>
/// <param name="SilenceDepthDb">How far the silence lies below the threshold.</param>
internal sealed record CutDocument(CutReason Reason, double SilenceSeconds, double SilenceDepthDb)
{
    public static CutDocument From(Cut cut) =>
        new(cut.Reason, cut.SilenceLength.TotalSeconds, Math.Round(cut.SilenceDepth, 1));
}

/// <param name="Reason">Why the range is lost, one sentence; null for one that is skipped.</param>
internal sealed record RangeDocument(double Start, double End, string? Reason = null)
{
    public static RangeDocument From(LostAudio lost) =>
        new(lost.Start.TotalSeconds, lost.End.TotalSeconds, lost.Reason);
}
