namespace Yttl.Core.Hardware;

/// <summary>Measures the memory that this process and its children may still use.</summary>
internal static class FreeMemory
{
    /// <param name="root">Folder that contains <c>/proc</c> and <c>/sys</c>.</param>
    /// <returns>Free memory in bytes, within the container's limit where it has one.</returns>
    public static long Read(string root = "/") =>
        Math.Min(OnMachine(root), new ControlGroup(root).FreeMemory() ?? long.MaxValue);

    /// <summary>
    /// See https://www.kernel.org/doc/html/latest/filesystems/proc.html#meminfo; without it, the runtime's own figure.
    /// </summary>
    private static long OnMachine(string root)
    {
        if (ProcFile.Field(Path.Combine(root, "proc/meminfo"), "MemAvailable:") is { } available)
            return available;
        var memory = GC.GetGCMemoryInfo();
        return Math.Max(0, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes);
    }
}
