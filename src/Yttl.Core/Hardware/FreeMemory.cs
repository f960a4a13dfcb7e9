namespace Yttl.Core.Hardware;

/// <summary>How much memory this process and its children may still take.</summary>
internal static class FreeMemory
{
    /// <param name="root">The folder that <c>/proc</c> and <c>/sys</c> are in.</param>
    /// <returns>In bytes: free on the machine, within the container's limit where it has one.</returns>
    public static long Read(string root = "/") =>
        Math.Min(OnMachine(root), new ControlGroup(root).FreeMemory() ?? long.MaxValue);

    /// <summary>https://www.kernel.org/doc/html/latest/filesystems/proc.html#meminfo; elsewhere what the runtime sees.</summary>
    private static long OnMachine(string root)
    {
        if (ProcFile.Field(Path.Combine(root, "proc/meminfo"), "MemAvailable:") is { } available)
            return available;
        var memory = GC.GetGCMemoryInfo();
        return Math.Max(0, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes);
    }
}
