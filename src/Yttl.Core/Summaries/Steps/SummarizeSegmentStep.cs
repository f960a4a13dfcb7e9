using Yttl.Core.Artifacts;
using Yttl.Core.Segments;
using Yttl.Core.Summaries.Extractive;

namespace Yttl.Core.Summaries.Steps;

/// <summary>Summarises one segment.</summary>
/// <param name="fallback">Stands in when the provider is down; the same as <paramref name="summarizer"/> where it was
/// chosen.</param>
public sealed class SummarizeSegmentStep(ISummarizer summarizer, ISummarizer fallback, IArtifactStore store)
{
    private readonly StandIn _standIn = new(summarizer, fallback, store);

    /// <returns>Every end is an outcome; a provider's failure is never thrown.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is stored.</exception>
    public async Task<SummaryOutcome> RunAsync(SegmentRequest request, CancellationToken cancellationToken)
    {
        var segment = await store.ReadJsonAsync(request.Text, SegmentsJson.Default.SegmentText, cancellationToken);
        // A model that is asked to summarise music invents a summary.
        if (!segment.Cues.Any(cue => SpokenText.HasWords(cue.Text)))
            return new SummaryOutcome(SummaryStatus.Empty, null, null, null, default);
        return await _standIn.RunAsync(
            chosen => chosen.SummarizeSegmentAsync(segment, request.Title, request.Options, cancellationToken));
    }
}
