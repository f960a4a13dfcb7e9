using Yttl.Core.Audio;
using Yttl.Core.Chunking;

namespace Yttl.LocalEngine;

/// <summary>How audio becomes text where there are no captions.</summary>
public sealed record ListenOptions
{
    public static readonly ListenOptions Default = new();

    /// <summary>Passes captions over.</summary>
    public bool Force { get; init; }

    public SilenceSettings Silence { get; init; } = SilenceSettings.Default;

    public ChunkOptions Chunks { get; init; } = ChunkOptions.Default;
}
