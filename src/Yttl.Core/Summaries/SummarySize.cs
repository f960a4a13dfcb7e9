namespace Yttl.Core.Summaries;

/// <summary>What a summary covers.</summary>
internal enum SummaryScope
{
    Segment,
    Hour,
    Overall,
}

/// <summary>The limits of a choice of sentences.</summary>
/// <param name="Words">The most words together; one sentence alone may have more.</param>
/// <param name="Sentences">The most sentences, at least one.</param>
internal readonly record struct SummaryBudget(int Words, int Sentences);

/// <summary>The length of a summary in sentences of prose, or in bullets.</summary>
internal readonly record struct SummarySize(int Min, int Max)
{
    // Spoken sentences that are chosen for what they say are longer than the average.
    private const int WordsPerSentence = 24;

    // Of five minutes of talk (700 words) a seventh or so is a summary of the usual four sentences.
    private const int SpokenWordsPerSentence = 26;

    private const int LeastWordsPerSentence = 12;

    /// <summary>
    /// Returns how much of a text its summary may be where it consists of the speaker's own sentences: a share of the
    /// words, but at least some sentences of a short text, and no more than a reader expects of a long one. Spoken sentences
    /// are shorter than written ones, so they may be a quarter more.
    /// </summary>
    /// <param name="words">The length of the text.</param>
    public SummaryBudget Budget(long words) => new(
        (int)Math.Max(
            Math.Min(Max * WordsPerSentence, words * Max / SpokenWordsPerSentence),
            Math.Min(Min * LeastWordsPerSentence, words * 2 / 3)),
        Most);

    /// <summary>Returns how long a summary may be that others stand below.</summary>
    public SummaryBudget Budget() => new(Max * WordsPerSentence, Most);

    private int Most => Max + Max / 4;

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
