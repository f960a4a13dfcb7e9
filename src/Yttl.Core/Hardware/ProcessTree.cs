using System.Diagnostics;
using System.Globalization;

namespace Yttl.Core.Hardware;

/// <summary>
/// Measures a process and all its descendants through Linux's <c>/proc</c>; on other systems, the process alone.
/// </summary>
internal static class ProcessTree
{
    /// <summary>Returns the resident memory of all of them; shared pages count once per process.</summary>
    /// <param name="proc">Path of <c>/proc</c>.</param>
    /// <returns>Resident memory in bytes; 0 where the process has ended.</returns>
    public static long ResidentBytes(int root, string proc = "/proc")
    {
        if (!Directory.Exists(proc))
            return ResidentAlone(root);
        var children = Children(root, proc);
        var total = 0L;
        var left = new Stack<int>([root]);
        while (left.TryPop(out var process))
        {
            // https://man7.org/linux/man-pages/man5/proc_pid_statm.5.html: the second number, in pages.
            total += (long)Numbers($"{proc}/{process}/statm").ElementAtOrDefault(1) * Environment.SystemPageSize;
            foreach (var child in children(process))
                left.Push(child);
        }

        return total;
    }

    /// <summary>
    /// Lists children by thread, with one or two files per process; on a kernel without these files, reads every
    /// process.
    /// </summary>
    private static Func<int, IEnumerable<int>> Children(int root, string proc)
    {
        if (File.Exists($"{proc}/{root}/task/{root}/children"))
            return process => Threads($"{proc}/{process}").SelectMany(thread => Numbers($"{thread}/children"));
        var byParent = Directory.EnumerateDirectories(proc)
            .Select(folder => Number(Path.GetFileName(folder)))
            .OfType<int>()
            .ToLookup(process => Parent($"{proc}/{process}"));
        return process => byParent[process];
    }

    // The process name, in parentheses, may contain any character, including line ends; state and parent follow the
    // last parenthesis.
    private static int Parent(string process)
    {
        var stat = string.Join(' ', ProcFile.Lines($"{process}/stat"));
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Number(fields.ElementAtOrDefault(1)) ?? 0;
    }

    // A process may end between being listed and being read.
    private static string[] Threads(string process)
    {
        try
        {
            return Directory.GetDirectories($"{process}/task");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static long ResidentAlone(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.WorkingSet64;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static IEnumerable<int> Numbers(string file) => ProcFile.Lines(file)
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(text => Number(text) ?? 0);

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
