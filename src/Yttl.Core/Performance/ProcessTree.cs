using System.Globalization;
using Yttl.Core.Hardware;
using Yttl.Core.ModelServers;

namespace Yttl.Core.Performance;

/// <summary>A process and all below it. On systems other than Linux a process is seen alone.</summary>
internal sealed class ProcessTree(int root)
{
    /// <summary>What is resident of all of them together; pages that they share count once for each.</summary>
    public long ResidentBytes()
    {
        // Children by thread are a file or two for each process; without them every process of the machine is read.
        if (!File.Exists($"/proc/{root}/task/{root}/children"))
            return new SystemMemoryGauge().Resident(root);
        var total = 0L;
        var left = new Stack<string>([root.ToString(CultureInfo.InvariantCulture)]);
        while (left.TryPop(out var process))
        {
            // https://man7.org/linux/man-pages/man5/proc_pid_statm.5.html: the second number, in pages.
            total += Number(Fields($"/proc/{process}/statm").ElementAtOrDefault(1)) * Environment.SystemPageSize;
            foreach (var thread in Threads(process))
                foreach (var child in Fields($"{thread}/children"))
                    left.Push(child);
        }

        return total;
    }

    private static long Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // A process may end between being listed and being read.
    private static string[] Threads(string process)
    {
        try
        {
            return Directory.GetDirectories($"/proc/{process}/task");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Fields(string file) =>
        ProcFile.Lines(file).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
