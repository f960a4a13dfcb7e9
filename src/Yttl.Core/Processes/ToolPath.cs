namespace Yttl.Core.Processes;

/// <summary>
/// Finds a program as a shell would. <see cref="System.Diagnostics.Process"/> looks beside this program and in the
/// current folder before PATH, so a file named <c>ffmpeg</c> in a folder of downloads would be run.
/// </summary>
public static class ToolPath
{
    /// <summary>A name is looked up on PATH; anything with a folder in it is taken as it is.</summary>
    /// <returns>Null when there is no such program.</returns>
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

    /// <summary>The same of a program that nothing goes on without.</summary>
    /// <exception cref="Failures.YttlException"><c>tool.missing</c>, with how to get it.</exception>
    public static string Demand(string tool) => Find(tool) ?? throw ToolFailures.Missing(tool);

    private static IEnumerable<string> Names(string path) =>
        OperatingSystem.IsWindows() && !Path.HasExtension(path) ? [path + ".exe", path] : [path];

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyExecute) != 0);

    private const UnixFileMode AnyExecute =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
}
