using System.Text.RegularExpressions;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Text;

namespace Yttl.Core.Reports.Writing;

/// <summary>
/// Writes files so that each appears whole or not at all: first to hidden files beside them, which are renamed when all
/// of them are written and flushed. They get the mode that the user's umask gives them.
/// </summary>
public sealed partial class OutputFolder(string path)
{
    private const int MostAttempts = 10;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Writes the files, and deletes the hidden ones of processes that were killed while they wrote them.</summary>
    /// <returns>The full paths, in the order given. A file of the same name is replaced.</returns>
    /// <exception cref="IOException">None of the files is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">None of the files is left behind.</exception>
    public async Task<IReadOnlyList<string>> WriteAsync(
        IReadOnlyList<(string Name, Func<Stream, Task> Write)> files, CancellationToken cancellationToken)
    {
        FileModes.CreateShared(Path);
        Sweep();
        var pending = new List<(FileStream Beside, string Final)>();
        try
        {
            foreach (var (name, write) in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                pending.Add((Create(name), System.IO.Path.Combine(Path, name)));
                await write(pending[^1].Beside);
                pending[^1].Beside.Flush(flushToDisk: true);
                FileModes.Share(pending[^1].Beside.Name);
            }

            foreach (var (beside, final) in pending)
                File.Move(beside.Name, final, overwrite: true);
            return [.. pending.Select(file => file.Final)];
        }
        finally
        {
            foreach (var (beside, _) in pending)
            {
                await beside.DisposeAsync();
                // A renamed file is no longer here, and deleting an absent file does nothing.
                File.Delete(beside.Name);
            }
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

    /// <summary>It stays open until it is renamed, and so tells that its process lives.</summary>
    private FileStream Create(string name)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var file = new FileStream(
                    System.IO.Path.Combine(Path, $".{name}.{Guid.NewGuid():N}"),
                    FileMode.CreateNew, FileAccess.Write, FileShare.Delete, bufferSize: 64 * 1024);
                // On Unix a file is made first and locked then: in between, another run's sweep may have taken it for left over.
                if (File.Exists(file.Name) || attempt == MostAttempts)
                    return file;
                file.Dispose();
            }
            catch (IOException) when (attempt < MostAttempts && Directory.Exists(Path))
            {
                // The sweep of another run holds it.
            }
        }
    }

    /// <summary>
    /// Deletes the hidden files of processes that were killed while they wrote a report. Does nothing where there is no such
    /// folder, or it cannot be read: who writes to it learns why.
    /// </summary>
    public void Sweep()
    {
        var skipped = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System };
        foreach (var file in Directory.Exists(Path) ? Directory.EnumerateFiles(Path, ".*", skipped) : [])
        {
            if (!Hidden().IsMatch(System.IO.Path.GetFileName(file)))
                continue;
            try
            {
                using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                    File.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another process writes it now, or it belongs to another user.
            }
        }
    }

    /// <summary>As <see cref="Create"/> names them.</summary>
    [GeneratedRegex(@"^\..+\.(html|md|json|srt|vtt|txt)\.[0-9a-f]{32}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();
}
