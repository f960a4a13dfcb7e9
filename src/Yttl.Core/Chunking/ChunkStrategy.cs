using System.Text.Json.Serialization;

namespace Yttl.Core.Chunking;

/// <summary>How audio is cut; part of the command line's contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChunkStrategy>))]
public enum ChunkStrategy
{
    /// <summary>The smallest predicted makespan, each cut in the best silence within reach.</summary>
    [JsonStringEnumMemberName("adaptive")] Adaptive,

    /// <summary>Equal lengths, wherever the cuts fall.</summary>
    [JsonStringEnumMemberName("fixed")] Fixed,

    /// <summary>The largest chunks that each worker's memory allows.</summary>
    [JsonStringEnumMemberName("memory_optimized")] MemoryOptimized,
}
