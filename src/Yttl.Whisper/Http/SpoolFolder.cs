namespace Yttl.Whisper.Http;

/// <summary>One request's own folder, for the eyes of this user only, and gone with the request.</summary>
internal sealed class SpoolFolder : IDisposable
{
    private const string Prefix = "yttl-whisper-";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>No recording is at work for as long; several servers may share one place.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly DirectoryInfo _folder;

    public SpoolFolder(string parent)
    {
        var path = Path.Combine(parent, Prefix + Path.GetRandomFileName());
        _folder = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, OwnerOnly);
    }

    public string Upload => Path.Combine(_folder.FullName, "upload");

    /// <summary>Deletes what servers that were killed have left behind.</summary>
    public static void Sweep(string parent, DateTimeOffset now)
    {
        foreach (var folder in new DirectoryInfo(parent).EnumerateDirectories(Prefix + "*"))
        {
            try
            {
                if (now - folder.LastWriteTimeUtc > Longest)
                    folder.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another user's, or gone by now.
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
