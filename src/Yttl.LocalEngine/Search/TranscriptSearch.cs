using System.Runtime.CompilerServices;
using System.Text.Json;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.LocalEngine.Storage;

namespace Yttl.LocalEngine.Search;

/// <summary>Full-text search over what was said in the videos of finished runs.</summary>
public sealed class TranscriptSearch(RunStore runs, IArtifactStore store)
{
    /// <summary>
    /// Places where all the words are said in one cue or in two that follow each other: newest run first, then in the
    /// order of the video. Of several runs of a video only the newest with a report is searched. One report is
    /// in memory at a time.
    /// </summary>
    /// <param name="words">One or more, with spaces between.</param>
    /// <param name="leftOut">Told of each run that could not be read, in one line.</param>
    /// <exception cref="YttlException"><c>search.words</c>: there is no word in it.</exception>
    public IAsyncEnumerable<SearchHit> Search(
        string words, Action<string> leftOut, CancellationToken cancellationToken) =>
        SearchAsync(SearchWords.Parse(words), leftOut, cancellationToken);

    private async IAsyncEnumerable<SearchHit> SearchAsync(
        SearchWords words, Action<string> leftOut, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listing = await runs.ListAsync(cancellationToken);
        foreach (var problem in listing.Unreadable)
            leftOut(problem);
        var searched = new HashSet<(string Extractor, string Id)>();
        foreach (var run in listing.Runs)
        {
            if (run.Result?.Report is not { } reference
                || await ReadAsync(run, reference, leftOut, cancellationToken) is not { } report
                || !searched.Add((report.Video.Extractor, report.Video.Id)))
                continue;
            foreach (var hit in HitsIn(report, run, words))
                yield return hit;
        }
    }

    private async Task<Report?> ReadAsync(
        RunRecord run, ArtifactRef reference, Action<string> leftOut, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadJsonAsync(reference, ReportsJson.Default.Report, cancellationToken);
        }
        catch (Exception problem) when (problem is YttlException or JsonException or IOException)
        {
            leftOut($"The report of run {run.Id} ({run.Source}) cannot be read: {problem.Message}");
            return null;
        }
    }

    private static IEnumerable<SearchHit> HitsIn(Report report, RunRecord run, SearchWords words) =>
        Passages.With(words, report.Transcript.Cues).Select(passage => new SearchHit(
            run.Id,
            report.Video.Id,
            report.Video.Title,
            passage.Start,
            Snippet.Around(passage.Text, words.FirstIn(passage.Text)),
            VideoLinks.At(report.Video.Url, report.Video.Extractor, passage.Start)));
}
