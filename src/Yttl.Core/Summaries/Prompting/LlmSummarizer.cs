using System.Globalization;
using Yttl.Core.Captions.Speakers;
using Yttl.Core.Failures;
using Yttl.Core.Segments;

namespace Yttl.Core.Summaries.Prompting;

/// <summary>
/// Summarises with a language model. A text over the budget of one prompt, or too long for the model, is divided
/// between cues (or parts) into balanced pieces; each piece is summarised, and the summaries are merged, in several
/// levels where necessary. No summary is longer than twice what was asked for.
/// </summary>
/// <param name="inputTokens">
/// The most tokens of data in one prompt; see <see cref="LanguageModelSettings.InputTokens"/>.
/// </param>
public sealed class LlmSummarizer(ILanguageModel model, int inputTokens) : ISummarizer
{
    /// <summary>Raised when the same answer of a model may become another summary; part of the key of finished work.</summary>
    public const int AnswerVersion = 2;

    private const int SmallestBudget = 200;

    private const int DeepestTree = 6;

    public Task<SummarizedText> SummarizeSegmentAsync(
        SegmentText segment, string title, SummaryOptions options, CancellationToken cancellationToken)
    {
        var brief = new PromptBrief(title, segment.Language, options) { Part = segment.Title };
        var merge = new Plan(parts => Prompts.Merge(parts, brief));
        var whole = new Plan(lines => Prompts.Segment(lines, brief)) { Joining = merge };
        return ReduceAsync(
            [.. SpeakerTurns.Texts(segment.Cues)], whole, BudgetFor(options), new Depth(0), cancellationToken);
    }

    public Task<SummarizedText> ConsolidateAsync(
        IReadOnlyList<SummaryPart> parts,
        ConsolidationBrief brief,
        SummaryOptions options,
        CancellationToken cancellationToken)
    {
        var prompt = new PromptBrief(brief.Title, brief.TranscriptLanguage, options);
        var merge = new Plan(texts => Prompts.Merge(texts, prompt));
        var whole = new Plan(texts => brief.Level == ConsolidationLevel.Hour
            ? Prompts.Hour(texts, prompt)
            : Prompts.Overall(texts, prompt)) { Pieces = merge };
        return ReduceAsync([.. parts.Select(part => part.Text)], whole, BudgetFor(options), new Depth(0), cancellationToken);
    }

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
        IReadOnlyList<string> texts, Plan plan, int budget, Depth depth, CancellationToken cancellationToken)
    {
        var pieces = depth.Level < DeepestTree ? TokenBudget.Pieces(texts, budget, cancellationToken) : [texts];
        if (pieces.Count <= 1)
        {
            try
            {
                return await AskAsync(plan.Whole(texts), cancellationToken);
            }
            catch (YttlException exception) when (depth.Level < DeepestTree
                && (exception.Failure.Code == "model.context" || MayBeTooLong(exception, texts, budget, depth)))
            {
                var half = Math.Min(budget, Tokens(texts)) / 2;
                if (half < SmallestBudget)
                    throw;
                var smaller = depth.Next with { HasGuessed = exception.Failure.Code != "model.context" || depth.HasGuessed };
                return await ReduceAsync(texts, plan, half, smaller, cancellationToken);
            }
        }

        var summaries = await Task.WhenAll(
            pieces.Select(piece => ReduceAsync(piece, plan.Pieces ?? plan, budget, depth.Next, cancellationToken)));
        IReadOnlyList<string> written = [.. summaries.Select(summary => summary.Text)];
        // Dividing again what did not become shorter would never end, so the model receives it as it is.
        var next = Tokens(written) < Tokens(texts) ? depth.Next : depth with { Level = DeepestTree };
        var joined = await ReduceAsync(written, plan.Joining ?? plan, budget, next, cancellationToken);
        return joined with
        {
            Tokens = summaries.Aggregate(joined.Tokens, (sum, summary) => sum + summary.Tokens),
            Note = joined.Note ?? summaries.Select(summary => summary.Note).FirstOrDefault(note => note is not null),
        };
    }

    /// <summary>
    /// Whether a failure without a known reason may be about the length: servers have their own words for it, or none. A
    /// text near the budget is then divided once.
    /// </summary>
    private static bool MayBeTooLong(YttlException exception, IReadOnlyList<string> texts, int budget, Depth depth) =>
        exception.Failure.Code is "model.rejected" or "model.error" && !depth.HasGuessed && Tokens(texts) >= budget / 2;

    private static int Tokens(IReadOnlyList<string> texts) => texts.Sum(TokenEstimate.Estimate);

    private async Task<SummarizedText> AskAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var completion = await CompleteAsync(prompt, cancellationToken);
        var text = SummaryText.Tidy(completion.Text);
        return SummaryText.HasWords(text)
            ? new SummarizedText(text, completion.Tokens) { Note = completion.Note }
            : throw new YttlException(FailureCategory.Api, "model.bad-output",
                "the model answered with markup and no text: "
                + $"run again, or try another model ({SettingName.For("llm_model")})");
    }

    /// <summary>Asks once more for an answer that is far too long; should that be so too, it is cut.</summary>
    private async Task<Completion> CompleteAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var first = await model.CompleteAsync(prompt, cancellationToken);
        if (!AnswerLength.IsExceeded(first.Text, prompt.MaxOutputTokens))
            return first;
        Completion again;
        try
        {
            again = await model.CompleteAsync(prompt, cancellationToken);
        }
        catch (YttlException)
        {
            // The beginning of what was written is still good.
            again = first with { Tokens = default };
        }

        again = again with { Tokens = first.Tokens + again.Tokens };
        return AnswerLength.IsExceeded(again.Text, prompt.MaxOutputTokens)
            ? again with { Text = AnswerLength.Cut(again.Text, prompt.TextTokens), Note = AnswerLength.Note }
            : again;
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

    /// <summary>How texts become one summary.</summary>
    /// <param name="Whole">The prompt for texts that fit into one.</param>
    private sealed record Plan(Func<IReadOnlyList<string>, Prompt> Whole)
    {
        /// <summary>The plan of each piece where the texts do not fit. Null: this plan.</summary>
        public Plan? Pieces { get; init; }

        /// <summary>The plan of the pieces' summaries together. Null: this plan.</summary>
        public Plan? Joining { get; init; }
    }
}
