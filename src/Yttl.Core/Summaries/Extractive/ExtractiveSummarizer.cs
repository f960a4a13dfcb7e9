using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Segments;
using Yttl.Core.Text;
using Yttl.Core.Time;

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
        return Task.FromResult(Write(Extract.From(sentences, segment.Language, budget).Select(Cite), options.Style));
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
        var scope = brief.Level == ConsolidationLevel.Hour ? SummaryScope.Hour : SummaryScope.Overall;
        var budget = SummarySize.From(scope, options.Length).Budget();
        return Task.FromResult(Write(
            brief.Cues.Count > 0 ? FromSpeech(brief, budget) : FromParts(parts, options.WrittenIn(brief.TranscriptLanguage), budget),
            options.Style));
    }

    private static IEnumerable<SourcedSentence> FromSpeech(ConsolidationBrief brief, SummaryBudget budget) =>
        Extract.From(SentenceSplitter.OfCues(brief.Cues, brief.TranscriptLanguage), brief.TranscriptLanguage, budget).Select(Cite);

    /// <summary>The sentences of a summary were worth writing, and each keeps its sources.</summary>
    /// <param name="language">In which a model wrote the parts. This summariser leaves them in it.</param>
    private static IEnumerable<SourcedSentence> FromParts(
        IReadOnlyList<SummaryPart> parts, LanguageTag? language, SummaryBudget budget)
    {
        List<PromptSentence> written = [.. parts.SelectMany(part => part.Sentences())];
        var sentences = written.SelectMany((sentence, i) => SentenceSplitter.OfLines(sentence.Text, language)
            .Select(text => new Sentence(text, i, i, TimeSpan.Zero, TimeSpan.Zero))).ToList();
        return Extract.From(sentences, language, budget, leastWorth: 0).Select(sentence =>
            new SourcedSentence(sentence.Text, written[sentence.FirstCue].Sources, written[sentence.FirstCue].Support));
    }

    private static SourcedSentence Cite(Sentence sentence) => new(
        sentence.Text,
        SourcedSentence.Joined([new TimeRange(sentence.Start, Times.Later(sentence.Start, sentence.End))]),
        SourceSupport.Cited);

    private static SummarizedText Write(IEnumerable<SourcedSentence> sentences, SummaryStyle style)
    {
        List<SourcedSentence> chosen = [.. sentences];
        return chosen.Count == 0
            ? throw new YttlException(FailureCategory.Input, "summary.no-words", "there are no words here to summarise")
            : new SummarizedText(style == SummaryStyle.Bullets ? Bullets(chosen) : Prose(chosen), default) { Sentences = chosen };
    }

    private static string Bullets(IEnumerable<SourcedSentence> sentences) =>
        string.Join('\n', sentences.Select(sentence => $"- {sentence.Text}"));

    private static string Prose(IEnumerable<SourcedSentence> sentences) => string.Join(
        "\n\n",
        sentences.Chunk(SentencesPerParagraph)
            .Select(paragraph => paragraph.Select(sentence => sentence.Text).Aggregate(PlainText.Join)));
}
