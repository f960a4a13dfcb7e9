using Yttl.Core.Chunking;
using Yttl.Core.Speech;

namespace Yttl.LocalEngine.Settings;

/// <summary>Who recognises speech, and what it may take of this machine.</summary>
/// <param name="Speech">How it is reached; without an address, a server is started here.</param>
public sealed record RecognizerSettings(SpeechSettings Speech)
{
    /// <summary>Chunks at once, at least 1; null is for the hardware to say.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>In megabytes, for servers and chunks together.</summary>
    public int MemoryLimitMegabytes { get; init; } = SpeechCapacity.DefaultMemoryLimit;

    /// <summary>The server program to start, a path or a name on PATH; null looks for those it knows.</summary>
    public string? Server { get; init; }
}
