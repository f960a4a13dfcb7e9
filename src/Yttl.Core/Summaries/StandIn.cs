using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Json;

namespace Yttl.Core.Summaries;

/// <summary>
/// What becomes of a summary that was asked for: done, to be asked for again later, done by the extractive summariser
/// because the provider is down, or failed. It never throws for the provider's sake: the client has already repeated
/// what is worth repeating.
/// </summary>
internal sealed class StandIn(ISummarizer summarizer, ISummarizer fallback, IArtifactStore store)
{
    // A provider whose daily allowance is used up asks for hours; a report today is worth more.
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    public async Task<SummaryOutcome> RunAsync(
        Func<ISummarizer, Task<SummarizedText>> summarize, CancellationToken cancellationToken)
    {
        SummarizedText text;
        try
        {
            text = await summarize(summarizer);
        }
        catch (YttlException exception) when (exception.RetryAfter is { } wait && wait <= LongestRetryAfter)
        {
            return new SummaryOutcome(SummaryStatus.Failed, null, null, wait, default);
        }
        catch (YttlException exception)
        {
            return IsDown(exception.Failure.Category) && !ReferenceEquals(summarizer, fallback)
                ? await FallBackAsync(summarize, exception.Failure, cancellationToken)
                : Failed(exception.Failure);
        }

        return await StoreAsync(SummaryStatus.Ok, text, null, cancellationToken);
    }

    private async Task<SummaryOutcome> FallBackAsync(
        Func<ISummarizer, Task<SummarizedText>> summarize, Failure failure, CancellationToken cancellationToken)
    {
        SummarizedText text;
        try
        {
            text = await summarize(fallback);
        }
        catch (YttlException)
        {
            // Why there is no summary is still that the provider is down.
            return Failed(failure);
        }

        return await StoreAsync(SummaryStatus.Fallback, text, failure, cancellationToken);
    }

    private async Task<SummaryOutcome> StoreAsync(
        SummaryStatus status, SummarizedText text, Failure? failure, CancellationToken cancellationToken)
    {
        var summary = await store.WriteJsonAsync(new Summary(text.Text), CoreJson.Default.Summary, cancellationToken);
        return new SummaryOutcome(status, summary, failure, null, text.Tokens);
    }

    // About the provider and not about this text: the same would become of every other part.
    private static bool IsDown(FailureCategory category) =>
        category is FailureCategory.Network or FailureCategory.RateLimit
            or FailureCategory.Authentication or FailureCategory.Input;

    private static SummaryOutcome Failed(Failure failure) => new(SummaryStatus.Failed, null, failure, null, default);
}
