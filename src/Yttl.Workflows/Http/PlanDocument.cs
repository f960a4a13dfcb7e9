using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Performance;
using Yttl.Core.Summaries;
using Yttl.Workflows.Runs;

namespace Yttl.Workflows.Http;

/// <summary>What a run will take. Times are in seconds.</summary>
public sealed record PlanDocument(
    string Title, PlanTranscriptDocument Transcript, PlanSummariesDocument Summaries, IReadOnlyList<string> Notes)
{
    public string Schema { get; } = "yttl/plan@1";
}

/// <param name="Source">As in a report; null where the speech is not recognised yet.</param>
/// <param name="Provider">The track or file that the text comes from, for people; null where it is unknown.</param>
/// <param name="LengthSeconds">From zero to the end of the last cue.</param>
/// <param name="Estimated">
/// Whether the text is not known yet, so that segments, calls, tokens, time and cost are estimates.
/// </param>
public sealed record PlanTranscriptDocument(
    TranscriptSource? Source, string? Provider, LanguageTag? Language, double LengthSeconds, bool Estimated)
{
    public static PlanTranscriptDocument From(PlannedTranscript planned) =>
        new(planned.Source, planned.Provider, planned.Language, planned.Length.TotalSeconds, planned.IsEstimate);
}

/// <param name="Model">Null without a model.</param>
/// <param name="Seconds">From the first call to the end of the last; null where no pace of the model is known.</param>
/// <param name="SecondsPerCall">As measured last.</param>
/// <param name="Cost">Null where the price is unknown.</param>
public sealed record PlanSummariesDocument(
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
    public static PlanSummariesDocument From(SummaryOptions writer, Prediction predicted) => new(
        writer.Provider,
        writer.Model.Length > 0 ? writer.Model : null,
        predicted.Segments,
        predicted.Calls,
        predicted.CallsByLevel,
        new PlanTokensDocument(predicted.Tokens.Input, predicted.Tokens.Output),
        predicted.Seconds,
        predicted.SecondsPerCall,
        predicted.Cost,
        predicted.Currency);
}

public sealed record PlanTokensDocument(long Input, long Output);

/// <summary>What the videos of a list will take.</summary>
public sealed record PlanListDocument(string? Title, IReadOnlyList<PlanEntryDocument> Videos, IReadOnlyList<string> Notes)
{
    public string Schema { get; } = "yttl/plan-list@1";
}

/// <summary>Exactly one of <paramref name="Plan"/> and <paramref name="Failure"/> is set.</summary>
public sealed record PlanEntryDocument(string Source, string? Title, PlanDocument? Plan, Failure? Failure);
