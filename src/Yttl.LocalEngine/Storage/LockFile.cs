namespace Yttl.LocalEngine.Storage;

/// <summary>Locks that die with their owner, however it dies: flock on Unix, sharing modes on Windows.</summary>
internal static class LockFile
{
    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static readonly int[] Taken = OperatingSystem.IsWindows() ? [32, 33] : [11, 35];

    /// <summary>Never deleted: who deletes a lock file lets two hold it, one of them under no name.</summary>
    /// <param name="shared">Many may hold it so; only one may hold it otherwise.</param>
    /// <returns>Null while another holds it; else what gives it back.</returns>
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
}
