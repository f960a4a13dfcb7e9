using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Reports.Writing;

/// <summary>
/// Writes files so that each appears whole or not at all: first to hidden files beside them, which are renamed when all
/// of them are written and flushed.
/// </summary>
public sealed class OutputFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <returns>The full paths, in the order given. A file of the same name is replaced.</returns>
    /// <exception cref="IOException">None of the files is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">None of the files is left behind.</exception>
    public async Task<IReadOnlyList<string>> WriteAsync(
        IReadOnlyList<(string Name, Func<Stream, Task> Write)> files, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path);
        var pending = new List<(string Beside, string Final)>();
        try
        {
            foreach (var (name, write) in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                pending.Add((System.IO.Path.Combine(Path, $".{name}.{Guid.NewGuid():N}"), System.IO.Path.Combine(Path, name)));
                await WriteAsync(pending[^1].Beside, write);
            }
            foreach (var (beside, final) in pending)
                File.Move(beside, final, overwrite: true);
            return [.. pending.Select(file => file.Final)];
        }
        finally
        {
            // A renamed file is no longer here, and deleting an absent file does nothing.
            foreach (var (beside, _) in pending)
                File.Delete(beside);
        }
    }

    /// <summary>Why files could not be written, in one line with what to do next.</summary>
    public static Failure FailureOf(Exception exception, string folder)
    {
        var shown = PlainText.OneLine(folder);
        return DiskFull.IsCauseOf(exception)
            ? new(FailureCategory.Processing, "output.disk-full",
                $"the disk is full, so the report could not be written to '{shown}': make room, or choose another folder with "
                + $"{SettingName.For("out")}, and run the same command again")
            : new(FailureCategory.Input, "output.unwritable",
                $"the report could not be written to '{shown}': {ReasonOf(exception, folder)}; "
                + $"choose another folder with {SettingName.For("out")}");
    }

    /// <summary>A system that makes no folder there says of the folder that it is not found.</summary>
    private static string ReasonOf(Exception exception, string folder) =>
        exception is FileNotFoundException or DirectoryNotFoundException && !Directory.Exists(folder)
            ? "no folder can be made there"
            : FileReason.Format(exception);

    private static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024);
        await write(stream);
        stream.Flush(flushToDisk: true);
    }
}
