using Yttl.Core.Failures;
using Yttl.LocalEngine.Results;
using Yttl.Workflows.Http;

namespace Yttl.Cli.Json;

/// <summary>What <c>plan --json</c> writes of a list.</summary>
/// <param name="Total">Of the videos that could be planned.</param>
internal sealed record ListPlanDocument(
    string Schema,
    string? Title,
    IReadOnlyList<ListPlanEntryDocument> Videos,
    ListPlanTotalDocument Total,
    IReadOnlyList<string> Notes)
{
    public static ListPlanDocument From(ListPlan plan) => new(
        "yttl/plan-list@1",
        plan.Title,
        [
            .. plan.Entries.Select(entry => new ListPlanEntryDocument(
                entry.Source, entry.Title, entry.Plan is { } video ? VideoPlanDocument.From(video) : null, entry.Failure)),
        ],
        ListPlanTotalDocument.From(plan.Total),
        plan.Notes);
}

internal sealed record ListPlanEntryDocument(string Source, string? Title, VideoPlanDocument? Plan, Failure? Failure);

/// <param name="Cost">Of the summaries; absent where a price is unknown.</param>
internal sealed record ListPlanTotalDocument(
    int Videos, int Segments, int Calls, PlanTokensDocument Tokens, decimal? Cost, string? Currency)
{
    public static ListPlanTotalDocument From(PlanTotal total) => new(
        total.Videos,
        total.Segments,
        total.Calls,
        new PlanTokensDocument(total.Tokens.Input, total.Tokens.Output),
        total.Cost,
        total.Currency);
}
