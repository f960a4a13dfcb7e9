using Yttl.Core.Processes;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// The file that locks a run. It is deleted with its run: opened under a shared lock of its folder, deleted under
/// an exclusive one, so that no process locks a file which has no name any more.
/// </summary>
internal static class RunLockFile
{
    public const string Extension = ".lock";

    /// <summary>The folder's own lock, which is never deleted.</summary>
    private const string FolderName = ".lock";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <returns>Null while another owner holds it.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static IDisposable? TryTake(string path)
    {
        using var open = Folder(path, shared: true);
        return FileLock.TryTake(path, shared: false);
    }

    /// <summary>Deletes the file of a run that is over; one that another owner holds stays.</summary>
    /// <exception cref="IOException">The file cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be deleted.</exception>
    public static void Remove(string path)
    {
        using var alone = Folder(path, shared: false);
        if (!File.Exists(path) || FileLock.TryTake(path, shared: false) is not { } mine)
            return;
        // Windows deletes no open file.
        mine.Dispose();
        File.Delete(path);
    }

    /// <summary>Is held for the time of an open and a delete.</summary>
    private static IDisposable Folder(string path, bool shared)
    {
        while (true)
        {
            if (FileLock.TryTake(Path.Combine(Path.GetDirectoryName(path)!, FolderName), shared) is { } held)
                return held;
            Thread.Sleep(Pause);
        }
    }
}
