using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Stores the records of runs, one file each: <c>HOME/runs/ID.json</c>. Replaces each record atomically. A record that was
/// changed by anything else is renamed to <c>ID.json.damaged</c> and not used.
/// </summary>
/// <param name="home">Home folder of runs and stored content; created where it is missing.</param>
/// <param name="damaged">Receives one line for each record that is asked for and cannot be read.</param>
public sealed class RunStore(string home, TimeProvider time, Action<string>? damaged = null)
{
    private const int LongestName = 100;

    /// <summary>What separates a run from the one above it, in the name of a file.</summary>
    private static readonly string Below = Uri.EscapeDataString(new RunId("").PrefixBelow);

    private static readonly Comparer<(DateTimeOffset Started, string File)> NewestThenByName =
        Comparer<(DateTimeOffset Started, string File)>.Create((left, right) => left.Started != right.Started
            ? right.Started.CompareTo(left.Started)
            : string.CompareOrdinal(left.File, right.File));

    private readonly string _folder = Path.Combine(home, "runs");

    /// <summary>Records that a run begins. The result of an earlier execution stays until there is a new one.</summary>
    /// <exception cref="YttlException"><c>run.write</c>: the disk is full or the folder cannot be written.</exception>
    /// <param name="request">Null for a run that is part of another.</param>
    public async Task<RunRecord> StartAsync(
        RunId id, string source, RunRequest? request, CancellationToken cancellationToken)
    {
        var before = Find(id);
        var now = time.GetUtcNow();
        var record = before is { Result: { } earlier } && earlier.Status.HasReport()
            ? before with { State = RunStatus.Running, Attempt = new RunAttempt(now, RunStatus.Running, null, request) }
            : new RunRecord(id, source, RunStatus.Running, now, Ended: null, before?.Result)
            {
                Request = request ?? before?.Request,
            };
        return await WriteAsync(record, cancellationToken);
    }

    /// <summary>
    /// Stores the result of a run, even where its start was not recorded, such as a video of a playlist. A result without
    /// a report does not replace one with a report: it becomes the run's <see cref="RunRecord.Attempt"/>.
    /// </summary>
    /// <exception cref="YttlException"><c>run.write</c>: the disk is full or the folder cannot be written.</exception>
    public async Task<RunRecord> EndAsync(VideoResult result, CancellationToken cancellationToken)
    {
        var before = Find(result.RunId);
        var now = time.GetUtcNow();
        var attempt = before?.Attempt is { State: RunStatus.Running } begun ? begun : null;
        var record = before is { Result: { } earlier } && earlier.Status.HasReport() && !result.Status.HasReport()
            ? Kept(before, earlier, new RunAttempt(attempt?.Started ?? now, result.Status, result.Failure, attempt?.Request))
            : new RunRecord(
                result.RunId, result.Source, result.Status, attempt?.Started ?? before?.Started ?? now, now, result)
            {
                Request = attempt?.Request ?? before?.Request,
            };
        var written = await WriteAsync(record, cancellationToken);
        if (result.Status.HasReport())
            File.Delete(Path.ChangeExtension(PathOf(result.RunId), FileRunJournal.KeptExtension));
        return written;
    }

    /// <summary>
    /// Stores the results of a list's entries that have no run and no record of their own: in one file, which
    /// <see cref="ListBelow"/> and <see cref="FindEntry"/> read.
    /// </summary>
    /// <exception cref="YttlException"><c>run.write</c>: the disk is full or the folder cannot be written.</exception>
    public async Task WriteEntriesAsync(
        RunId list, IReadOnlyList<VideoResult> entries, CancellationToken cancellationToken)
    {
        try
        {
            await ListEntries.WriteAsync(EntriesPathOf(list), entries, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw HomeFailure.From("run.write", $"the entries of run {list} could not be written to '{_folder}'", problem);
        }
    }

    /// <summary>Records that the user stopped a run. Do not cancel it with the run's own token.</summary>
    /// <returns>Null where the run is unknown.</returns>
    /// <exception cref="YttlException"><c>run.write</c>: the disk is full or the folder cannot be written.</exception>
    public async Task<RunRecord?> TerminateAsync(RunId id, CancellationToken cancellationToken)
    {
        if (Find(id) is not { } run)
            return null;
        return await WriteAsync(
            run is { Attempt: { } attempt, Result: { } earlier }
                ? Kept(run, earlier, attempt with { State = RunStatus.Terminated })
                : run with { State = RunStatus.Terminated, Ended = time.GetUtcNow() },
            cancellationToken);
    }

    private static RunRecord Kept(RunRecord run, VideoResult earlier, RunAttempt attempt) =>
        run with { State = earlier.Status, Attempt = attempt };

    /// <returns>Null where the run is unknown or its record cannot be read.</returns>
    public RunRecord? Find(RunId id)
    {
        var (record, problem) = RunFile.Read(PathOf(id), setAside: true);
        if (problem is not null)
            damaged?.Invoke(problem);
        return record;
    }

    /// <summary>Finds an entry of a list that has no run of its own; null where there is none.</summary>
    public RunRecord? FindEntry(RunId id) =>
        id.IsRoot ? null : ListBelow(id.Root, _ => { }).FirstOrDefault(entry => entry.Id == id);

    /// <summary>Returns whether a run has a record, readable or not.</summary>
    public bool Exists(RunId id) => File.Exists(PathOf(id));

    /// <summary>Finds the runs whose ids begin with a text; not those that are part of another run.</summary>
    public IReadOnlyList<RunId> FindIds(string beginning) => !Directory.Exists(_folder) ? [] :
    [
        .. Directory.EnumerateFiles(_folder, "*.json")
            .Select(path => new RunId(Uri.UnescapeDataString(Path.GetFileNameWithoutExtension(path))))
            .Where(id => id.IsRoot && id.Value.StartsWith(beginning, StringComparison.Ordinal))
            .OrderBy(id => id.Value, StringComparer.Ordinal),
    ];

    /// <summary>Reads the records of the runs below a run, such as the videos of a playlist, and no others.</summary>
    /// <param name="leftOut">Receives one line for each record that cannot be read.</param>
    /// <returns>In the order of their numbers.</returns>
    public IReadOnlyList<RunRecord> ListBelow(RunId id, Action<string> leftOut)
    {
        var runs = new List<RunRecord>();
        foreach (var path in PathsBelow(id))
        {
            var (record, problem) = RunFile.Read(path, setAside: true);
            if (record is not null)
                runs.Add(record);
            else if (problem is not null)
                leftOut(problem);
        }

        var (entries, unreadable) = ListEntries.Read(EntriesPathOf(id));
        if (unreadable is not null)
            leftOut(unreadable);
        var known = runs.Select(run => run.Id).ToHashSet();
        if (entries is not [] && Find(id) is { } list)
            runs.AddRange(entries.Where(entry => !known.Contains(entry.RunId)).Select(entry => Record(entry, list)));
        return [.. runs.OrderBy(run => run.Id.Value.Length).ThenBy(run => run.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Enumerates the runs, newest first, and reads no more records than it must: the first ones of twenty thousand come
    /// about as soon as those of ten. A run whose record's file is older than its start, as after the clock was set back,
    /// may come too late.
    /// </summary>
    /// <param name="leftOut">Receives one line for each record that cannot be read.</param>
    public IEnumerable<RunRecord> NewestFirst(Action<string> leftOut) => NewestFirst(Files(), leftOut);

    /// <summary>As <see cref="NewestFirst(Action{string})"/>, without the runs below others.</summary>
    public IEnumerable<RunRecord> NewestRootsFirst(Action<string> leftOut) =>
        NewestFirst(Files().Where(file => !file.Name.Contains(Below, StringComparison.Ordinal)), leftOut)
            .Where(run => run.Id.IsRoot);

    internal bool IsEmpty => !Directory.Exists(_folder) || !Directory.EnumerateFiles(_folder, "*.json").Any();

    internal IReadOnlyList<RunFile> Files() => RunFile.In(_folder);

    private static IEnumerable<RunRecord> NewestFirst(IEnumerable<RunFile> files, Action<string> leftOut)
    {
        var read = new PriorityQueue<RunRecord, (DateTimeOffset Started, string File)>(NewestThenByName);
        foreach (var file in files.OrderByDescending(file => file.Modified))
        {
            // A record is written after its run has started: no remaining file has a run that is newer than the file.
            while (read.TryPeek(out var newest, out _) && newest.Started > file.Modified)
                yield return read.Dequeue();
            var (record, problem) = RunFile.Read(file.Path, setAside: true);
            if (record is not null)
                read.Enqueue(record, (record.Started, file.Name));
            else if (problem is not null)
                leftOut(problem);
        }

        while (read.TryDequeue(out var newest, out _))
            yield return newest;
    }

    /// <summary>
    /// Deletes the records of a run and of its child runs. Cached results and stored content stay until space is
    /// needed, since other runs may share them.
    /// </summary>
    /// <returns>True where the run existed.</returns>
    /// <exception cref="YttlException"><c>run.locked</c>, <c>run.write</c>.</exception>
    public bool Delete(RunId id)
    {
        bool existed;
        using (TryLock(id) ?? throw new YttlException(
            FailureCategory.Processing, "run.locked", $"run {id} is still active: stop it first"))
            existed = Forget(id);
        try
        {
            RunLockFile.Remove(LockPathOf(id));
            return existed;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw HomeFailure.From("run.write", $"the lock of run {id} could not be deleted from '{_folder}'", problem);
        }
    }

    /// <summary>As <see cref="Delete"/>, for a caller that holds the lock of the run.</summary>
    /// <exception cref="YttlException"><c>run.write</c></exception>
    internal bool Forget(RunId id)
    {
        try
        {
            var isKnown = Exists(id) || File.Exists(PathOf(id) + RunFile.DamagedExtension);
            string[] records = [.. PathsBelow(id), .. isKnown ? [PathOf(id)] : Array.Empty<string>()];
            foreach (var record in records)
            {
                var journal = Path.ChangeExtension(record, FileRunJournal.Extension);
                var kept = Path.ChangeExtension(record, FileRunJournal.KeptExtension);
                var entries = Path.ChangeExtension(record, ListEntries.Extension);
                foreach (var file in (string[])[record, journal, kept, entries])
                {
                    File.Delete(file);
                    File.Delete(file + RunFile.DamagedExtension);
                }
            }

            return records.Length > 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new YttlException(
                FailureCategory.Processing, "run.write", $"run {id} cannot be deleted: {FileReason.Format(problem)}", inner: problem);
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
            return RunLockFile.TryTake(LockPathOf(id));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw HomeFailure.From("run.write", $"run {id} could not be locked in '{_folder}'", problem);
        }
    }

    private async Task<RunRecord> WriteAsync(RunRecord record, CancellationToken cancellationToken)
    {
        try
        {
            var json = CheckedJson.Write(JsonSerializer.SerializeToUtf8Bytes(record, LocalJson.Default.RunRecord));
            await StagedFile.WriteAsync(
                _folder, (file, token) => file.WriteAsync(json, token).AsTask(), () => PathOf(record.Id), cancellationToken);
            return record;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw HomeFailure.From("run.write", $"the record of run {record.Id} could not be written to '{_folder}'", problem);
        }
    }

    private IEnumerable<string> PathsBelow(RunId id)
    {
        if (!Directory.Exists(_folder))
            return [];
        var beginning = Path.GetFileNameWithoutExtension(PathOf(id.Child(0)))[..^1];
        return Directory.EnumerateFiles(_folder, "*.json")
            .Where(path => Path.GetFileName(path).StartsWith(beginning, StringComparison.Ordinal));
    }

    private static RunRecord Record(VideoResult entry, RunRecord list) =>
        new(entry.RunId, entry.Source, entry.Status, list.Started, list.Ended, entry);

    private string EntriesPathOf(RunId id) => Path.Combine(_folder, $"{FileName(id)}{ListEntries.Extension}");

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
