using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Languages;

namespace Yttl.Workflows.Runs;

/// <summary>The transcript that a run would use.</summary>
/// <param name="Source">Null where the speech is not recognised yet.</param>
/// <param name="Provider">The track or file that the text comes from, for people; null where it is unknown.</param>
/// <param name="Length">From zero to the end of the last cue.</param>
/// <param name="IsEstimate">
/// Whether the speech is not recognised yet, so that everything that follows from it is an estimate.
/// </param>
public sealed record PlannedTranscript(
    TranscriptSource? Source, string? Provider, LanguageTag? Language, TimeSpan Length, bool IsEstimate)
{
    /// <param name="planned">Not failed.</param>
    public static async Task<PlannedTranscript> ReadAsync(
        PlanResult planned, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var text = planned.Transcript!;
        var transcript = planned.IsEstimate ? null
            : await artifacts.ReadJsonAsync(text.Content, CaptionsJson.Default.Transcript, cancellationToken);
        return new PlannedTranscript(transcript?.Source, transcript?.Provider, text.Language, text.End, planned.IsEstimate);
    }
}
