using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Measuring;
using Yttl.Core.Segments;
using Yttl.Core.Time;

namespace Yttl.Core.Summaries;

/// <summary>
/// Shortens text, and answers questions about it, with a language model, or by ranking the speaker's own sentences.
/// </summary>
public interface ISummarizer
{
    /// <exception cref="YttlException">The text could not be summarised. The category gives the reason.</exception>
    Task<SummarizedText> SummarizeSegmentAsync(
        SegmentText segment, string title, SummaryOptions options, CancellationToken cancellationToken);

    /// <param name="parts">At least one, in order.</param>
    /// <exception cref="YttlException">The parts could not be consolidated. The category gives the reason.</exception>
    Task<SummarizedText> ConsolidateAsync(
        IReadOnlyList<SummaryPart> parts, ConsolidationBrief brief, SummaryOptions options, CancellationToken cancellationToken);

    /// <summary>Answers a question from the transcript alone; without a model, returns the passages that answer best.</summary>
    /// <returns>Without text where the transcript does not answer it.</returns>
    /// <exception cref="YttlException">The question could not be answered. The category gives the reason.</exception>
    Task<SummarizedText> AnswerAsync(QuestionBrief question, SummaryOptions options, CancellationToken cancellationToken);
}

/// <param name="Tokens">What it took.</param>
public sealed record SummarizedText(Summary Summary, TokenUsage Tokens)
{
    /// <summary>What the reader of the summary should know, in one sentence; null for nothing.</summary>
    public string? Note { get; init; }
}

public sealed record SummaryPart(TimeRange Range, Summary Summary)
{
    /// <summary>The title of its chapter, untrusted; null where it is in none.</summary>
    public string? Chapter { get; init; }

    internal IEnumerable<PromptSentence> Sentences() => PromptSentence.Of(Summary, Chapter ?? Summary.Title);
}

/// <param name="Title">The video's title, untrusted.</param>
public sealed record ConsolidationBrief(ConsolidationLevel Level, TimeRange Range, string Title, LanguageTag? TranscriptLanguage)
{
    /// <summary>
    /// What is said in the range, in order, where the parts are a choice of it; empty where a model wrote the parts.
    /// </summary>
    public IReadOnlyList<Cue> Cues { get; init; } = [];
}
