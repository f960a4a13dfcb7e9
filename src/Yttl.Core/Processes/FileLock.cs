using System.Runtime.InteropServices;

namespace Yttl.Core.Processes;

/// <summary>
/// A lock that is exclusive across threads and processes: flock on Unix, sharing modes on Windows. The system releases
/// it when its owner dies for any reason. A lock file is not deleted, because then two owners could hold the lock, one of
/// them on a file without a name; only <see cref="TakeTemporaryAsync"/> has a rule for it.
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
    public static Task<IDisposable> TakeAsync(string path, TimeProvider time, CancellationToken cancellationToken) =>
        TakeAsync(path, shared: false, time, cancellationToken);

    /// <summary>Waits for the lock, which several owners may share where <paramref name="shared"/> is true.</summary>
    /// <returns>Disposal releases the lock.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static async Task<IDisposable> TakeAsync(
        string path, bool shared, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(path, shared) is { } mine)
                return mine;
            await Task.Delay(Poll, time, cancellationToken);
        }
    }

    /// <summary>
    /// Waits for the exclusive lock of a file that is deleted when the lock is released: for names of which there are
    /// ever more. Such a file is opened and deleted under the folder's own lock, <c>.lock</c>, so that a file which
    /// another taker has open is not deleted. A program that <see cref="ToolCall.Holds"/> it has the lock too.
    /// </summary>
    /// <returns>Disposal releases the lock.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static async Task<TemporaryLock> TakeTemporaryAsync(
        string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Path.GetDirectoryName(path)!, ".lock");
        while (true)
        {
            using (await TakeAsync(folder, time, cancellationToken))
                if (TryTake(path, shared: false) is { } mine)
                    return new TemporaryLock((FileStream)mine, path, folder, time);
            await Task.Delay(Poll, time, cancellationToken);
        }
    }
}

/// <summary>A lock whose disposal deletes its file.</summary>
public sealed class TemporaryLock : IAsyncDisposable
{
    private readonly FileStream _mine;
    private readonly string _path;
    private readonly string _folder;
    private readonly TimeProvider _time;

    internal TemporaryLock(FileStream mine, string path, string folder, TimeProvider time)
    {
        _mine = mine;
        _path = path;
        _folder = folder;
        _time = time;
    }

    internal SafeHandle Handle => _mine.SafeFileHandle;

    public async ValueTask DisposeAsync()
    {
        await using (_mine)
        using (await FileLock.TakeAsync(_folder, _time, CancellationToken.None))
        {
            // Windows deletes no open file.
            await _mine.DisposeAsync();
            File.Delete(_path);
        }
    }
}
