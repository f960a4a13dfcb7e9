using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Languages;
using Yttl.Core.Measuring;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Prompting;

namespace Yttl.Core.Questions;

/// <param name="Transcript">A <see cref="Captions.Transcript"/>.</param>
/// <param name="Title">The video's title, untrusted.</param>
/// <param name="Question">As <see cref="QuestionText.Parse"/> returns it.</param>
/// <param name="Options">Of these, who answers, and in which language: that of the question where there is none.</param>
public sealed record AnswerRequest(ArtifactRef Transcript, string Title, string Question, SummaryOptions Options)
{
    /// <summary>Why no model answers. Null: the chosen one does.</summary>
    public Failure? WithoutModel { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<AnswerStatus>))]
public enum AnswerStatus
{
    /// <summary>A model answered from the transcript.</summary>
    [JsonStringEnumMemberName("answered")] Answered,

    /// <summary>The passages of the transcript that answer best, without a model.</summary>
    [JsonStringEnumMemberName("passages")] Passages,

    /// <summary>The transcript does not answer it.</summary>
    [JsonStringEnumMemberName("not-in-video")] NotInVideo,
}

/// <param name="Sentences">
/// Of an answer, with sources and doubts, in order; else one for each passage, best first. Empty for <c>not-in-video</c>.
/// </param>
/// <param name="Failure">Why there are only passages, or nothing, where a model was to answer; null otherwise.</param>
public sealed record AnswerOutcome(
    AnswerStatus Status, IReadOnlyList<SourcedSentence> Sentences, Failure? Failure, TokenUsage Tokens) : IOutcome
{
    /// <summary>The provider of <c>--llm-fallback</c> that answered while the chosen one was down; null for the chosen one.</summary>
    public string? WrittenBy { get; init; }

    /// <summary>What the reader of the answer should know, in one sentence; null for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>Answers a question from a transcript alone.</summary>
/// <param name="fallback">Finds the passages where the chosen summariser cannot answer.</param>
public sealed class AnswerQuestionStep(ISummarizer summarizer, ISummarizer fallback, IArtifactStore store)
{
    /// <summary>Raised with every change of what passages are found. Part of the cache key of finished work.</summary>
    public const int PassagesVersion = 1;

    /// <returns>Every end is an outcome. Never throws a provider's failure.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<AnswerOutcome> RunAsync(AnswerRequest request, CancellationToken cancellationToken)
    {
        var transcript = await store.ReadJsonAsync(request.Transcript, CaptionsJson.Default.Transcript, cancellationToken);
        var language = LanguageDetector.Find([request.Question], question => question);
        var finder = new PassageFinder(transcript.ToldCues(), transcript.Language, language);
        IReadOnlyList<TranscriptPassage> shown = [];
        var brief = new QuestionBrief(request.Question, request.Title, language, transcript.Language)
        {
            Find = (words, also, most) =>
            {
                var found = finder.Find(words, also, most);
                shown = found.Passages;
                return found;
            },
        };
        if (request.WithoutModel is { } reason)
            return Passages(await AskAsync(fallback), brief, reason);
        try
        {
            var answer = await AskAsync(summarizer);
            return ReferenceEquals(summarizer, fallback)
                ? Passages(answer, brief, failure: null)
                : Outcome(AnswerStatus.Answered, Doubted(answer, shown, request, transcript), null);
        }
        catch (YttlException e)
        {
            return Passages(await AskAsync(fallback), brief, e.Failure);
        }

        Task<SummarizedText> AskAsync(ISummarizer chosen) => chosen.AnswerAsync(brief, request.Options, cancellationToken);
    }

    private static AnswerOutcome Passages(SummarizedText answer, QuestionBrief brief, Failure? failure) => Outcome(
        AnswerStatus.Passages,
        brief is { IsForeign: true, Language: { } asked, TranscriptLanguage: { } spoken }
            ? answer with
            {
                Note = $"The question seems to be in {LanguageName.Format(asked)}, and the transcript is in {LanguageName.Format(spoken)}: "
                    + "without a model its words find no others; ask in the language of the transcript.",
            }
            : answer,
        failure);

    private static AnswerOutcome Outcome(AnswerStatus status, SummarizedText answer, Failure? failure) => new(
        answer.Summary.Sentences is [] ? AnswerStatus.NotInVideo : status, answer.Summary.Sentences, failure, answer.Tokens)
    {
        WrittenBy = answer.Summary.WrittenBy,
        Note = answer.Note,
    };

    /// <summary>Marks numbers and names that are not heard in the passages that the model had.</summary>
    private static SummarizedText Doubted(
        SummarizedText answer, IReadOnlyList<TranscriptPassage> passages, AnswerRequest request, Transcript transcript)
    {
        if (passages is [])
            return answer;
        List<Cue> heard =
        [
            .. passages.OrderBy(passage => passage.First).SelectMany(passage => passage.Sentences).Select(sentence =>
                new Cue(sentence.Sources[0].Start, sentence.Sources[^1].End, sentence.Text) { Speaker = sentence.Speaker }),
        ];
        var video = new Video { Id = "", Extractor = "", Title = request.Title };
        var whole = new SegmentRef(0, TimeSpan.Zero, TimeSpan.MaxValue, Text: null);
        var written = request.Options.OutputLanguage ?? LanguageDetector.Find([answer.Summary.Text], text => text);
        var doubts = new DoubtFinder(video, transcript with { Cues = heard }, [whole], written);
        return answer with { Summary = answer.Summary with { Sentences = doubts.Mark(answer.Summary.Sentences, 0, 0) } };
    }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerRequest))]
[JsonSerializable(typeof(AnswerOutcome))]
public sealed partial class QuestionsJson : JsonSerializerContext;
