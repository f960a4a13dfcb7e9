using System.Diagnostics;
using System.Globalization;
using Yttl.Core.Hardware;

namespace Yttl.Core.ModelServers;

/// <summary>
/// Reads Linux's <c>/proc</c> and the container's limit. Elsewhere only a process itself is seen, without its
/// children, and what is available is what the runtime reports.
/// </summary>
internal sealed class SystemMemoryGauge : IMemoryGauge
{
    public long Resident(int processId) =>
        OperatingSystem.IsLinux() ? ResidentTree(processId) : ResidentAlone(processId);

    public long Available() => FreeMemory.Read();

    private static long ResidentTree(int root)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(folder => Number(Path.GetFileName(folder)))
            .OfType<int>()
            .Select(id => (Id: id, Parent: Parent(id)))
            .ToLookup(process => process.Parent, process => process.Id);
        var total = 0L;
        var left = new Stack<int>([root]);
        while (left.TryPop(out var id))
        {
            total += ProcFile.Field($"/proc/{id}/status", "VmRSS:") ?? 0;
            foreach (var child in parents[id])
                left.Push(child);
        }

        return total;
    }

    // The name, in parentheses, may hold anything, line ends too; the state and the parent follow its last parenthesis.
    private static int Parent(int id)
    {
        var stat = string.Join(' ', ProcFile.Lines($"/proc/{id}/stat"));
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Number(fields.ElementAtOrDefault(1)) ?? 0;
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

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
