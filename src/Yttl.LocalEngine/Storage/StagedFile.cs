namespace Yttl.LocalEngine.Storage;

/// <summary>Writes a file so that nobody ever sees a part of it, also not after a crash or a power cut.</summary>
internal static class StagedFile
{
    /// <summary>
    /// Writes beside, flushes to the disk, renames, and flushes the name. When anything fails, the destination is untouched and what
    /// was written is gone.
    /// </summary>
    /// <param name="folder">Created when missing. On the disk of the destination, for a rename to be atomic.</param>
    /// <param name="destination">Asked when all is written, as a name may rest on the content.</param>
    public static async Task WriteAsync(
        string folder,
        Func<Stream, CancellationToken, Task> write,
        Func<string> destination,
        CancellationToken cancellationToken)
    {
        Make(folder);
        var staged = Path.Combine(folder, $"{Path.GetRandomFileName()}.tmp");
        try
        {
            await using (var file = new FileStream(staged, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await write(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            var path = destination();
            var home = Path.GetDirectoryName(path)!;
            Make(home);
            File.Move(staged, path, overwrite: true);
            FolderFlush.Flush(home);
        }
        finally
        {
            File.Delete(staged);
        }
    }

    private static void Make(string folder)
    {
        if (Directory.Exists(folder))
            return;
        Directory.CreateDirectory(folder);
        FolderFlush.Flush(Path.GetDirectoryName(folder)!);
    }
}
