namespace Yttl.Core.Hardware;

/// <summary>The hardware that this process may use.</summary>
/// <param name="Cores">Number of cores, at least 1; a container's share where it has one.</param>
/// <param name="AvailableMemory">Free memory in bytes, within the container's limit where it has one.</param>
/// <param name="Gpu">The graphics card; null where none is detected.</param>
public sealed record HardwareInfo(double Cores, long AvailableMemory, GpuInfo? Gpu);

/// <param name="TotalMemory">In bytes.</param>
/// <param name="FreeMemory">In bytes, now.</param>
public sealed record GpuInfo(string Name, long TotalMemory, long FreeMemory);
