using System.Text.Json.Serialization;

namespace Yttl.Core.Chunking;

/// <summary>How audio is cut; the names are part of the command line's contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChunkStrategy>))]
public enum ChunkStrategy
{
    /// <summary>Smallest predicted makespan, with each cut in the best silence within reach.</summary>
    [JsonStringEnumMemberName("adaptive")] Adaptive,

    /// <summary>Equal lengths, wherever the cuts fall.</summary>
    [JsonStringEnumMemberName("fixed")] Fixed,

    /// <summary>The largest chunks that each worker's memory allows.</summary>
    [JsonStringEnumMemberName("memory_optimized")] MemoryOptimized,
}
