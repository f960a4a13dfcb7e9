using System.Globalization;
using Microsoft.Data.Sqlite;
using Yttl.Core.Artifacts;
using Yttl.Core.Search;
using Yttl.LocalEngine.Storage;

namespace Yttl.LocalEngine.Search;

/// <summary>
/// Brings the index up to the stored runs: reads the records whose files have changed, takes in reports that it does not
/// have, and drops runs that were deleted.
/// </summary>
internal sealed class SearchIndexUpdate(SearchIndex index, RunStore runs, StoredReports reports, Action<string> notes)
{
    /// <summary>
    /// Runs in one transaction, which takes seconds. What it has committed stays when the update is stopped, and another
    /// process that waits for it does not do the same work.
    /// </summary>
    private const int Batch = 100;

    /// <summary>So many runs take long enough to say so.</summary>
    private const int Many = 200;

    /// <summary>
    /// Lines in one row of words. With fewer lines the index grows; with more, words that stand too far apart are found
    /// and must be read to be left out.
    /// </summary>
    private const int LinesOfRow = 8;

    /// <summary>The last row of a run has all the rest of its lines.</summary>
    private const int LastRow = (1 << SearchIndex.BitsOfRow) - 1;

    /// <summary>Seconds since 1970 of the year 2514. Keys count down from it.</summary>
    private const long LastTime = 1L << 34;

    private readonly SqliteCommand _addWords =
        index.Command("INSERT INTO words(rowid, tokens) VALUES($row, $tokens)", ("$row", 0L), ("$tokens", ""));

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var files = runs.Files();
        var gone = Rows(); // less those whose files are there
        var changed = files
            .Where(file => !gone.Remove(file.Name, out var row) || !IsUpToDate(row, file))
            .OrderByDescending(file => file.Modified)
            .ToList();
        if (changed.Count >= Many)
            notes($"The search index takes in {changed.Count} runs, once.");
        foreach (var batch in gone.Keys.Chunk(Batch))
        {
            index.Execute("BEGIN IMMEDIATE");
            foreach (var file in batch)
                Remove(FindRow(file));
            index.Execute("COMMIT");
        }

        // Disposing the index takes back a transaction that has not ended.
        foreach (var batch in changed.Chunk(Batch))
        {
            index.Execute("BEGIN IMMEDIATE");
            foreach (var file in batch)
                await TakeInAsync(file, cancellationToken);
            index.Execute("COMMIT");
        }

        reports.NoteDeleted((int)index.Scalar<long>("SELECT count(*) FROM run WHERE report IS NOT NULL AND rows IS NULL"));
    }

    private async Task TakeInAsync(RunFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var before = FindRow(file.Name);
        if (before is { } row && IsUpToDate(row, file))
            return; // another process took it in
        var (record, problem) = RunFile.Read(file.Path);
        if (problem is not null)
            notes(problem);
        if (record is not null && before is { HasWords: true } same && same.IsOf(record))
        {
            index.Execute("UPDATE run SET stamp = $stamp WHERE key = $key", ("$stamp", file.Stamp), ("$key", same.Key));
            return;
        }

        Remove(before);
        if (record is not null)
            await AddAsync(file, record, cancellationToken);
    }

    private async Task AddAsync(RunFile file, RunRecord run, CancellationToken cancellationToken)
    {
        var key = Math.Clamp(LastTime - run.Started.ToUnixTimeSeconds(), 0, LastTime);
        while (index.Scalar<long>("SELECT 1 FROM run WHERE key = $key", ("$key", key)) is 1)
            key++; // several runs may begin in one second
        var report = run.Result?.Report is { } reference ? await reports.FindAsync(run, reference, cancellationToken) : null;
        var searched = report is null ? null : SearchedRun.From(run, report.Video);
        long? rows = null;
        if (report is not null && searched is not null)
        {
            var texts = SearchedText.From(report);
            index.Execute(
                "INSERT INTO texts(key, texts) VALUES($key, $texts)", ("$key", key), ("$texts", IndexedTexts.Write(searched, texts)));
            rows = AddWords(key, texts);
        }

        index.Execute(
            """
            INSERT INTO run(key, file, stamp, id, started, report, extractor, video, title, url, page, rows)
            VALUES($key, $file, $stamp, $id, $started, $report, $extractor, $video, $title, $url, $page, $rows)
            """,
            ("$key", key),
            ("$file", file.Name),
            ("$stamp", file.Stamp),
            ("$id", run.Id.Value),
            ("$started", run.Started.UtcTicks),
            ("$report", run.Result?.Report?.ToString()),
            ("$extractor", searched?.Extractor),
            ("$video", searched?.VideoId),
            ("$title", searched?.Title),
            ("$url", searched?.Url?.AbsoluteUri),
            ("$page", searched?.Page),
            ("$rows", rows));
    }

    private long AddWords(long key, IEnumerable<SearchedText> texts)
    {
        var lines = texts
            .SelectMany(text => text.Lines, (_, line) => SearchText.Tokens(SearchText.Fold(line.Text)).ToList())
            .ToList();
        var rows = 0L;
        for (var first = 0; first < lines.Count; rows++)
        {
            var count = rows < LastRow ? LinesOfRow : lines.Count - first;
            // One line more: the words may stand in two lines, of which the next row has the second.
            var tokens = lines.Skip(first).Take(count + 1).SelectMany(line => line).Distinct();
            _addWords.Parameters["$row"].Value = RowId(key, rows);
            _addWords.Parameters["$tokens"].Value = string.Join(' ', tokens.Select(SearchIndex.Indexed));
            _addWords.ExecuteNonQuery();
            first += count;
        }

        return rows;
    }

    private void Remove(Row? row)
    {
        if (row is not { } gone)
            return;
        for (var number = 0L; number < gone.Rows; number++)
            index.Execute("DELETE FROM words WHERE rowid = $row", ("$row", RowId(gone.Key, number)));
        index.Execute("DELETE FROM texts WHERE key = $key", ("$key", gone.Key));
        index.Execute("DELETE FROM run WHERE key = $key", ("$key", gone.Key));
    }

    private static long RowId(long key, long number) => (key << SearchIndex.BitsOfRow) | number;

    /// <summary>A report that was deleted may be back.</summary>
    private bool IsUpToDate(Row row, RunFile file) => row.Stamp == file.Stamp
        && (row.HasWords || row.Report is not { } report
            || !reports.IsStored(ArtifactRef.Parse(report, CultureInfo.InvariantCulture)));

    private Dictionary<string, Row> Rows() => Read("").ToDictionary(row => row.File);

    private Row? FindRow(string file)
    {
        foreach (var row in Read("WHERE file = $file", ("$file", file)))
            return row;
        return null;
    }

    private IEnumerable<Row> Read(string where, params (string Name, object? Value)[] parameters)
    {
        using var command = index.Command($"SELECT key, file, stamp, started, report, rows FROM run {where}", parameters);
        using var row = command.ExecuteReader();
        while (row.Read())
            yield return new Row(
                row.GetInt64(0),
                row.GetString(1),
                row.GetString(2),
                row.GetInt64(3),
                row.IsDBNull(4) ? null : row.GetString(4),
                row.IsDBNull(5) ? null : row.GetInt64(5));
    }

    /// <param name="Stamp">Of the record's file when it was read.</param>
    /// <param name="Report">Hash of the report; null where the run has none.</param>
    /// <param name="Rows">Rows of words; null where the run has no report, or the report could not be read.</param>
    private readonly record struct Row(
        long Key, string File, string Stamp, long Started, string? Report, long? Rows)
    {
        public bool HasWords => Rows is not null;

        public bool IsOf(RunRecord run) => Report == run.Result?.Report?.ToString() && Started == run.Started.UtcTicks;
    }
}
