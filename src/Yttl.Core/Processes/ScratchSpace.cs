namespace Yttl.Core.Processes;

/// <summary>
/// The folder of the temporary files of one process, and the only place for them: <c>ROOT/NAME</c>, with the lock
/// <c>ROOT/NAME.lock</c> that the process holds as long as it runs. Disposing deletes it, and <see cref="Sweep"/> deletes
/// those of processes that have ended, however they did. Safe for concurrent use.
/// </summary>
/// <param name="root">Folder of all of them; created at the first use.</param>
public sealed class ScratchSpace(string root) : IDisposable
{
    private const string LockExtension = ".lock";

    private readonly Lock _gate = new();
    private IDisposable? _mine;
    private string? _folder;

    /// <summary>Makes one for a process that runs for long, and deletes what earlier ones left behind.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static ScratchSpace Sweeping(string root)
    {
        var made = new ScratchSpace(root);
        made.Sweep();
        return made;
    }

    /// <returns>The path of a file that does not exist yet.</returns>
    /// <inheritdoc cref="Open" path="/exception"/>
    public string NewPath(string extension) => Path.Combine(Open(), Path.GetRandomFileName() + extension);

    /// <returns>An empty folder; disposing deletes it.</returns>
    /// <inheritdoc cref="Open" path="/exception"/>
    public ScratchFolder NewFolder() => new(Directory.CreateDirectory(NewPath("")).FullName);

    /// <summary>Deletes what processes left behind that have ended. What cannot be deleted stays for the next time.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(root))
            return;
        foreach (var path in Directory.EnumerateFiles(root, "*" + LockExtension))
            try
            {
                using var free = FileLock.TryTake(path, shared: false);
                if (free is not null)
                    Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another process sweeps it too, or it belongs to another user.
            }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_folder is null)
                return;
            using (_mine)
                Delete(_folder + LockExtension);
            _folder = null;
        }
    }

    /// <exception cref="IOException">The folder cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be created.</exception>
    private string Open()
    {
        lock (_gate)
        {
            // A sweep may take the lock of a new name for a moment.
            while (_folder is null)
            {
                var folder = Path.Combine(root, Path.GetRandomFileName());
                if (FileLock.TryTake(folder + LockExtension, shared: false) is not { } mine)
                    continue;
                (_mine, _folder) = (mine, folder);
            }

            return Directory.CreateDirectory(_folder).FullName;
        }
    }

    /// <summary>Called by the holder of the lock. On Windows an open file is deleted when it is closed.</summary>
    private static void Delete(string lockPath)
    {
        var folder = lockPath[..^LockExtension.Length];
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        File.Delete(lockPath);
    }
}

/// <summary>An empty folder for one run of a program. Disposing deletes it.</summary>
public sealed class ScratchFolder : IDisposable
{
    internal ScratchFolder(string path) => Path = path;

    public string Path { get; }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A child that the program left behind still writes there. It goes with the folder of this process.
        }
    }
}
