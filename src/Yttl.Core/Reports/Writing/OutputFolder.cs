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
    private const string Unlocked = ".new";

    /// <summary>A file is locked at once when it is made; one that was not for so long never will be.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(1);

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
        var pending = new List<(FileStream File, string Beside, string Final)>();
        try
        {
            foreach (var (name, write) in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var beside = System.IO.Path.Combine(Path, $".{name}.{Guid.NewGuid():N}");
                var file = Create(beside);
                pending.Add((file, beside, System.IO.Path.Combine(Path, name)));
                File.Move(file.Name, beside);
                await write(file);
                file.Flush(flushToDisk: true);
                FileModes.Share(beside);
            }

            foreach (var (_, beside, final) in pending)
                File.Move(beside, final, overwrite: true);
            return [.. pending.Select(file => file.Final)];
        }
        finally
        {
            foreach (var (file, beside, _) in pending)
            {
                await file.DisposeAsync();
                // A renamed file is no longer here, and deleting an absent file does nothing.
                File.Delete(file.Name);
                File.Delete(beside);
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

    /// <summary>
    /// It stays open until it is renamed, and so tells that its process lives. On Unix a file is made first and locked then:
    /// in between it has a name of its own, so that the sweep of another run does not take it for left over.
    /// </summary>
    private static FileStream Create(string path) => new(
        path + Unlocked, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, bufferSize: 64 * 1024);

    /// <summary>
    /// Deletes the hidden files of processes that were killed while they wrote a report. Does nothing where there is no such
    /// folder, or it cannot be read: who writes to it learns why.
    /// </summary>
    public void Sweep()
    {
        var skipped = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System };
        foreach (var file in Directory.Exists(Path) ? Directory.EnumerateFiles(Path, ".*", skipped) : [])
        {
            if (!Hidden().IsMatch(System.IO.Path.GetFileName(file)) || MayBeNew(file))
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

    private static bool MayBeNew(string file) => file.EndsWith(Unlocked, StringComparison.Ordinal)
        && TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(file) < Abandoned;

    /// <summary>As <see cref="WriteAsync"/> and <see cref="Create"/> name them.</summary>
    [GeneratedRegex(@"^\..+\.(html|md|json|srt|vtt|txt)\.[0-9a-f]{32}(\.new)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();
}
