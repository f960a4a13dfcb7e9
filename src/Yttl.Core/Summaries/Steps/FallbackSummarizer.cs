using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Segments;

namespace Yttl.Core.Summaries.Steps;

/// <summary>
/// Uses the chosen provider and, while it is down, the others that the user allows, in order. A failure that concerns
/// the text, and a wait that a provider asks for, do not lead to another provider.
/// </summary>
/// <param name="first">The chosen provider.</param>
/// <param name="others">At least one, each with the name of its provider.</param>
public sealed class FallbackSummarizer(
    ISummarizer first, IReadOnlyList<(string Provider, ISummarizer Summarizer)> others) : ISummarizer
{
    public Task<SummarizedText> SummarizeSegmentAsync(
        SegmentText segment, string title, SummaryOptions options, CancellationToken cancellationToken) =>
        AskAsync(summarizer => summarizer.SummarizeSegmentAsync(segment, title, options, cancellationToken));

    public Task<SummarizedText> ConsolidateAsync(
        IReadOnlyList<SummaryPart> parts,
        ConsolidationBrief brief,
        SummaryOptions options,
        CancellationToken cancellationToken) =>
        AskAsync(summarizer => summarizer.ConsolidateAsync(parts, brief, options, cancellationToken));

    public Task<SummarizedText> AnswerAsync(
        QuestionBrief question, SummaryOptions options, CancellationToken cancellationToken) =>
        AskAsync(summarizer => summarizer.AnswerAsync(question, options, cancellationToken));

    /// <exception cref="YttlException">The failure of the first provider, where all are down.</exception>
    private async Task<SummarizedText> AskAsync(Func<ISummarizer, Task<SummarizedText>> summarize)
    {
        YttlException down;
        try
        {
            return await summarize(first);
        }
        catch (YttlException exception) when (ProviderState.IsDown(exception))
        {
            down = exception;
        }

        foreach (var (provider, summarizer) in others)
        {
            try
            {
                var written = await summarize(summarizer);
                return written with { Summary = written.Summary with { WrittenBy = provider } };
            }
            catch (YttlException exception) when (ProviderState.IsDown(exception))
            {
                // Tries the next provider. The report gives the reason of the chosen one.
            }
        }

        throw down;
    }
}
