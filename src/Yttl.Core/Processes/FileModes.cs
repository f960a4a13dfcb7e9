using System.Runtime.InteropServices;

namespace Yttl.Core.Processes;

/// <summary>
/// Keeps what this process and its programs write to its user: transcripts, records of runs, addresses with tokens.
/// Windows keeps a user's folders by itself.
/// </summary>
public static class FileModes
{
    private const UnixFileMode Everyone = (UnixFileMode)0b110_110_110;

    private const UnixFileMode Others = (UnixFileMode)0b000_111_111;

    // What the user's umask withholds; null before KeepPrivate.
    private static UnixFileMode? _withheld;

    /// <summary>
    /// From now on, other users may not read what this process and its programs create. Called once, before a file is
    /// written: it sets the umask of the process.
    /// </summary>
    public static void KeepPrivate()
    {
        if (!OperatingSystem.IsWindows())
            _withheld ??= (UnixFileMode)SetMask((uint)Others);
    }

    /// <summary>The umask that this process was started with, in octal; that of most systems where it is not known.</summary>
    internal static string UserMask => Convert.ToString((int)(_withheld ?? (UnixFileMode)0b000_010_010), toBase: 8);

    /// <summary>Creates a file to write that only the user may read (mode 0600), before a byte is in it.</summary>
    /// <exception cref="IOException">It exists, or cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be created.</exception>
    public static FileStream CreatePrivate(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    /// <summary>Gives a file or a folder, which is for the user to keep, the mode that the user's umask gives it.</summary>
    /// <exception cref="IOException">The mode cannot be set.</exception>
    public static void Share(string path)
    {
        if (OperatingSystem.IsWindows() || _withheld is not { } withheld)
            return;
        var all = Directory.Exists(path) ? Everyone | (UnixFileMode)0b001_001_001 : Everyone;
        File.SetUnixFileMode(path, all & ~withheld);
    }

    /// <summary>Creates a folder, and those above it, with the mode that the user's umask gives them.</summary>
    /// <exception cref="IOException">It cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be created.</exception>
    public static void CreateShared(string folder)
    {
        var made = new List<string>();
        for (var next = folder; next is not null && !Directory.Exists(next); next = Path.GetDirectoryName(next))
            made.Add(next);
        Directory.CreateDirectory(folder);
        made.ForEach(Share);
    }

    /// <summary>
    /// Withdraws from other users what an earlier version let them read: the folder and everything in it. Does nothing
    /// for a folder that is closed to them already, or belongs to another user.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static void Withdraw(string folder)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(folder) & Others) == 0)
            return;
        try
        {
            foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", Below))
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) & ~Others);
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) & ~Others);
        }
        catch (UnauthorizedAccessException)
        {
            // Only its owner can withdraw it.
        }
    }

    /// <summary>Not through links, which may lead out of the folder.</summary>
    private static readonly EnumerationOptions Below =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);
}
