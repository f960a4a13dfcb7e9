using Yttl.Core.Failures;
using Yttl.Core.Questions;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;

namespace Yttl.Workflows.Runs;

/// <summary>Exactly one of <paramref name="Read"/> and <paramref name="Stored"/> is set.</summary>
/// <param name="Read">How the transcript is read.</param>
/// <param name="Stored">The transcript of a run.</param>
/// <param name="Question">As <see cref="QuestionText.Parse"/> returns it.</param>
/// <param name="Writer">As <see cref="WriterOf"/> returns it.</param>
public sealed record AskInput(TranscriptInput? Read, StoredTranscript? Stored, string Question, SummaryOptions Writer)
{
    /// <summary>As <see cref="ExecutionOptions.OnDemand"/>.</summary>
    public bool OnDemand { get; init; }

    /// <summary>Returns who answers, and in which language, without what makes no other answer.</summary>
    public static SummaryOptions WriterOf(SummaryOptions options, int? inputTokens) => options with
    {
        Length = SummaryLength.Medium,
        Style = SummaryStyle.Narrative,
        Instructions = null,
        InputTokens = inputTokens,
    };
}

/// <param name="Video">Null where the transcript was stored, and where the source could not be resolved.</param>
/// <param name="Answer">Null when <paramref name="Failure"/> is set.</param>
/// <param name="Notes">How the transcript came to be, where a reader should know it: one sentence each.</param>
public sealed record AskResult(ResolvedVideo? Video, AnswerOutcome? Answer, IReadOnlyList<string> Notes, Failure? Failure);
