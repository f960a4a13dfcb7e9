namespace Yttl.Core.Processes;

/// <summary>
/// Lets one at a time do something, in this process and in others: flock on Unix, sharing modes on Windows. The system
/// gives a lock back when its owner dies, however it dies. Its file stays: who deleted it would let two hold it, one of
/// them under no name.
/// </summary>
public static class FileLock
{
    internal static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static readonly int[] Taken = OperatingSystem.IsWindows() ? [32, 33] : [11, 35];

    /// <param name="path">Its folder is made where it is missing.</param>
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

    /// <summary>Waits for as long as another has it, to be the only one.</summary>
    /// <returns>Gives it back.</returns>
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
