namespace Yttl.Whisper.Http;

/// <summary>The folder of one request, accessible to this user only; disposing deletes it.</summary>
internal sealed class SpoolFolder : IDisposable
{
    private const string Prefix = "yttl-whisper-";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>
    /// Age above which a folder is abandoned: no transcription takes this long. Several servers may share a parent
    /// folder.
    /// </summary>
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

    /// <summary>Deletes folders that killed servers left behind.</summary>
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
                // Belongs to another user, or was deleted meanwhile.
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
