using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Reports;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Stores the records of runs, one file each: <c>HOME/runs/ID.json</c>. Replaces each record atomically.
/// </summary>
/// <param name="home">Home folder of runs and stored content; created where it is missing.</param>
public sealed class RunStore(string home, TimeProvider time)
{
    private const int LongestName = 100;

    private readonly string _folder = Path.Combine(home, "runs");

    /// <exception cref="YttlException"><c>run.write</c>: the disk is full or the folder cannot be written.</exception>
    /// <param name="request">Null for a run that is part of another.</param>
    public async Task<RunRecord> StartAsync(
        RunId id, string source, RunRequest? request, CancellationToken cancellationToken)
    {
        var (before, _) = await ReadAsync(PathOf(id), cancellationToken);
        var record = new RunRecord(id, source, RunStatus.Running, time.GetUtcNow(), Ended: null, before?.Result)
        {
            Request = request ?? before?.Request,
        };
        return await WriteAsync(record, cancellationToken);
    }

    /// <summary>
    /// Stores the result of a run, even where its start was not recorded, such as a video of a playlist.
    /// </summary>
    /// <exception cref="YttlException"><c>run.write</c>: the disk is full or the folder cannot be written.</exception>
    public async Task<RunRecord> EndAsync(VideoResult result, CancellationToken cancellationToken)
    {
        var (before, _) = await ReadAsync(PathOf(result.RunId), cancellationToken);
        var now = time.GetUtcNow();
        var record = new RunRecord(result.RunId, result.Source, result.Status, before?.Started ?? now, now, result)
        {
            Request = before?.Request,
        };
        return await WriteAsync(record, cancellationToken);
    }

    /// <summary>Records that the user stopped a run. Do not cancel it with the run's own token.</summary>
    /// <returns>Null where the run is unknown.</returns>
    /// <exception cref="YttlException"><c>run.write</c>: the disk is full or the folder cannot be written.</exception>
    public async Task<RunRecord?> TerminateAsync(RunId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } run
            ? await WriteAsync(run with { State = RunStatus.Terminated, Ended = time.GetUtcNow() }, cancellationToken)
            : null;

    /// <returns>Null where the run is unknown or its record cannot be read.</returns>
    public async Task<RunRecord?> FindAsync(RunId id, CancellationToken cancellationToken) =>
        (await ReadAsync(PathOf(id), cancellationToken)).Record;

    /// <param name="leftOut">Receives one line for each record that cannot be read.</param>
    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<RunRecord>> ListAsync(Action<string> leftOut, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(_folder))
            return [];
        var runs = new List<RunRecord>();
        foreach (var path in Directory.EnumerateFiles(_folder, "*.json").Order(StringComparer.Ordinal))
        {
            var (record, problem) = await ReadAsync(path, cancellationToken);
            if (record is not null)
                runs.Add(record);
            else if (problem is not null)
                leftOut(problem);
        }

        return [.. runs.OrderByDescending(run => run.Started)];
    }

    /// <summary>
    /// Deletes the records of a run and of its child runs. Cached results and stored content stay until space is
    /// needed, since other runs may share them.
    /// </summary>
    /// <returns>True where the run existed.</returns>
    /// <exception cref="YttlException"><c>run.locked</c>, <c>run.write</c>.</exception>
    public bool Delete(RunId id)
    {
        using var alone = TryLock(id) ?? throw new YttlException(
            FailureCategory.Processing, "run.locked", $"Run {id} is still active: stop it first.");
        try
        {
            if (!Directory.Exists(_folder))
                return false;
            var below = Path.GetFileNameWithoutExtension(PathOf(id.Child(0)))[..^1];
            string[] records = [.. Directory.EnumerateFiles(_folder, "*.json").Where(IsOfThisRun)];
            foreach (var record in records)
            {
                File.Delete(record);
                File.Delete(Path.ChangeExtension(record, FileRunJournal.Extension));
            }

            return records.Length > 0;

            bool IsOfThisRun(string path) =>
                path == PathOf(id) || Path.GetFileName(path).StartsWith(below, StringComparison.Ordinal);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new YttlException(
                FailureCategory.Processing, "run.write", $"Run {id} cannot be deleted: {problem.Message}", inner: problem);
        }
    }

    /// <summary>Returns whether a process runs this run now.</summary>
    public bool IsGoingOn(RunId id)
    {
        if (!File.Exists(LockPathOf(id)))
            return false;
        using var free = TryLock(id);
        return free is null;
    }

    /// <returns>Null while another process holds it.</returns>
    internal IDisposable? TryLock(RunId id)
    {
        try
        {
            return FileLock.TryTake(LockPathOf(id), shared: false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw HomeFailure.From("run.write", $"Run {id} could not be locked in '{_folder}'", problem);
        }
    }

    private async Task<RunRecord> WriteAsync(RunRecord record, CancellationToken cancellationToken)
    {
        try
        {
            await StagedFile.WriteAsync(
                _folder,
                (file, token) => JsonSerializer.SerializeAsync(file, record, LocalJson.Default.RunRecord, token),
                () => PathOf(record.Id),
                cancellationToken);
            return record;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw HomeFailure.From("run.write", $"The record of run {record.Id} could not be written to '{_folder}'", problem);
        }
    }

    /// <summary>Reads a record; both values are null where the file does not exist or was just deleted.</summary>
    private static async Task<(RunRecord? Record, string? Problem)> ReadAsync(
        string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            var record = await JsonSerializer.DeserializeAsync(file, LocalJson.Default.RunRecord, cancellationToken);
            return (record, record is null ? $"The run record '{path}' is empty." : null);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, null);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return (null, $"The run record '{path}' cannot be read: {problem.Message}");
        }
    }

    private string LockPathOf(RunId id) => Path.Combine(_folder, $"{FileName(id)}.lock");

    private string PathOf(RunId id) => Path.Combine(_folder, $"{FileName(id)}.json");

    /// <summary>
    /// Returns the id itself where it is short and a safe file name; distinct ids have distinct names.
    /// </summary>
    internal static string FileName(RunId id)
    {
        var safe = Uri.EscapeDataString(id.Value);
        if (safe.Length <= LongestName)
            return safe;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(id.Value));
        return $"{safe[..(LongestName / 2)]}-{Convert.ToHexStringLower(hash)}";
    }
}
