using System.Buffers;
using System.Text;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Segments;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// Summarises without a model, by the speaker's own sentences: the central ones (<see cref="LexRank"/>), without
/// repeats, in their order. Deterministic, needs no network, and never writes what was not said. Ignores the output
/// language, because it cannot translate.
/// </summary>
public sealed class ExtractiveSummarizer : ISummarizer
{
    /// <summary>Increases with every change that may alter a summary. Part of the cache key of finished work.</summary>
    public const int Version = 1;

    private const int SentencesPerParagraph = 4;
    private const int LeastSentencesPerPart = 4;

    public Task<SummarizedText> SummarizeSegmentAsync(
        SegmentText segment, string title, SummaryOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sentences = SentenceSplitter.OfCues(segment.Cues, segment.Language);
        var size = SummarySize.From(SummaryScope.Segment, options.Length).Middle;
        // Choosing from every third or quarter of the segment, where it is long enough, keeps one long digression from
        // filling the summary.
        var parts = sentences.Count >= LeastSentencesPerPart * size ? size : 1;
        var candidates = sentences.Select(
            (sentence, i) => new Candidate(sentence, (int)((long)i * parts / sentences.Count)));
        return Task.FromResult(Extract([.. candidates], segment.Language, size, options.Style));
    }

    public Task<SummarizedText> ConsolidateAsync(
        IReadOnlyList<SummaryPart> parts,
        ConsolidationBrief brief,
        SummaryOptions options,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // A model wrote the parts in the wanted language. This summariser leaves them in the transcript's.
        var language = options.WrittenIn(brief.TranscriptLanguage);
        var candidates = parts
            .Select(part => SentenceSplitter.OfLines(part.Text, language)).Where(sentences => sentences.Count > 0)
            .SelectMany((sentences, part) => sentences.Select(sentence => new Candidate(sentence, part)));
        var scope = brief.Level == ConsolidationLevel.Hour ? SummaryScope.Hour : SummaryScope.Overall;
        var size = SummarySize.From(scope, options.Length).Middle;
        return Task.FromResult(Extract([.. candidates], language, size, options.Style));
    }

    private static SummarizedText Extract(
        IReadOnlyList<Candidate> candidates, LanguageTag? language, int count, SummaryStyle style)
    {
        if (candidates.Count == 0)
            throw new YttlException(FailureCategory.Input, "summary.no-words", "there are no words here to summarise");
        var sentences = candidates.Select(candidate => candidate.Sentence).ToList();
        var vectors = SentenceVector.From(sentences, StopWords.Find(language));
        var scores = LexRank.Scores(vectors).Select((score, i) => score * Standing(candidates, vectors, i)).ToList();
        var chosen = Selection.Choose(candidates, scores, vectors, count)
            .Select(i => Finished(SpokenText.CleanStart(sentences[i], language))).ToList();
        return new SummarizedText(style == SummaryStyle.Bullets ? Bullets(chosen) : Prose(chosen), default);
    }

    // A part's first sentence counts more. A sentence of few words of its own ("Thank you.") counts less, and a
    // question less than its answer.
    private static double Standing(IReadOnlyList<Candidate> candidates, IReadOnlyList<SentenceVector> vectors, int i)
    {
        var lead = i == 0 || candidates[i - 1].Part != candidates[i].Part ? 1.15 : 1.0;
        var substance = vectors[i].Terms.Length switch { 0 => 0.02, 1 => 0.1, 2 => 0.3, 3 => 0.6, 4 => 0.85, _ => 1.0 };
        return lead * substance * (SentenceEnds.IsQuestionMark(candidates[i].Sentence[^1]) ? 0.7 : 1.0);
    }

    private static string Bullets(IEnumerable<string> sentences) =>
        string.Join('\n', sentences.Select(sentence => $"- {sentence}"));

    private static string Prose(IEnumerable<string> sentences) => string.Join(
        "\n\n",
        sentences.Chunk(SentencesPerParagraph)
            .Select(paragraph => paragraph.Aggregate(
                (text, next) => text + (UnspacedScripts.IsWide(text[^1]) ? "" : " ") + next)));

    private static bool EndsInLetter(string sentence) =>
        Rune.DecodeLastFromUtf16(sentence, out var last, out _) == OperationStatus.Done && Rune.IsLetterOrDigit(last);

    // Marks a phrase that was cut out of unpunctuated speech.
    private static string Finished(string sentence) =>
        EndsInLetter(sentence) || sentence[^1] is ',' or ';' or ':' or '-'
        ? sentence.TrimEnd(',', ';', ':', '-', ' ') + "…"
        : sentence;
}
