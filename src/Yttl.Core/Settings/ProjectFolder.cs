using Microsoft.Win32.SafeHandles;
using Yttl.Core.Sources.Files;

namespace Yttl.Core.Settings;

/// <summary>
/// The folder of <c>./yttl.json</c>. The paths in that file stay inside it, links included: a
/// folder that comes from others may have a link to a private key, or to a folder that programs are started from.
/// </summary>
/// <param name="folder">A full path.</param>
public sealed class ProjectFolder(string folder)
{
    /// <summary>As many as Linux follows in one path (<c>man 7 path_resolution</c>).</summary>
    private const int MostLinks = 40;

    /// <summary>The folder that the program runs in.</summary>
    public static ProjectFolder Current => new(Directory.GetCurrentDirectory());

    /// <summary>Whether a relative path without <c>..</c> leads to a place inside the folder. It need not exist.</summary>
    public bool Holds(string path) => Resolve(path) is not null;

    /// <summary>Returns the path with every link of it resolved; null where it leads out of the folder.</summary>
    public string? Resolve(string path)
    {
        if (Path.IsPathRooted(path) || path.Split('/', '\\').Contains(".."))
            return null;
        try
        {
            var target = WithoutLinks(Path.GetFullPath(path, folder));
            return Contains(target) ? target : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A path that cannot be followed to its end is not known to stay inside.
            return null;
        }
    }

    /// <summary>
    /// Opens a regular file of the folder. Judges what was opened, not the path again: a link that changes in between does
    /// not lead elsewhere. Systems that do not name an open file have the path judged twice, before and after.
    /// </summary>
    /// <exception cref="IOException">It leads out of the folder, or cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be opened.</exception>
    public FileStream OpenRead(string path)
    {
        if (!Holds(path))
            throw Outside();
        var file = RegularFile.OpenRead(Path.GetFullPath(path, folder));
        if (HoldsOpened(file.SafeFileHandle, path))
            return file;
        file.Dispose();
        throw Outside();
    }

    internal bool HoldsOpened(SafeFileHandle file, string path) =>
        OperatingSystem.IsLinux() && new FileInfo($"/proc/self/fd/{file.DangerousGetHandle()}").LinkTarget is { } opened
            ? Contains(opened)
            : Holds(path);

    private bool Contains(string target) => WithoutLinks(folder) is var whole
        && (target == whole
            || target.StartsWith(
                Path.TrimEndingDirectorySeparator(whole) + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    /// <exception cref="IOException">The links go round in a circle.</exception>
    private static string WithoutLinks(string path)
    {
        var root = Path.GetPathRoot(path)!;
        var (resolved, links) = (root, 0);
        var parts = new Stack<string>(Parts(path[root.Length..]));
        while (parts.TryPop(out var part))
        {
            if (part == "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? resolved;
                continue;
            }

            var next = Path.Combine(resolved, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MostLinks)
                throw new IOException("its links go round in a circle");
            if (Path.IsPathRooted(target))
                (resolved, target) = (Path.GetPathRoot(target)!, target[Path.GetPathRoot(target)!.Length..]);
            foreach (var step in Parts(target))
                parts.Push(step);
        }

        return resolved;
    }

    /// <summary>The last part first, as a stack takes them.</summary>
    private static IEnumerable<string> Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part != ".").Reverse();

    private static IOException Outside() => new("it leads out of the folder of ./yttl.json");
}
