using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Sources;

namespace Yttl.Workflows.Runs;

/// <param name="Run">What would be run.</param>
/// <param name="Audio">
/// How audio without captions is planned. Null: no audio is read, and the length of the video counts as speech.
/// </param>
public sealed record PlanInput(RunInput Run, AudioPlanning? Audio);

/// <param name="Speech">How speech would be recognised; of a recogniser that is assumed where none is configured.</param>
public sealed record AudioPlanning(SpeechOptions Speech, ChunkCapacity Capacity);

/// <param name="Video">Null when the source could not be resolved.</param>
/// <param name="Transcript">
/// The transcript that would be used; an estimate of it where the speech is not recognised yet.
/// </param>
/// <param name="Track">An <see cref="AudioTrack"/>; null where captions are used.</param>
/// <param name="Plan">A <see cref="ChunkPlan"/>; null where captions are used.</param>
public sealed record PlanResult(
    ResolvedVideo? Video,
    TranscriptRef? Transcript,
    ArtifactRef? Track,
    ArtifactRef? Plan,
    Prediction? Prediction,
    IReadOnlyList<string> Notes,
    Failure? Failure)
{
    /// <summary>Whether the speech is not recognised yet.</summary>
    public bool IsEstimate { get; init; }

    internal static PlanResult Failed(ResolvedVideo? video, Failure failure, IReadOnlyList<string> notes) =>
        new(video, null, null, null, null, notes, failure);
}

/// <param name="Entries">In the order of the list.</param>
/// <param name="Failure">Set where the source could not be listed.</param>
public sealed record PlanListResult(
    string? Title, IReadOnlyList<PlanListEntry> Entries, IReadOnlyList<string> Notes, Failure? Failure);

public sealed record PlanListEntry(string Source, string? Title, PlanResult Plan);
