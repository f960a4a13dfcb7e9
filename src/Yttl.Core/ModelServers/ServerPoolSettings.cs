namespace Yttl.Core.ModelServers;

/// <summary>What a pool of model servers may take of the machine.</summary>
/// <param name="MaxServers">Processes at once, from 1. With each one's threads it is within the cores.</param>
public sealed record ServerPoolSettings(int MaxServers)
{
    /// <summary>In bytes, for all servers of the pool together; null for what the machine has.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>In bytes: with less than this available, the largest server is stopped before the kernel chooses.</summary>
    public long MemoryReserve { get; init; } = 256L * 1024 * 1024;

    /// <summary>A server that nobody used for so long is stopped, and its memory is free again.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often memory and idleness are looked at.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>So many deaths with no finished call between them, and the next failure says that repeating is of no use.</summary>
    public int MostDeathsInARow { get; init; } = 3;
}
