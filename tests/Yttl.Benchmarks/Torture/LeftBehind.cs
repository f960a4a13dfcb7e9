using Yttl.TestKit;

namespace Yttl.Benchmarks.Torture;

/// <summary>What a run should not have left: half-written and forgotten files, and processes.</summary>
internal static class LeftBehind
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the processes that a killed one started to end with it.</summary>
    /// <returns>The command lines of those that did not; they are killed then.</returns>
    public static async Task<IReadOnlyList<string>> ProcessesAsync(TempFolder folder)
    {
        var deadline = DateTime.UtcNow + Grace;
        while (true)
        {
            var found = Find(folder.Path).ToList();
            if (found.Count == 0 || DateTime.UtcNow > deadline)
            {
                found.ForEach(process => Kill(process.Id));
                return [.. found.Select(process => process.Command)];
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>
    /// The files of a home and of a folder of reports, by names that two undisturbed runs have alike. Stored content and
    /// remembered results are named by hashes, and are left out unless they are incomplete.
    /// </summary>
    public static IEnumerable<string> Files(string home, string reports, string temporary)
    {
        foreach (var (root, name) in new[] { (home, "home"), (reports, "reports"), (temporary, "temporary") })
        {
            if (!Directory.Exists(root))
                continue;
            foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            {
                var path = Path.GetRelativePath(root, file);
                if (!IsNamedByHash(name, path) && !IsOfTheRuntime(Path.GetFileName(path)))
                    yield return $"{name}/{path}";
            }
        }
    }

    private static bool IsNamedByHash(string root, string path) => root == "home"
        && (path.StartsWith("memory", StringComparison.Ordinal) || path.StartsWith("artifacts", StringComparison.Ordinal))
        && Path.GetExtension(path).Length == 0;

    /// <summary>The sockets of .NET's own diagnostics, which a killed process leaves.</summary>
    private static bool IsOfTheRuntime(string name) =>
        name.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal) || name.StartsWith("clr-debug-pipe-", StringComparison.Ordinal);

    /// <summary>Processes whose command line or working folder names the folder. On Linux alone.</summary>
    private static IEnumerable<(int Id, string Command)> Find(string folder)
    {
        if (!OperatingSystem.IsLinux())
            yield break;
        foreach (var path in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(path), out var id) || id == Environment.ProcessId)
                continue;
            var command = Command(path);
            if (command.Contains(folder, StringComparison.Ordinal))
                yield return (id, command);
        }
    }

    private static string Command(string path)
    {
        try
        {
            var folder = new FileInfo(Path.Combine(path, "cwd")).LinkTarget;
            return $"{File.ReadAllText(Path.Combine(path, "cmdline")).Replace('\0', ' ')} (in {folder})";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It has ended since.
        }
    }
}
