using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Yttl.LocalEngine.Storage;

/// <summary>Makes the names in a folder survive the loss of power, as fsync on a file does not.</summary>
internal static partial class FolderFlush
{
    private const int ReadOnly = 0;

    /// <summary>Does nothing on Windows, where NTFS journals its names.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var handle = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly), ownsHandle: true);
        // A folder that may be written but not listed cannot be opened; its names are then as safe as the system likes.
        if (!handle.IsInvalid)
            RandomAccess.FlushToDisk(handle);
    }

    // .NET opens no folders.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Open(byte[] path, int flags);
}
