namespace Yttl.Core.Hardware;

/// <summary>What this process may use of its machine.</summary>
/// <param name="Cores">At least 1; a container's share where it has one.</param>
/// <param name="AvailableMemory">In bytes: free now, within the container's limit where it has one.</param>
/// <param name="Gpu">Null where none is seen.</param>
public sealed record HardwareInfo(double Cores, long AvailableMemory, GpuInfo? Gpu);

/// <param name="TotalMemory">In bytes.</param>
/// <param name="FreeMemory">In bytes, now.</param>
public sealed record GpuInfo(string Name, long TotalMemory, long FreeMemory);
