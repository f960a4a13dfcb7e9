namespace Yttl.Core.Processes;

/// <summary>
/// A lock that is exclusive across threads and processes: flock on Unix, sharing modes on Windows. The system releases
/// it when its owner dies for any reason. The lock file is never deleted: after a deletion two owners could hold the
/// lock, one of them on a file without a name.
/// </summary>
public static class FileLock
{
    internal static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static readonly int[] Taken = OperatingSystem.IsWindows() ? [32, 33] : [11, 35];

    /// <param name="path">Path of the lock file; its folder is created where it is missing.</param>
    /// <param name="shared">True for a lock that several owners may share; false for an exclusive one.</param>
    /// <returns>Null while another owner holds it; otherwise an object whose disposal releases the lock.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static IDisposable? TryTake(string path, bool shared)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.Read, shared ? FileShare.Read : FileShare.None);
        }
        catch (IOException taken) when (Taken.Contains(taken.HResult & 0xFFFF))
        {
            return null;
        }
    }

    /// <summary>Waits for the exclusive lock.</summary>
    /// <returns>Disposal releases the lock.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static async Task<IDisposable> TakeAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(path, shared: false) is { } mine)
                return mine;
            await Task.Delay(Poll, time, cancellationToken);
        }
    }
}
