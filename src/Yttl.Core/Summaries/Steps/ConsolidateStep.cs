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
    /// <summary>Increases with every change of what a consolidation is made of. Part of the cache key of finished work.</summary>
    public const int TextVersion = 1;

    /// <summary>In letters: about ten hours of talk.</summary>
    private const int LongestWhole = 500_000;

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

    /// <summary>
    /// Returns what is said; nothing where it is more than <see cref="LongestWhole"/>. Then the summary is chosen from those
    /// of its parts, in two rounds, so that time and memory do not grow with each level that is above the text: Mirzasoleiman
    /// et al., "Distributed Submodular Maximization" (JMLR 17, 2016), https://www.jmlr.org/papers/v17/mirzasoleiman16a.html.
    /// </summary>
    private async Task<IReadOnlyList<Cue>> SpokenAsync(IReadOnlyList<ArtifactRef> texts, CancellationToken cancellationToken)
    {
        var cues = new List<Cue>();
        var letters = 0L;
        foreach (var text in texts)
        {
            var segment = await store.ReadJsonAsync(text, SegmentsJson.Default.SegmentText, cancellationToken);
            letters += segment.Cues.Sum(cue => (long)cue.Text.Length);
            if (letters > LongestWhole)
                return [];
            cues.AddRange(segment.Cues);
        }

        return cues;
    }
}
