using Yttl.Core.Failures;
using Yttl.Core.Measuring;

namespace Yttl.LocalEngine.Results;

/// <summary>What the runs of a list's videos will take.</summary>
/// <param name="Title">Null where the list has none.</param>
/// <param name="Entries">In the order of the list.</param>
/// <param name="Notes">What of the list is left out: one sentence each.</param>
public sealed record ListPlan(string? Title, IReadOnlyList<PlannedEntry> Entries, IReadOnlyList<string> Notes)
{
    public IEnumerable<VideoPlan> Planned => Entries.Select(entry => entry.Plan).OfType<VideoPlan>();

    public PlanTotal Total
    {
        get
        {
            var predictions = Planned.Select(plan => plan.Prediction).ToList();
            var isPriced = predictions.TrueForAll(prediction => prediction.Cost is not null);
            return new PlanTotal(
                predictions.Count,
                predictions.Sum(prediction => prediction.Segments),
                predictions.Sum(prediction => prediction.Calls),
                predictions.Aggregate(default(TokenUsage), (sum, prediction) => sum + prediction.Tokens),
                isPriced ? predictions.Sum(prediction => prediction.Cost) : null,
                isPriced ? Planned.FirstOrDefault()?.Currency : null);
        }
    }
}

/// <summary>Of the videos that could be planned.</summary>
/// <param name="Cost">Of the summaries; null where a price is unknown.</param>
/// <param name="Currency">Null with <paramref name="Cost"/>.</param>
public sealed record PlanTotal(
    int Videos, int Segments, int Calls, TokenUsage Tokens, decimal? Cost, string? Currency);

/// <summary>One entry of a list. Exactly one of <paramref name="Plan"/> and <paramref name="Failure"/> is set.</summary>
/// <param name="Source">As the list names it.</param>
/// <param name="Title">Null where it is unknown.</param>
public sealed record PlannedEntry(string Source, string? Title, VideoPlan? Plan, Failure? Failure);
