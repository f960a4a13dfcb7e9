using Yttl.Core.Captions.Speakers;
using Yttl.Core.Failures;
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
    public const int Version = 5;

    private const int SentencesPerParagraph = 4;

    private const int MostPassages = 5;

    /// <summary>A passage that scores less, beside the best one, has words of the question by chance.</summary>
    private const double LeastOfBest = 0.5;

    public Task<SummarizedText> SummarizeSegmentAsync(
        SegmentText segment, string title, SummaryOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sentences = SentenceSplitter.OfCues(segment.Cues, segment.Language);
        var size = SummarySize.From(SummaryScope.Segment, options.Length);
        var budget = size.Budget(sentences.Sum(sentence => (long)Words.Count(sentence.Text)));
        var written = Write(Extract.From(sentences, segment.Language, budget).Select(Cite), options.Style);
        return Task.FromResult(options.Style is not SummaryStyle.Minutes ? written : written with
        {
            Summary = written.Summary with { Minutes = SpokenMinutes.From(segment, sentences, Cite) },
        });
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
        var isOverall = brief.Level == ConsolidationLevel.Overall;
        var budget = SummarySize.From(isOverall ? SummaryScope.Overall : SummaryScope.Hour, options.Length).Budget();
        var (choose, cite) = From(parts, brief, options);
        var chosen = choose(budget);
        // One sentence alone is the one that covers most: of more it is the first to be chosen.
        return Task.FromResult(isOverall
            ? WriteBriefAndPoints(choose(budget with { Sentences = 1 }), chosen, cite)
            : Write(chosen.Select(cite), options.Style));
    }

    /// <summary>
    /// Returns the passages that answer best, best first, each as one text of the speaker's own words. Words of any talk alone
    /// lead to no answer where the question has others.
    /// </summary>
    public Task<SummarizedText> AnswerAsync(
        QuestionBrief question, SummaryOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var search = question.Find(question.Question, null, MostPassages);
        var found = search.IsTelling ? search.Passages : [];
        List<SourcedSentence> passages =
        [
            .. found.Where(passage => passage.Score >= LeastOfBest * found[0].Score)
                .Select(passage => new SourcedSentence(TextOf(passage), passage.Sources(), SourceSupport.Cited)),
        ];
        return Task.FromResult(new SummarizedText(new Summary(Bullets(passages)) { Sentences = passages }, default));
    }

    private static string TextOf(TranscriptPassage passage) =>
        SpeakerTurns.Named(passage.Sentences, sentence => sentence.Speaker)
            .Select(turn => SpeakerTurns.Text(turn.Name, turn.Item.Text)).Aggregate("", PlainText.Join);

    /// <summary>Returns how sentences are chosen under a budget, and how one of them is cited.</summary>
    private static (Func<SummaryBudget, IReadOnlyList<Sentence>> Choose, Func<Sentence, SourcedSentence> Cite) From(
        IReadOnlyList<SummaryPart> parts, ConsolidationBrief brief, SummaryOptions options)
    {
        if (brief.Cues.Count > 0)
        {
            var spoken = SentenceSplitter.OfCues(brief.Cues, brief.TranscriptLanguage);
            return (budget => Extract.From(spoken, brief.TranscriptLanguage, budget), Cite);
        }

        // The sentences of a summary were worth writing, and each keeps its sources. This summariser leaves them in the
        // language in which a model wrote them.
        var language = options.WrittenIn(brief.TranscriptLanguage);
        List<PromptSentence> written = [.. parts.SelectMany(part => part.Sentences())];
        var sentences = written.SelectMany((sentence, i) => SentenceSplitter.OfLines(sentence.Text, language)
            .Select(text => new Sentence(text, i, i, TimeSpan.Zero, TimeSpan.Zero))).ToList();
        return (
            budget => Extract.From(sentences, language, budget, leastWorth: 0, areWhole: true),
            sentence => new SourcedSentence(sentence.Text, written[sentence.FirstCue].Sources, written[sentence.FirstCue].Support));
    }

    private static SourcedSentence Cite(Sentence sentence) => new(
        sentence.Text,
        SourcedSentence.Joined([new TimeRange(sentence.Start, Times.Later(sentence.Start, sentence.End))]),
        SourceSupport.Cited);

    private static SummarizedText Write(IEnumerable<SourcedSentence> sentences, SummaryStyle style)
    {
        List<SourcedSentence> chosen = [.. sentences];
        return Written(style == SummaryStyle.Bullets ? Bullets(chosen) : Prose(chosen), chosen);
    }

    /// <param name="brief">What covers most of all; one of <paramref name="chosen"/>.</param>
    private static SummarizedText WriteBriefAndPoints(
        IReadOnlyList<Sentence> brief, IReadOnlyList<Sentence> chosen, Func<Sentence, SourcedSentence> cite)
    {
        List<SourcedSentence> lead = [.. brief.Select(cite)];
        List<SourcedSentence> points = [.. chosen.Except(brief).Select(cite)];
        return Written($"{Prose(lead)}\n\n{Bullets(points)}".Trim(), [.. lead, .. points]);
    }

    private static SummarizedText Written(string text, List<SourcedSentence> sentences) => sentences.Count == 0
        ? throw new YttlException(FailureCategory.Input, "summary.no-words", "there are no words here to summarise")
        : new SummarizedText(new Summary(text) { Sentences = sentences }, default);

    private static string Bullets(IEnumerable<SourcedSentence> sentences) =>
        string.Join('\n', sentences.Select(sentence => $"- {sentence.Text}"));

    private static string Prose(IEnumerable<SourcedSentence> sentences) => string.Join(
        "\n\n",
        sentences.Chunk(SentencesPerParagraph)
            .Select(paragraph => paragraph.Select(sentence => sentence.Text).Aggregate(PlainText.Join)));
}
