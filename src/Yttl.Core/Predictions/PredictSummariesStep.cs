using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Json;
using Yttl.Core.Languages;
using Yttl.Core.Performance;
using Yttl.Core.Segments;
using Yttl.Core.Summaries;

namespace Yttl.Core.Predictions;

/// <param name="Title">The video's title, untrusted.</param>
/// <param name="TranscriptLanguage">The language of the summaries where the options name none.</param>
/// <param name="Window">Steps of the video in flight at once, at least 1.</param>
public sealed record PredictionRequest(
    IReadOnlyList<HourRef> Hours, string Title, LanguageTag? TranscriptLanguage, SummaryOptions Options, int Window);

public sealed record PredictionOutcome(Prediction Prediction);

/// <summary>Predicts what the summaries of a video will take, before any is written.</summary>
/// <param name="pace">Returns how fast the chosen model answers; null where it was never measured.</param>
public sealed class PredictSummariesStep(IArtifactStore store, PriceTable prices, Func<CallPace?> pace)
{
    /// <exception cref="Failures.YttlException">The store could not be read.</exception>
    public async Task<PredictionOutcome> RunAsync(PredictionRequest request, CancellationToken cancellationToken)
    {
        var predicted = await SummaryPrediction.MakeAsync(request, store, cancellationToken);
        var cost = predicted.Calls == 0 ? 0 : prices.CostOf(request.Options.Provider, request.Options.Model, predicted.Tokens);
        var measured = predicted.Calls == 0 ? new CallPace(TimeSpan.Zero, 1) : pace();
        return new PredictionOutcome(predicted with
        {
            Cost = cost,
            Currency = cost is null ? null : prices.Currency,
            Seconds = measured is null ? null : Seconds(Length(predicted.CallsByLevel, measured, request.Window)),
            SecondsPerCall = predicted.Calls == 0 || measured is null ? null : Seconds(measured.PerCall),
        });
    }

    private static TimeSpan Length(CallsByLevel calls, CallPace measured, int window) =>
        measured.PerCall * Rounds(calls, Math.Min(window, measured.AtOnce));

    /// <summary>
    /// How many calls follow each other where all take equally long: hours are consolidated beside the segments of later
    /// ones, the last hour after its segments, and the overall summary after all of them.
    /// </summary>
    internal static int Rounds(CallsByLevel calls, int window)
    {
        var (lastHour, overall) = (Math.Min(1, calls.Hours), calls.Overall);
        return Ceiling(calls.Segments + calls.Hours - lastHour) + lastHour + Ceiling(overall);

        int Ceiling(int many) => (many + window - 1) / window;
    }

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PredictionRequest))]
[JsonSerializable(typeof(PredictionOutcome))]
[JsonSerializable(typeof(EstimateRequest))]
[JsonSerializable(typeof(EstimateOutcome))]
public sealed partial class PredictionsJson : JsonSerializerContext;
