namespace Yttl.Whisper.Http;

/// <summary>One request's own folder, gone with it.</summary>
internal sealed class SpoolFolder : IDisposable
{
    private readonly DirectoryInfo _folder;

    public SpoolFolder(string parent) =>
        _folder = Directory.CreateDirectory(Path.Combine(parent, "yttl-whisper-" + Path.GetRandomFileName()));

    public string Upload => Path.Combine(_folder.FullName, "upload");

    public void Dispose() => _folder.Delete(recursive: true);
}
