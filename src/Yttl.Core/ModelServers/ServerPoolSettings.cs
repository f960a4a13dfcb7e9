namespace Yttl.Core.ModelServers;

/// <summary>Limits of a pool of model servers.</summary>
/// <param name="MaxServers">
/// Maximum number of processes, at least 1; together, their threads must not exceed the cores.
/// </param>
public sealed record ServerPoolSettings(int MaxServers)
{
    /// <summary>Maximum memory of all servers together, in bytes; null for no limit but the machine's.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>
    /// Minimum free memory, in bytes: below it, the largest server is stopped before the kernel kills a process.
    /// </summary>
    public long MemoryReserve { get; init; } = 256L * 1024 * 1024;

    /// <summary>Time after which an unused server is stopped, to free its memory.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Interval between checks of memory and idle servers.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Number of deaths in one run without a finished call between them after which failures are no longer transient.
    /// </summary>
    public int MostDeathsInARow { get; init; } = 3;
}
