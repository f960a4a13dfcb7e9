using Yttl.Core.Chunking;
using Yttl.Core.Performance;
using Yttl.LocalEngine.Results;

namespace Yttl.Cli.Json;

/// <summary>
/// What <c>plan --json</c> writes of one video. Times are in seconds, levels in decibels. What concerns audio alone is
/// absent where captions are used.
/// </summary>
internal sealed record PlanDocument(
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

    public static PlanDocument From(VideoPlan plan)
    {
        var document = new PlanDocument(
            Name,
            plan.Video.Id,
            plan.Video.Title,
            PlanTranscriptDocument.From(plan.Transcript),
            PlanSummariesDocument.From(plan),
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

/// <param name="Source">As in a report; null where the speech is not recognised yet.</param>
/// <param name="LengthSeconds">From zero to the end of the last cue.</param>
/// <param name="Estimated">Whether the text is not known yet, so that segments, calls, tokens, time and cost are estimates.</param>
internal sealed record PlanTranscriptDocument(
    string? Source, string? Provider, string? Language, double LengthSeconds, bool Estimated)
{
    public static PlanTranscriptDocument From(PlannedTranscript transcript) => new(
        transcript.Source is { } source ? CliJson.TextOf(source, CliJson.Default.TranscriptSource) : null,
        transcript.Provider,
        transcript.Language?.ToString(),
        transcript.Length.TotalSeconds,
        transcript.IsEstimate);
}

/// <param name="Model">Absent without a model.</param>
/// <param name="Seconds">From the first call to the end of the last; absent where no pace of the model is known.</param>
/// <param name="SecondsPerCall">As measured last.</param>
/// <param name="Cost">Absent where the price is unknown.</param>
internal sealed record PlanSummariesDocument(
    string Provider,
    string? Model,
    int Segments,
    int Calls,
    CallsByLevel CallsByLevel,
    PlanTokensDocument Tokens,
    double? Seconds,
    double? SecondsPerCall,
    decimal? Cost,
    string? Currency)
{
    public static PlanSummariesDocument From(VideoPlan plan) => new(
        plan.Writer.Provider,
        plan.Writer.Model.Length > 0 ? plan.Writer.Model : null,
        plan.Prediction.Segments,
        plan.Prediction.Calls,
        plan.Prediction.CallsByLevel,
        new PlanTokensDocument(plan.Prediction.Tokens.Input, plan.Prediction.Tokens.Output),
        plan.Prediction.Seconds,
        plan.Prediction.SecondsPerCall,
        plan.Prediction.Cost,
        plan.Prediction.Currency);
}

internal sealed record PlanTokensDocument(long Input, long Output);
