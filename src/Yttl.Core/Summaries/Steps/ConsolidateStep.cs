using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Segments;
using Yttl.Core.Time;

namespace Yttl.Core.Summaries.Steps;

/// <summary>Makes one summary of an hour's segments, or of a video's hours.</summary>
/// <param name="fallback">
/// Replaces the summariser while its provider is down. The same as <paramref name="summarizer"/> where that is the
/// chosen one.
/// </param>
public sealed class ConsolidateStep(ISummarizer summarizer, ISummarizer fallback, IArtifactStore store)
{
    private readonly SummaryFallback _standIn = new(summarizer, fallback, store);

    /// <summary>
    /// A single part is its own consolidation, whichever provider wrote it. Without parts the outcome is
    /// <see cref="SummaryStatus.Empty"/>.
    /// </summary>
    /// <returns>Every end is an outcome. Never throws a provider's failure.</returns>
    /// <exception cref="OperationCanceledException">Cancelled. Nothing is stored.</exception>
    public async Task<SummaryOutcome> RunAsync(ConsolidationRequest request, CancellationToken cancellationToken)
    {
        if (request.Parts is [])
            return new SummaryOutcome(SummaryStatus.Empty, null, null, null, default);
        if (request.Parts is [var only])
            return new SummaryOutcome(only.Status, only.Summary, only.Failure, null, default);
        var parts = new List<SummaryPart>();
        foreach (var part in request.Parts)
        {
            var summary = await store.ReadJsonAsync(part.Summary, SummariesJson.Default.Summary, cancellationToken);
            parts.Add(new SummaryPart(new TimeRange(part.Start, part.End), summary) { Chapter = part.Chapter });
        }

        var brief = new ConsolidationBrief(
            request.Level, new TimeRange(request.Start, request.End), request.Title, request.TranscriptLanguage)
        {
            Cues = await SpokenAsync(request.Spoken ?? [], cancellationToken),
        };
        return request.WithoutModel is { } reason
            ? await _standIn.StandInAsync(WriteAsync, reason)
            : await _standIn.RunAsync(WriteAsync);

        Task<SummarizedText> WriteAsync(ISummarizer chosen) =>
            chosen.ConsolidateAsync(parts, brief, request.Options, cancellationToken);
    }

    private async Task<IReadOnlyList<Cue>> SpokenAsync(IReadOnlyList<ArtifactRef> texts, CancellationToken cancellationToken)
    {
        var cues = new List<Cue>();
        foreach (var text in texts)
            cues.AddRange((await store.ReadJsonAsync(text, SegmentsJson.Default.SegmentText, cancellationToken)).Cues);
        return cues;
    }
}
