using Microsoft.Extensions.Logging;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.LocalEngine.Logging;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Keeps the store within its size limit. Every run holds a shared lock on the store; it is tidied only while no run
/// does, so that no content of a run is deleted.
/// </summary>
/// <param name="limit">Maximum size in bytes of cached results, their content and decoded audio together.</param>
internal sealed class StoredContent(string home, long limit, TimeProvider time, ILogger logger)
{
    /// <summary>Share of the limit that is left after tidying, so that several runs fit before the next one.</summary>
    private const double FillAfterTidying = 0.9;

    private static readonly string[] Folders = ["memory", "artifacts", "audio", "inputs", "runs"];

    /// <summary>Folders whose content a run cannot make again: they do not count.</summary>
    private static readonly string[] Uncounted = ["inputs", "runs"];

    /// <summary>All that is in a home folder; the names of its files go on behind a dot.</summary>
    private static readonly string[] Names =
        ["artifacts", "audio", "inputs", "memory", "models", "runs", "scratch", "search", "store", "windows"];

    /// <summary>Time for which an interrupted run's audio is kept; afterwards it is decoded again.</summary>
    private static readonly TimeSpan AudioLasts = TimeSpan.FromDays(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private string LockPath => Path.Combine(home, "store.lock");

    /// <summary>Takes the shared lock; waits while the store is tidied, which takes seconds at most.</summary>
    /// <exception cref="IOException">The home folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The home folder cannot be written.</exception>
    public async Task<IDisposable> HoldAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(home);
        if (Directory.EnumerateFileSystemEntries(home).All(IsOfThisHome))
            FileModes.Withdraw(home);
        while (true)
        {
            if (FileLock.TryTake(LockPath, shared: true) is { } held)
                return held;
            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>
    /// Deletes incomplete files of dead processes and, above the limit, the least recently used content. Does nothing
    /// while any run holds the store; files that cannot be deleted stay.
    /// </summary>
    public void Tidy()
    {
        try
        {
            if (!Directory.Exists(home) || FileLock.TryTake(LockPath, shared: false) is not { } alone)
                return;
            using (alone)
            {
                RemoveLeftovers();
                RemoveAudio();
                if (OldRuns.Remove(Path.Combine(home, "runs"), time.GetUtcNow()) is > 0 and var removed)
                    Log.RunsRemoved(logger, OldRuns.MostRecords, removed);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Log.NotTidied(logger, FileReason.FormatWithPath(problem));
        }
    }

    /// <summary>A folder that has anything else is not YTTL's alone, such as the user's own home.</summary>
    private static bool IsOfThisHome(string path) =>
        Path.GetFileName(path) is var name
        && Names.Any(own => name == own || name.StartsWith(own + ".", StringComparison.Ordinal));

    private void RemoveLeftovers()
    {
        var files = Folders
            .Select(folder => new DirectoryInfo(Path.Combine(home, folder)))
            .Where(folder => folder.Exists)
            .SelectMany(folder => folder.EnumerateFiles("*", SearchOption.AllDirectories))
            .ToList();
        foreach (var torn in new DirectoryInfo(home).EnumerateFiles().Concat(files).Where(IsTorn))
            torn.Delete();
        files.RemoveAll(file => IsTorn(file) || Uncounted.Any(folder => IsBelow(file, folder)));

        var total = files.Sum(file => file.Length);
        if (total <= limit)
            return;
        var (left, removed) = (total, 0);
        foreach (var file in files.OrderBy(file => file.LastWriteTimeUtc))
        {
            if (left <= limit * FillAfterTidying)
                break;
            // A deleted file has no length.
            left -= file.Length;
            file.Delete();
            removed++;
        }

        Log.Tidied(logger, total >> 20, removed);
    }

    /// <summary>Deletes the audio of runs that never completed.</summary>
    private void RemoveAudio()
    {
        var folder = new DirectoryInfo(Path.Combine(home, "audio"));
        if (!folder.Exists)
            return;
        var oldest = time.GetUtcNow().UtcDateTime - AudioLasts;
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < oldest))
            file.Delete();
    }

    private bool IsBelow(FileInfo file, string folder) =>
        file.FullName.StartsWith(Path.Combine(Path.GetFullPath(home), folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool IsTorn(FileInfo file) => file.Extension == ".tmp";
}
