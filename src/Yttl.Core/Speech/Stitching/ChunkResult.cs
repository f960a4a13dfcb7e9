using Yttl.Core.Failures;

namespace Yttl.Core.Speech.Stitching;

/// <summary>The result of one chunk. At most one of the two is set; neither where there is no speech.</summary>
internal sealed record ChunkResult(ChunkTranscript? Transcript, Failure? Failure);
