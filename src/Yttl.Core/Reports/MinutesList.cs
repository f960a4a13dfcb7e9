using Yttl.Core.Summaries;

namespace Yttl.Core.Reports;

/// <summary>A list of a report's minutes, as readers see it.</summary>
/// <param name="Id">Its place on a page.</param>
/// <param name="Entries">Null where it was not looked for.</param>
public sealed record MinutesList(string Id, string Heading, IReadOnlyList<MinutesEntry>? Entries)
{
    /// <summary>What stands in place of entries; null where there are any.</summary>
    public string? Absent => Entries switch
    {
        null => ReportWords.NotLookedFor,
        [] => ReportWords.NoneFound,
        _ => null,
    };

    /// <returns>Empty where no minutes were asked for.</returns>
    public static IReadOnlyList<MinutesList> From(ReportSummary overall) =>
        overall is not { Decisions: { } decisions, Actions: { } actions } ? [] :
        [
            new("decisions", "Decisions", [.. decisions.Select(decision => new MinutesEntry(decision))]),
            new("actions", "Actions", [.. actions.Select(action => new MinutesEntry(action) { Detail = Detail(action) })]),
            new("questions", "Open questions", overall.Questions?.Select(question => new MinutesEntry(question)
            {
                IsProposal = question.IsProposal,
                Answer = question.Answer,
            }).ToList()),
        ];

    private static string? Detail(ActionItem action) =>
        string.Join(" · ", new[] { action.Owner, action.Due }.OfType<string>()) is { Length: > 0 } detail ? detail : null;
}

/// <param name="Sentence">What it says. Untrusted.</param>
public sealed record MinutesEntry(SourcedSentence Sentence)
{
    /// <summary>Who does it and by when. Untrusted; null where neither is known.</summary>
    public string? Detail { get; init; }

    /// <summary>As <see cref="OpenQuestion.IsProposal"/>.</summary>
    public bool IsProposal { get; init; }

    /// <summary>As <see cref="OpenQuestion.Answer"/>.</summary>
    public SourcedSentence? Answer { get; init; }
}
