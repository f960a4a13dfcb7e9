using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Segments;

namespace Yttl.Core.Summaries.Steps;

/// <summary>
/// The provider that was chosen and, while it is down, the others that the user allowed, in their order. A failure that
/// is about the text, and a wait that a provider asks for, are nobody else's to mend.
/// </summary>
/// <param name="first">Writes whatever it can.</param>
/// <param name="others">At least one, by the name of its provider.</param>
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

    /// <exception cref="YttlException">The failure of the first provider, when all are down.</exception>
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
                return await summarize(summarizer) with { WrittenBy = provider };
            }
            catch (YttlException exception) when (ProviderState.IsDown(exception))
            {
                // The next one is asked; why the chosen one did not write is what the report says.
            }
        }

        throw down;
    }
}
