using Yttl.Core.Artifacts;
using Yttl.Core.Segments;
using Yttl.Core.Summaries.Extractive;

namespace Yttl.Core.Summaries.Steps;

/// <summary>Summarises one segment.</summary>
/// <param name="fallback">
/// Replaces the summariser while its provider is down. The same as <paramref name="summarizer"/> where that is the
/// chosen one.
/// </param>
public sealed class SummarizeSegmentStep(ISummarizer summarizer, ISummarizer fallback, IArtifactStore store)
{
    private readonly SummaryFallback _standIn = new(summarizer, fallback, store);

    /// <returns>Every end is an outcome. Never throws a provider's failure.</returns>
    /// <exception cref="OperationCanceledException">Cancelled. Nothing is stored.</exception>
    public async Task<SummaryOutcome> RunAsync(SegmentRequest request, CancellationToken cancellationToken)
    {
        var segment = await store.ReadJsonAsync(request.Text, SegmentsJson.Default.SegmentText, cancellationToken);
        // A model that gets music to summarise invents a summary.
        if (!segment.Cues.Any(cue => SpokenText.HasWords(cue.Text)))
            return new SummaryOutcome(SummaryStatus.Empty, null, null, null, default);
        return await _standIn.RunAsync(
            chosen => chosen.SummarizeSegmentAsync(segment, request.Title, request.Options, cancellationToken));
    }
}
