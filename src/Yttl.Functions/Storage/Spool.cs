namespace Yttl.Functions.Storage;

/// <summary>A file of the local disk for what is written here and read once: it is gone when it is closed.</summary>
internal static class Spool
{
    public static FileStream Open() => new(Path.GetTempFileName(), new FileStreamOptions
    {
        Mode = FileMode.Create,
        Access = FileAccess.ReadWrite,
        Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
    });
}
