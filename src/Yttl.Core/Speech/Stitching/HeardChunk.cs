using Yttl.Core.Failures;

namespace Yttl.Core.Speech.Stitching;

/// <summary>What became of one chunk: at most one of the two is set, and neither where nothing was said.</summary>
internal sealed record HeardChunk(ChunkTranscript? Transcript, Failure? Failure);
