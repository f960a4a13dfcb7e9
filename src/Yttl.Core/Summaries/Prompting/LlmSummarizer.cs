using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Segments;
using Yttl.Core.Summaries.Citations;
using Yttl.Core.Summaries.Meetings;

namespace Yttl.Core.Summaries.Prompting;

/// <summary>
/// Summarises with a language model. A text over the budget of one prompt, or too long for the model, is divided
/// between sentences into balanced pieces; each piece is summarised, and the summaries are merged, in several
/// levels where necessary. Each sentence keeps its sources through all of them. No summary is longer than twice what was
/// asked for.
/// </summary>
/// <param name="inputTokens">
/// The most tokens of data in one prompt; see <see cref="LanguageModelSettings.InputTokens"/>.
/// </param>
public sealed class LlmSummarizer(ILanguageModel model, int inputTokens) : ISummarizer
{
    /// <summary>Raised when the same answer of a model may become another summary; part of the key of finished work.</summary>
    public const int AnswerVersion = 4;

    private const int SmallestBudget = 200;

    private const int DeepestTree = 6;

    public Task<SummarizedText> SummarizeSegmentAsync(
        SegmentText segment, string title, SummaryOptions options, CancellationToken cancellationToken)
    {
        var brief = new PromptBrief(title, segment.Language, options) { Part = segment.Title };
        var merge = new Plan(brief, sentences => Prompts.Merge(sentences, brief));
        var whole = new Plan(brief, sentences => Prompts.Segment(sentences, brief)) { Joining = merge, ReadsSpeech = true };
        return ReduceAsync(
            PromptSentence.Of(segment.Cues, segment.Language), whole, BudgetFor(options), new Depth(0), cancellationToken);
    }

    public Task<SummarizedText> ConsolidateAsync(
        IReadOnlyList<SummaryPart> parts,
        ConsolidationBrief brief,
        SummaryOptions options,
        CancellationToken cancellationToken)
    {
        var prompt = new PromptBrief(brief.Title, brief.TranscriptLanguage, options);
        var merge = new Plan(prompt, sentences => Prompts.Merge(sentences, prompt));
        var whole = new Plan(prompt, sentences => brief.Level == ConsolidationLevel.Hour
            ? Prompts.Hour(sentences, prompt)
            : Prompts.Overall(sentences, prompt)) { Pieces = merge };
        return ReduceAsync(
            [.. parts.SelectMany(part => part.Sentences())], whole, BudgetFor(options), new Depth(0), cancellationToken);
    }

    public Task<SummarizedText> AnswerAsync(
        QuestionBrief question, SummaryOptions options, CancellationToken cancellationToken) =>
        new QuestionAnswering(model, Math.Max(SmallestBudget, inputTokens)).AnswerAsync(question, options, cancellationToken);

    /// <summary>Checks that the user's instructions, which are in every prompt, leave room for the data.</summary>
    /// <param name="inputTokens">The tokens of one prompt.</param>
    /// <exception cref="YttlException">
    /// <c>model.instructions-too-long</c>: the instructions take more than half of the prompt.
    /// </exception>
    public static void CheckInstructions(string? instructions, int inputTokens)
    {
        var tokens = TokenEstimate.Estimate(instructions ?? "");
        if (tokens > inputTokens / 2)
            throw new YttlException(FailureCategory.Input, "model.instructions-too-long", string.Create(
                CultureInfo.InvariantCulture,
                $"your instructions take about {tokens} of the {inputTokens} tokens that one prompt may hold: ")
                + $"shorten them ({SettingName.For("prompt_file")}) to half of that at most, or use another provider");
    }

    private async Task<SummarizedText> ReduceAsync(
        IReadOnlyList<PromptSentence> sentences, Plan plan, int budget, Depth depth, CancellationToken cancellationToken)
    {
        var pieces = depth.Level < DeepestTree ? TokenBudget.Pieces(sentences, budget, cancellationToken) : [sentences];
        if (pieces.Count <= 1)
        {
            try
            {
                return await AskAsync(sentences, plan, cancellationToken);
            }
            catch (YttlException exception) when (depth.Level < DeepestTree
                && (exception.Failure.Code == "model.context" || MayBeTooLong(exception, sentences, budget, depth)))
            {
                var half = Math.Min(budget, Tokens(sentences)) / 2;
                if (half < SmallestBudget)
                    throw;
                var smaller = depth.Next with { HasGuessed = exception.Failure.Code != "model.context" || depth.HasGuessed };
                return await ReduceAsync(sentences, plan, half, smaller, cancellationToken);
            }
        }

        var summaries = await Task.WhenAll(
            pieces.Select(piece => ReduceAsync(piece, plan.Pieces ?? plan, budget, depth.Next, cancellationToken)));
        IReadOnlyList<PromptSentence> written = [.. summaries.SelectMany(piece => PromptSentence.Of(piece.Summary, piece.Summary.Title))];
        // Dividing again what did not become shorter would never end, so the model receives it as it is.
        var next = Tokens(written) < Tokens(sentences) ? depth.Next : depth with { Level = DeepestTree };
        var joined = await ReduceAsync(written, plan.Joining ?? plan, budget, next, cancellationToken);
        return joined with
        {
            Summary = joined.Summary with { Minutes = MeetingMinutes.Join(summaries.Select(piece => piece.Summary.Minutes)) },
            Tokens = summaries.Aggregate(joined.Tokens, (sum, summary) => sum + summary.Tokens),
            Note = joined.Note ?? summaries.Select(summary => summary.Note).FirstOrDefault(note => note is not null),
        };
    }

    /// <summary>
    /// Whether a failure without a known reason may be about the length: servers have their own words for it, or none. A
    /// text near the budget is then divided once.
    /// </summary>
    private static bool MayBeTooLong(YttlException exception, IReadOnlyList<PromptSentence> sentences, int budget, Depth depth) =>
        exception.Failure.Code is "model.rejected" or "model.error" && !depth.HasGuessed && Tokens(sentences) >= budget / 2;

    private static int Tokens(IReadOnlyList<PromptSentence> sentences) => sentences.Sum(sentence => TokenEstimate.Estimate(sentence.Text));

    private async Task<SummarizedText> AskAsync(IReadOnlyList<PromptSentence> sentences, Plan plan, CancellationToken cancellationToken)
    {
        var completion = await model.CompleteBoundedAsync(plan.Whole(sentences), cancellationToken);
        var (spoken, written) = (plan.Brief.TranscriptLanguage, plan.Brief.Options.WrittenIn(plan.Brief.TranscriptLanguage));
        var sources = new SourceFinder(
            sentences, plan.ReadsSpeech ? spoken : written, plan.ReadsSpeech && written?.Primary != spoken?.Primary);
        var (text, marked) = plan.HasMinutes ? MarkedLines.TakeOut(completion.Text) : (completion.Text, []);
        var answer = CitedAnswer.Parse(text, sentences.Count, written);
        // Where nothing but decisions and the like are written, they are the summary too.
        if (marked.Count > 0 && !SummaryText.HasWords(answer.Text))
            answer = CitedAnswer.Parse(string.Join('\n', marked.Select(line => $"- {line.Text}")), sentences.Count, written);
        return SummaryText.HasWords(answer.Text)
            ? new SummarizedText(
                new Summary(answer.Text)
                {
                    Title = answer.Title,
                    Sentences = [.. answer.Sentences.Select(sources.Find)],
                    Minutes = plan.HasMinutes ? new MinutesReader(sentences, sources, spoken, written).Read(marked) : null,
                },
                completion.Tokens) { Note = completion.Note }
            : throw new YttlException(FailureCategory.Api, "model.bad-output",
                "the model answered with markup and no text: "
                + $"run again, or try another model ({SettingName.For("llm_model")})");
    }

    private int BudgetFor(SummaryOptions options)
    {
        CheckInstructions(options.Instructions, inputTokens);
        return Math.Max(SmallestBudget, inputTokens - TokenEstimate.Estimate(options.Instructions ?? ""));
    }

    /// <summary>How often a text was divided.</summary>
    /// <param name="HasGuessed">Whether once for a failure that may have had another reason.</param>
    private readonly record struct Depth(int Level, bool HasGuessed = false)
    {
        public Depth Next => this with { Level = Level + 1 };
    }

    /// <summary>How sentences become one summary.</summary>
    /// <param name="Whole">The prompt for sentences that fit into one.</param>
    private sealed record Plan(PromptBrief Brief, Func<IReadOnlyList<PromptSentence>, Prompt> Whole)
    {
        /// <summary>Whether the sentences are the transcript's, and not sentences of summaries.</summary>
        public bool ReadsSpeech { get; init; }

        public bool HasMinutes => ReadsSpeech && Brief.Options.Style is SummaryStyle.Minutes;

        /// <summary>The plan of each piece where they do not fit. Null: this plan.</summary>
        public Plan? Pieces { get; init; }

        /// <summary>The plan of the pieces' summaries together. Null: this plan.</summary>
        public Plan? Joining { get; init; }
    }
}
