using System.Runtime.CompilerServices;
using System.Text.Json;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.LocalEngine.Storage;

namespace Yttl.LocalEngine.Search;

/// <summary>Searches the transcripts of finished runs.</summary>
public sealed class TranscriptSearch(RunStore runs, IArtifactStore store)
{
    /// <summary>
    /// Finds the places where one cue, or two consecutive cues, contain all the words: newest run first, then in the
    /// order of the video. Of several runs of a video, only the newest with a report is searched. Holds one report in
    /// memory at a time.
    /// </summary>
    /// <param name="words">One or more words, separated by spaces.</param>
    /// <param name="leftOut">Receives one line for each run that cannot be read.</param>
    /// <exception cref="YttlException"><c>search.words</c>: the text contains no word.</exception>
    public IAsyncEnumerable<SearchHit> Search(
        string words, Action<string> leftOut, CancellationToken cancellationToken) =>
        SearchAsync(SearchWords.Parse(words), leftOut, cancellationToken);

    private async IAsyncEnumerable<SearchHit> SearchAsync(
        SearchWords words, Action<string> leftOut, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var searched = new HashSet<(string Extractor, string Id)>();
        foreach (var run in await runs.ListAsync(leftOut, cancellationToken))
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
        Passage.Find(words, report.Transcript.Cues).Select(passage => new SearchHit(
            run.Id,
            report.Video.Id,
            report.Video.Title,
            passage.Start,
            Snippet.Around(passage.Text, words.FirstIn(passage.Text)),
            VideoLinks.At(report.Video.Url, report.Video.Extractor, passage.Start)));
}
