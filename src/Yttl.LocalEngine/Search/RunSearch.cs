using System.Runtime.CompilerServices;
using Yttl.Core.Processes;
using Yttl.Core.Search;
using Yttl.LocalEngine.Storage;

namespace Yttl.LocalEngine.Search;

/// <summary>
/// Searches titles, summaries and transcripts of finished runs, through an index in the home folder (<c>search.db</c>).
/// The index is a copy: each search first takes in what the runs have new and drops what they have no longer, and makes
/// it anew where it is missing or damaged. Several processes may search one home at once.
/// </summary>
/// <param name="home">Home folder of runs and stored content.</param>
public sealed class RunSearch(string home)
{
    private readonly RunStore _runs = new(home, TimeProvider.System);
    private readonly FileArtifactStore _store = new(home);
    private readonly string _index = Path.Combine(home, "search.db");
    private readonly string _lock = Path.Combine(home, "search.lock");

    /// <summary>
    /// Finds the places where one line or cue, or two consecutive ones, contain all the words. Of several runs of a
    /// video, only the newest with a report is searched. Where the index cannot be used, such as in a home folder that
    /// cannot be written, it reads the reports, which takes longer and gives the same hits.
    /// </summary>
    /// <param name="limit">The most hits to return, at least 1.</param>
    /// <param name="notes">Receives a line for each run that cannot be read, and where the index cannot be used.</param>
    public async Task<SearchResult> SearchAsync(
        SearchWords words, int limit, Action<string> notes, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (_runs.IsEmpty)
            return new SearchResult([], HasMore: false);
        try
        {
            return await FindIndexedAsync(words, limit, notes, cancellationToken);
        }
        catch (Exception problem) when (SearchIndex.IsUnusable(problem))
        {
            notes($"The search index '{_index}' cannot be used, so the reports are read: {problem.GetBaseException().Message}");
            return await FirstAsync(ReadAsync(words, notes, cancellationToken), limit);
        }
    }

    private async Task<SearchResult> FindIndexedAsync(
        SearchWords words, int limit, Action<string> notes, CancellationToken cancellationToken)
    {
        try
        {
            return await FindOnceAsync(words, limit, notes, cancellationToken);
        }
        catch (Exception damage) when (SearchIndex.IsDamage(damage))
        {
            notes($"The search index '{_index}' is damaged and made anew: {damage.Message}");
            using (await FileLock.TakeAsync(_lock, TimeProvider.System, cancellationToken))
                SearchIndex.Delete(_index);
            return await FindOnceAsync(words, limit, notes, cancellationToken);
        }
    }

    /// <summary>
    /// The shared lock keeps the files in place: SQLite has no protection against the deletion of a database in use.
    /// </summary>
    private async Task<SearchResult> FindOnceAsync(
        SearchWords words, int limit, Action<string> notes, CancellationToken cancellationToken)
    {
        using var inPlace = await FileLock.TakeAsync(_lock, shared: true, TimeProvider.System, cancellationToken);
        using var index = SearchIndex.Open(_index);
        await new SearchIndexUpdate(index, _runs, new StoredReports(_store, notes), notes).RunAsync(cancellationToken);
        return await FirstAsync(index.Find(words, cancellationToken).ToAsyncEnumerable(), limit);
    }

    private static async Task<SearchResult> FirstAsync(IAsyncEnumerable<SearchHit> hits, int limit)
    {
        var first = new List<SearchHit>();
        await foreach (var hit in hits)
        {
            if (first.Count == limit)
                return new SearchResult(first, HasMore: true);
            first.Add(hit);
        }

        return new SearchResult(first, HasMore: false);
    }

    private async IAsyncEnumerable<SearchHit> ReadAsync(
        SearchWords words,
        Action<string> notes,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reports = new StoredReports(_store, notes);
        var searched = new HashSet<(string Extractor, string Id)>();
        var deleted = 0;
        foreach (var run in _runs.NewestFirst(notes))
        {
            if (run.Result?.Report is not { } reference)
                continue;
            if (!reports.IsStored(reference))
                deleted++;
            if (await reports.FindAsync(run, reference, cancellationToken) is not { } report
                || !searched.Add((report.Video.Extractor, report.Video.Id)))
                continue;
            foreach (var hit in SearchedRun.From(run, report.Video).HitsIn(SearchedText.From(report), words))
                yield return hit;
        }

        reports.NoteDeleted(deleted);
    }
}
