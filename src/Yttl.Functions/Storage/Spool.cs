namespace Yttl.Functions.Storage;

/// <summary>A temporary file on the local disk, written and read once. Closing it deletes it.</summary>
internal static class Spool
{
    public static FileStream Open() => new(Path.GetTempFileName(), new FileStreamOptions
    {
        Mode = FileMode.Create,
        Access = FileAccess.ReadWrite,
        Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
    });
}
