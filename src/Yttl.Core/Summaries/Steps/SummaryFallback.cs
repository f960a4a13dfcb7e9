using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Providers;

namespace Yttl.Core.Summaries.Steps;

/// <summary>
/// Converts the end of a summary to an outcome: done, to be repeated later, done by the extractive summariser because
/// the provider is down, or failed. Never throws a provider's failure: the client has already made the useful retries.
/// </summary>
internal sealed class SummaryFallback(ISummarizer summarizer, ISummarizer fallback, IArtifactStore store)
{
    public async Task<SummaryOutcome> RunAsync(Func<ISummarizer, Task<SummarizedText>> summarize)
    {
        SummarizedText text;
        try
        {
            text = await summarize(summarizer);
        }
        catch (YttlException exception) when (ProviderState.AsksToWait(exception) is { } wait)
        {
            return new SummaryOutcome(SummaryStatus.Failed, null, null, wait, default);
        }
        catch (YttlException exception)
        {
            return ProviderState.IsDown(exception) && !ReferenceEquals(summarizer, fallback)
                ? await StandInAsync(summarize, exception.Failure)
                : Failed(exception.Failure);
        }

        return await StoreAsync(SummaryStatus.Ok, text, null);
    }

    /// <param name="failure">Why the chosen summariser does not write it.</param>
    public async Task<SummaryOutcome> StandInAsync(
        Func<ISummarizer, Task<SummarizedText>> summarize, Failure failure)
    {
        SummarizedText text;
        try
        {
            text = await summarize(fallback);
        }
        catch (YttlException)
        {
            // The reason of the gap is still the failure of the chosen summariser.
            return Failed(failure);
        }

        return await StoreAsync(SummaryStatus.Fallback, text, failure);
    }

    /// <summary>Stores the summary, which is small and paid for, even after a cancellation.</summary>
    private async Task<SummaryOutcome> StoreAsync(SummaryStatus status, SummarizedText text, Failure? failure)
    {
        var summary = await store.WriteJsonAsync(text.Summary, SummariesJson.Default.Summary, CancellationToken.None);
        return new SummaryOutcome(status, summary, failure, null, text.Tokens)
        {
            WrittenBy = text.Summary.WrittenBy,
            Note = text.Note,
        };
    }

    private static SummaryOutcome Failed(Failure failure) => new(SummaryStatus.Failed, null, failure, null, default);
}
