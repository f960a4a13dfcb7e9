namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Keeps the folder of runs within a number of records, and free of what belongs to no run. Call it only while no run
/// holds the store.
/// </summary>
internal static class OldRuns
{
    /// <summary>Of runs and of the videos below them: a listing of so many is still at once.</summary>
    public const int MostRecords = 20_000;

    /// <summary>Share of the limit that is left, so that several runs fit before the next time.</summary>
    private const double FillAfterTidying = 0.9;

    /// <summary>How long a file without a record stays: it may be of a run that is being written, or set aside.</summary>
    private static readonly TimeSpan StraysLast = TimeSpan.FromDays(30);

    /// <returns>How many records were deleted.</returns>
    /// <exception cref="IOException">A file cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">A file cannot be deleted.</exception>
    public static int Remove(string folder, DateTimeOffset now, int most = MostRecords)
    {
        if (!Directory.Exists(folder))
            return 0;
        var runs = new DirectoryInfo(folder).EnumerateFiles()
            .Where(file => !file.Name.StartsWith('.'))
            .GroupBy(file => RootOf(file.Name))
            .Select(files => (Files: files.ToList(), Records: files.Count(IsRecord), Used: files.Max(file => file.LastWriteTimeUtc)))
            .OrderByDescending(run => run.Used)
            .ToList();
        var (removed, kept) = (0, 0);
        var limit = runs.Sum(run => run.Records) > most ? (int)(most * FillAfterTidying) : most;
        foreach (var (files, records, used) in runs)
        {
            var isStray = records == 0 && (files.TrueForAll(IsLock) || now.UtcDateTime - used > StraysLast);
            if (!isStray && (kept + records <= limit || kept == 0))
            {
                kept += records;
                continue;
            }

            removed += records;
            foreach (var file in files)
            {
                if (IsLock(file))
                    RunLockFile.Remove(file.FullName);
                else
                    file.Delete();
            }
        }

        return removed;
    }

    /// <summary>The name of the run at the top: <c>ID</c> of <c>ID%3A7.steps.jsonl</c>.</summary>
    private static string RootOf(string name) =>
        name.AsSpan().IndexOfAny('%', '.') is > 0 and var end ? name[..end] : name;

    private static bool IsRecord(FileInfo file) => file.Extension == ".json";

    private static bool IsLock(FileInfo file) => file.Extension == RunLockFile.Extension;
}
