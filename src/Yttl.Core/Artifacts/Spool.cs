namespace Yttl.Core.Artifacts;

/// <summary>
/// A temporary file on the local disk, written and read once. Closing it deletes it. On Unix it has no name from the
/// start, so that a process that is killed leaves none.
/// </summary>
public static class Spool
{
    /// <exception cref="IOException">The folder of temporary files cannot be written.</exception>
    public static Stream Open()
    {
        var path = Path.GetTempFileName();
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | (OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None),
        });
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }
}
