
namespace Yttl.Core.Processes;

/// <summary>
/// Finds a program as a shell does. <see cref="System.Diagnostics.Process"/> searches this program's folder and the
/// current folder before PATH, so it would run a file named <c>ffmpeg</c> in a folder of downloads.
/// </summary>
public static class ToolPath
{
    /// <summary>Looks up a name on PATH; a value with a folder is used as it is.</summary>
    /// <returns>Null where the program does not exist.</returns>
    public static string? Find(string tool)
    {
        if (tool.Contains(Path.DirectorySeparatorChar) || tool.Contains(Path.AltDirectorySeparatorChar))
            return Names(Path.GetFullPath(tool)).FirstOrDefault(File.Exists);

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders
            .Where(Path.IsPathFullyQualified)
            .SelectMany(folder => Names(Path.Combine(folder, tool)))
            .FirstOrDefault(IsProgram);
    }

    /// <summary>Like <see cref="Find"/>, for a required program.</summary>
    /// <exception cref="Failures.YttlException"><c>tool.missing</c>, with the way to install it.</exception>
    public static string Demand(string tool) => Find(tool) ?? throw ToolFailures.Missing(tool);

    private static IEnumerable<string> Names(string path) =>
        OperatingSystem.IsWindows() && !Path.HasExtension(path) ? [path + ".exe", path] : [path];

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyExecute) != 0);

    private const UnixFileMode AnyExecute =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
}
