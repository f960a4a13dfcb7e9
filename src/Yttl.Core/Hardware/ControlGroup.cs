using System.Globalization;

namespace Yttl.Core.Hardware;

/// <summary>
/// Reads the container's limits, cgroup version 1 and 2: https://docs.kernel.org/admin-guide/cgroup-v2.html and
/// https://docs.kernel.org/admin-guide/cgroup-v1/. The limits of all parent groups apply too.
/// </summary>
internal sealed class ControlGroup(string root)
{
    private string Groups => Path.Combine(root, "sys/fs/cgroup");

    /// <summary>Number of cores, fractions included; null where it is not limited.</summary>
    public double? Cores() => Least(
    [
        .. Folders("").Select(folder => Number(folder, "cpu.max") is var quota && Number(folder, "cpu.max", 1) is { } period
            ? quota / period
            : null),
        .. Folders("cpu").Select(folder => Number(folder, "cpu.cfs_quota_us") is > 0 and var quota
            ? quota / Number(folder, "cpu.cfs_period_us")
            : null),
    ]);

    /// <summary>
    /// Free memory in bytes; null where it is not limited. The file cache that can be dropped counts as free.
    /// </summary>
    public long? FreeMemory() => (long?)Least(
    [
        .. Folders("").Select(folder => Number(folder, "memory.max")
            - Used(folder, "memory.current", "inactive_file")),
        .. Folders("memory").Select(folder => Number(folder, "memory.limit_in_bytes")
            - Used(folder, "memory.usage_in_bytes", "total_inactive_file")),
    ]);

    private static double? Used(string folder, string usage, string inactive) =>
        Number(folder, usage) - (ProcFile.Field(Path.Combine(folder, "memory.stat"), inactive) ?? 0);

    /// <summary>
    /// Returns the folders from the root group to this process's group; inside a container they are often the same.
    /// </summary>
    private IEnumerable<string> Folders(string controller)
    {
        var top = Path.Combine(Groups, controller);
        var own = ProcFile.Lines(Path.Combine(root, "proc/self/cgroup"))
            .Select(line => line.Split(':', 3))
            .FirstOrDefault(parts => parts.Length is 3 && parts[1].Split(',').Contains(controller))?[2] ?? "/";
        var names = own.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return names.Contains("..")
            ? [top]
            : Enumerable.Range(0, names.Length + 1).Select(depth => Path.Combine([top, .. names[..depth]]));
    }

    private static double? Number(string folder, string file, int field = 0) =>
        ProcFile.Lines(Path.Combine(folder, file)) is [var line, ..] && line.Split(' ') is var fields && fields.Length > field
            ? Read(fields[field])
            : null;

    /// <returns>Null for <c>max</c>.</returns>
    private static double? Read(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static double? Least(IEnumerable<double?> numbers) => numbers.Min() is { } least ? Math.Max(0, least) : null;
}
