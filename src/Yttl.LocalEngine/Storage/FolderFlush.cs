using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Flushes a folder's file names to the disk, so that they survive a power failure; fsync on a file does not flush
/// them.
/// </summary>
internal static partial class FolderFlush
{
    private const int ReadOnly = 0;

    /// <summary>Does nothing on Windows, where NTFS journals file names.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void Flush(string folder)
    {
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
