using System.Diagnostics;
using System.Globalization;

namespace Yttl.Core.ModelServers;

/// <summary>
/// Reads Linux's <c>/proc</c> and the container's limit. Elsewhere only a process itself is seen, without its
/// children, and what is available is what the runtime reports.
/// </summary>
internal sealed class SystemMemoryGauge : IMemoryGauge
{
    private const string ControlGroup = "/sys/fs/cgroup";

    public long Resident(int processId) =>
        OperatingSystem.IsLinux() ? ResidentTree(processId) : ResidentAlone(processId);

    public long Available()
    {
        if (!OperatingSystem.IsLinux())
        {
            var memory = GC.GetGCMemoryInfo();
            return memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes;
        }

        var machine = Field("/proc/meminfo", "MemAvailable:") * 1024 ?? long.MaxValue;
        return Math.Min(machine, AvailableInControlGroup());
    }

    /// <summary>
    /// Files in the cache are counted as used there, although the kernel drops inactive ones when asked:
    /// https://docs.kernel.org/admin-guide/cgroup-v2.html#memory-interface-files
    /// </summary>
    private static long AvailableInControlGroup()
    {
        if (Number(ReadOrNull($"{ControlGroup}/memory.max")) is not { } limit
            || Number(ReadOrNull($"{ControlGroup}/memory.current")) is not { } used)
            return long.MaxValue;
        var droppable = Field($"{ControlGroup}/memory.stat", "inactive_file ") ?? 0;
        return limit - used + droppable;
    }

    private static long ResidentTree(int root)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(folder => (int?)Number(Path.GetFileName(folder)))
            .OfType<int>()
            .Select(id => (Id: id, Parent: Parent(id)))
            .ToLookup(process => process.Parent, process => process.Id);
        var total = 0L;
        var left = new Stack<int>([root]);
        while (left.TryPop(out var id))
        {
            total += (Field($"/proc/{id}/status", "VmRSS:") ?? 0) * 1024;
            foreach (var child in parents[id])
                left.Push(child);
        }

        return total;
    }

    // The name, in parentheses, may hold anything; the state and the parent follow its last parenthesis.
    private static int Parent(int id)
    {
        var stat = ReadOrNull($"/proc/{id}/stat") ?? "";
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (int)(Number(fields.ElementAtOrDefault(1)) ?? 0);
    }

    private static long ResidentAlone(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.WorkingSet64;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static long? Field(string file, string name) =>
        ReadOrNull(file)?.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? Number(line[name.Length..].Replace("kB", "", StringComparison.Ordinal))
            : null;

    private static long? Number(string? text) =>
        long.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A process may end between being listed and being read.
    private static string? ReadOrNull(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
