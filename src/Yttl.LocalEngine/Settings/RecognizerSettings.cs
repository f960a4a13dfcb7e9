using Yttl.Core.Chunking;
using Yttl.Core.Speech;

namespace Yttl.LocalEngine.Settings;

/// <summary>The speech recogniser, and the resources that it may use on this machine.</summary>
/// <param name="Speech">How to reach it; without an address, a server is started on this machine.</param>
public sealed record RecognizerSettings(SpeechSettings Speech)
{
    /// <summary>Chunks at once, at least 1; null lets the hardware decide.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>In megabytes, for servers and chunks together.</summary>
    public int MemoryLimitMegabytes { get; init; } = SpeechCapacity.DefaultMemoryLimit;

    /// <summary>The server program to start: a path, or a name on PATH; null looks for the known ones.</summary>
    public string? Server { get; init; }
}
