using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Speech;

namespace Yttl.LocalEngine.Results;

/// <summary>How the audio of a source would be cut and transcribed.</summary>
/// <param name="Model">
/// The recogniser's model; null where no recogniser is configured. The plan then assumes one on this machine.
/// </param>
/// <param name="Cost">Of recognising all chunks, without repeated calls; null where the price is unknown.</param>
public sealed record AudioPlan(AudioTrack Track, ChunkPlan Plan, SpeechModel? Model, decimal? Cost);
