using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Sources;
using Yttl.Core.Speech;

namespace Yttl.LocalEngine.Results;

/// <summary>How a source's audio would be cut and transcribed.</summary>
/// <param name="Model">Who would transcribe it; null where nobody is set up, and a recogniser on this machine is assumed.</param>
public sealed record AudioPlan(
    Video Video, AudioTrack Track, ChunkPlan Plan, SpeechModel? Model, IReadOnlyList<string> Notes);
