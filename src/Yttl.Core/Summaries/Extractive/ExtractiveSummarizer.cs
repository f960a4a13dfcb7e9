using Yttl.Core.Failures;
using Yttl.Core.Segments;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// Summarises without a model, by the speaker's own sentences: those that together cover most of what is said
/// (<see cref="Coverage"/>) and stand by themselves (<see cref="SentenceWorth"/>), in their order. Deterministic, needs no
/// network, and never writes what was not said. Ignores the output language, because it cannot translate.
/// </summary>
public sealed class ExtractiveSummarizer : ISummarizer
{
    /// <summary>Increases with every change that may alter a summary. Part of the cache key of finished work.</summary>
    public const int Version = 3;

    private const int SentencesPerParagraph = 4;

    public Task<SummarizedText> SummarizeSegmentAsync(
        SegmentText segment, string title, SummaryOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sentences = SentenceSplitter.OfCues(segment.Cues, segment.Language);
        var size = SummarySize.From(SummaryScope.Segment, options.Length);
        var budget = size.Budget(sentences.Sum(sentence => (long)Words.Count(sentence.Text)));
        return Task.FromResult(Write(Extract.From(sentences, segment.Language, budget), options.Style));
    }

    /// <summary>
    /// Chooses from the whole of what was said, where it is at hand: what covers a part best is not what covers the whole
    /// best. Where a model wrote parts, chooses from these.
    /// </summary>
    public Task<SummarizedText> ConsolidateAsync(
        IReadOnlyList<SummaryPart> parts,
        ConsolidationBrief brief,
        SummaryOptions options,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // A model wrote the parts in the wanted language. This summariser leaves them in the transcript's.
        var language = brief.Cues.Count > 0 ? brief.TranscriptLanguage : options.WrittenIn(brief.TranscriptLanguage);
        var sentences = brief.Cues.Count > 0
            ? SentenceSplitter.OfCues(brief.Cues, language)
            : [.. parts.SelectMany((part, i) => SentenceSplitter.OfLines(part.Text, language)
                .Select(text => new Sentence(text, i, i, part.Range.Start, part.Range.End)))];
        var scope = brief.Level == ConsolidationLevel.Hour ? SummaryScope.Hour : SummaryScope.Overall;
        // The sentences of a summary were worth writing.
        var leastWorth = brief.Cues.Count > 0 ? SentenceWorth.Least : 0;
        var budget = SummarySize.From(scope, options.Length).Budget();
        return Task.FromResult(Write(Extract.From(sentences, language, budget, leastWorth), options.Style));
    }

    private static SummarizedText Write(IReadOnlyList<Sentence> chosen, SummaryStyle style) => chosen.Count == 0
        ? throw new YttlException(FailureCategory.Input, "summary.no-words", "there are no words here to summarise")
        : new SummarizedText(style == SummaryStyle.Bullets ? Bullets(chosen) : Prose(chosen), default);

    private static string Bullets(IEnumerable<Sentence> sentences) =>
        string.Join('\n', sentences.Select(sentence => $"- {sentence.Text}"));

    private static string Prose(IEnumerable<Sentence> sentences) => string.Join(
        "\n\n",
        sentences.Chunk(SentencesPerParagraph)
            .Select(paragraph => paragraph.Select(sentence => sentence.Text)
                .Aggregate((text, next) => text + (UnspacedScripts.IsWide(text[^1]) ? "" : " ") + next)));
}
