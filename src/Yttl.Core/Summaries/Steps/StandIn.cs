using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Providers;

namespace Yttl.Core.Summaries.Steps;

/// <summary>
/// What becomes of a summary that was asked for: done, to be asked for again later, done by the extractive summariser
/// because the provider is down, or failed. It never throws for the provider's sake: the client has already repeated
/// what is worth repeating.
/// </summary>
internal sealed class StandIn(ISummarizer summarizer, ISummarizer fallback, IArtifactStore store)
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

    /// <param name="failure">Why the summariser that was chosen does not write it.</param>
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
            // Why there is no summary is still that the other one did not write it.
            return Failed(failure);
        }

        return await StoreAsync(SummaryStatus.Fallback, text, failure);
    }

    /// <summary>Not to be cancelled: it is paid for, and small.</summary>
    private async Task<SummaryOutcome> StoreAsync(SummaryStatus status, SummarizedText text, Failure? failure)
    {
        var summary = await store.WriteJsonAsync(
            new Summary(text.Text) { WrittenBy = text.WrittenBy }, SummariesJson.Default.Summary, CancellationToken.None);
        return new SummaryOutcome(status, summary, failure, null, text.Tokens) { WrittenBy = text.WrittenBy };
    }

    private static SummaryOutcome Failed(Failure failure) => new(SummaryStatus.Failed, null, failure, null, default);
}
