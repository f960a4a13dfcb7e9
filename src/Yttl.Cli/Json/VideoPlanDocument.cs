using Yttl.Core.Chunking;
using Yttl.LocalEngine.Results;
using Yttl.Workflows.Http;

namespace Yttl.Cli.Json;

/// <summary>
/// What <c>plan --json</c> writes of one video. Times are in seconds, levels in decibels. What concerns audio alone is
/// absent where captions are used.
/// </summary>
internal sealed record VideoPlanDocument(
    string Schema,
    string VideoId,
    string Title,
    PlanTranscriptDocument Transcript,
    PlanSummariesDocument Summaries,
    IReadOnlyList<string> Notes)
{
    public const string Name = "yttl/plan@1";

    public string? Recognizer { get; init; }

    public ChunkStrategy? Strategy { get; init; }

    public string? FallbackReason { get; init; }

    public double? DurationSeconds { get; init; }

    public double? SpeechSeconds { get; init; }

    public double? SilenceThresholdDb { get; init; }

    public int? Workers { get; init; }

    /// <summary>Of recognising the speech.</summary>
    public double? PredictedSeconds { get; init; }

    /// <summary>Of recognising the speech; null where the price is unknown.</summary>
    public decimal? PredictedCost { get; init; }

    public string? Bound { get; init; }

    public IReadOnlyList<ChunkDocument>? Chunks { get; init; }

    public IReadOnlyList<RangeDocument>? Skipped { get; init; }

    public IReadOnlyList<RangeDocument>? Lost { get; init; }

    public static VideoPlanDocument From(VideoPlan plan)
    {
        var document = new VideoPlanDocument(
            Name,
            plan.Video.Id,
            plan.Video.Title,
            PlanTranscriptDocument.From(plan.Transcript),
            PlanSummariesDocument.From(plan.Writer, plan.Prediction),
            plan.Notes);
        return plan.Audio is not { } audio ? document : document with
        {
            Recognizer = audio.Model?.ToString(),
            Strategy = audio.Plan.Strategy,
            FallbackReason = audio.Plan.FallbackReason,
            DurationSeconds = audio.Plan.Duration.TotalSeconds,
            SpeechSeconds = audio.Plan.Speech.TotalSeconds,
            SilenceThresholdDb = Math.Round(audio.Track.Threshold, 1),
            Workers = audio.Plan.Workers,
            PredictedSeconds = Math.Round(audio.Plan.PredictedMakespan.TotalSeconds, 3),
            PredictedCost = audio.Cost,
            Bound = audio.Plan.Bound,
            Chunks = [.. audio.Plan.Chunks.Select(ChunkDocument.From)],
            Skipped = [.. audio.Plan.Skipped.Select(range => new RangeDocument(range.Start.TotalSeconds, range.End.TotalSeconds))],
            Lost = [.. audio.Track.Lost.Select(RangeDocument.From)],
        };
    }
}
