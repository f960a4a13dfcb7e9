namespace Yttl.Core.Summaries;

/// <summary>What a summary covers.</summary>
internal enum SummaryScope
{
    Segment,
    Hour,
    Overall,
}

/// <summary>The length of a summary in sentences of prose, or in bullets.</summary>
internal readonly record struct SummarySize(int Min, int Max)
{
    public int Middle => (Min + Max) / 2;

    public static SummarySize From(SummaryScope scope, SummaryLength length) => (scope, length) switch
    {
        (SummaryScope.Segment, SummaryLength.Short) => new(1, 2),
        (SummaryScope.Segment, SummaryLength.Medium) => new(3, 4),
        (SummaryScope.Segment, SummaryLength.Long) => new(6, 8),
        (SummaryScope.Hour, SummaryLength.Short) => new(3, 4),
        (SummaryScope.Hour, SummaryLength.Medium) => new(6, 8),
        (SummaryScope.Hour, SummaryLength.Long) => new(12, 15),
        (SummaryScope.Overall, SummaryLength.Short) => new(3, 5),
        (SummaryScope.Overall, SummaryLength.Medium) => new(8, 10),
        (SummaryScope.Overall, SummaryLength.Long) => new(15, 20),
        _ => throw new ArgumentOutOfRangeException(nameof(length)),
    };
}
