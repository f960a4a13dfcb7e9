using Yttl.Core.Failures;
using Yttl.Core.Questions;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;

namespace Yttl.Workflows.Http;

/// <summary>The answer to a question about a video. Times are in seconds.</summary>
/// <param name="Text">The sentences joined; null without an answer of a model.</param>
/// <param name="Sentences">Of the answer, in order; of <c>passages</c> one for each, best first; else empty.</param>
/// <param name="WrittenBy">Null without a model.</param>
/// <param name="Failure">Why no model answered, where one was to; null otherwise.</param>
public sealed record AnswerDocument(
    string Schema,
    AnswerStatus Status,
    string Question,
    AnswerVideoDocument Video,
    string? Text,
    IReadOnlyList<AnswerSentenceDocument> Sentences,
    ReportWriter? WrittenBy,
    Failure? Failure,
    IReadOnlyList<string> Notes)
{
    /// <param name="linkAt">Returns what opens the video at a time; null where nothing does.</param>
    /// <param name="notes">On the transcript.</param>
    public static AnswerDocument From(
        string question,
        AnswerVideoDocument video,
        AnswerOutcome answer,
        SummaryOptions writer,
        Func<TimeSpan, Uri?> linkAt,
        IEnumerable<string> notes) => new(
        "yttl/answer@1",
        answer.Status,
        question,
        video,
        answer.Status is AnswerStatus.Answered ? string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)) : null,
        [.. answer.Sentences.Select(sentence => AnswerSentenceDocument.From(sentence, linkAt))],
        answer.Failure is not null || writer.IsExtractive ? null
            : answer.WrittenBy is { } other ? new ReportWriter(other, null) : new ReportWriter(writer.Provider, writer.Model),
        answer.Failure,
        [.. notes, .. answer.Note is { } note ? [note] : Array.Empty<string>()]);
}

/// <param name="Url">The page for people; null for local files.</param>
public sealed record AnswerVideoDocument(string Id, string Title, string? Url);

/// <param name="Sources">Where it is said, in order; empty where nothing was found.</param>
/// <param name="Doubts">Numbers and names in it that are not heard in the passages.</param>
public sealed record AnswerSentenceDocument(
    string Text, IReadOnlyList<AnswerSourceDocument> Sources, SourceSupport Support, IReadOnlyList<string> Doubts)
{
    internal static AnswerSentenceDocument From(SourcedSentence sentence, Func<TimeSpan, Uri?> linkAt) => new(
        sentence.Text,
        [
            .. sentence.Sources.Select(source => new AnswerSourceDocument(
                source.Start.TotalSeconds, source.End.TotalSeconds, linkAt(source.Start)?.AbsoluteUri)),
        ],
        sentence.Support,
        sentence.Doubts);
}

/// <param name="Url">Opens the video there; null where nothing does.</param>
public sealed record AnswerSourceDocument(double Start, double End, string? Url);
