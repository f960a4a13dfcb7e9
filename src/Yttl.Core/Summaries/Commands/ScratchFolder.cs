namespace Yttl.Core.Summaries.Commands;

/// <summary>An empty folder for one run of a program, which no other user may read. Disposing deletes it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("yttl-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A child that the program left behind still writes there. The system empties its temporary folder.
        }
    }
}
