using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Yttl.LocalEngine.Storage;

/// <summary>Writes a file atomically: readers never see a part of it, even after a crash or a power failure.</summary>
internal static class StagedFile
{
    /// <summary>
    /// Writes a temporary file, flushes it to the disk, renames it, and flushes the name. On failure the destination is
    /// unchanged and the temporary file is deleted.
    /// </summary>
    /// <param name="folder">
    /// Folder of the temporary file; created where it is missing. Must be on the disk of the destination, so that the
    /// rename is atomic.
    /// </param>
    /// <param name="write">Gets a stream without a buffer of its own.</param>
    /// <param name="destination">
    /// Returns the destination; called after writing, since the name may depend on the content.
    /// </param>
    public static async Task WriteAsync(
        string folder,
        Func<FileStream, CancellationToken, Task> write,
        Func<string> destination,
        CancellationToken cancellationToken)
    {
        Make(folder);
        var staged = NameIn(folder);
        try
        {
            await using (var file = new FileStream(staged, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                await write(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            Rename(staged, destination());
        }
        catch
        {
            File.Delete(staged);
            throw;
        }
    }

    /// <summary>
    /// As <see cref="WriteAsync"/>, for content that is in memory: handing small files to another thread takes longer than
    /// writing them.
    /// </summary>
    public static void Write(string folder, ReadOnlySpan<byte> content, string destination)
    {
        Make(folder);
        var staged = NameIn(folder);
        try
        {
            using (var file = File.OpenHandle(staged, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                RandomAccess.Write(file, content, fileOffset: 0);
                RandomAccess.FlushToDisk(file);
            }

            Rename(staged, destination);
        }
        catch
        {
            File.Delete(staged);
            throw;
        }
    }

    private static string NameIn(string folder) => Path.Combine(folder, $"{Path.GetRandomFileName()}.tmp");

    private static void Rename(string staged, string path)
    {
        var home = Path.GetDirectoryName(path)!;
        Make(home);
        File.Move(staged, path, overwrite: true);
        Flush(home);
    }

    private static void Make(string folder)
    {
        if (Directory.Exists(folder))
            return;
        Directory.CreateDirectory(folder);
        Flush(Path.GetDirectoryName(folder)!);
    }

    /// <summary>
    /// Flushes a folder's file names to the disk, so that they survive a power failure; fsync on a file does not flush
    /// them. Does nothing on Windows, where NTFS journals file names.
    /// </summary>
    /// <exception cref="IOException">The disk failed.</exception>
    private static void Flush(string folder)
    {
        const int ReadOnly = 0;
        if (OperatingSystem.IsWindows())
            return;
        using var handle = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly), ownsHandle: true);
        // A folder that is writable but not readable cannot be opened; its names are then flushed when the system
        // chooses.
        if (!handle.IsInvalid)
            RandomAccess.FlushToDisk(handle);
    }

    // .NET cannot open folders.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Open(byte[] path, int flags);
}
