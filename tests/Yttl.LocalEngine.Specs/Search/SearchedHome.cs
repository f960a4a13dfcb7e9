using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Reports;
using Yttl.Core.Search;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Search;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Specs.Search;

/// <summary>A home folder with finished runs.</summary>
internal sealed class SearchedHome : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly FileArtifactStore _store;

    public SearchedHome() =>
        (Runs, _store, Search) = (new RunStore(Folder.Path, _time), new FileArtifactStore(Folder.Path), new RunSearch(Folder.Path));

    public TempFolder Folder { get; } = new();

    public RunStore Runs { get; }

    public RunSearch Search { get; }

    public List<string> Notes { get; } = [];

    public string Index => Folder.PathOf("search.db");

    public void Dispose() => Folder.Dispose();

    /// <summary>Without it the hits are the same, so a spec must say that it has none.</summary>
    public bool HasIndex { get; set; } = true;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string words)
    {
        var hits = (await Search.SearchAsync(SearchWords.Parse(words), int.MaxValue, Notes.Add, default)).Hits;
        if (HasIndex)
            Notes.ShouldNotContain(note => note.Contains("cannot be used", StringComparison.Ordinal));
        return hits;
    }

    public Task<ArtifactRef> FinishAsync(string run, ReportVideo video, params string[] cues) =>
        FinishAsync(run, video, [], report => report, TimeSpan.FromMinutes(1), cues);

    public Task<ArtifactRef> FinishAsync(string run, ReportVideo video, TimeSpan after, params string[] cues) =>
        FinishAsync(run, video, [], report => report, after, cues);

    public Task<ArtifactRef> FinishAsync(string run, ReportVideo video, IReadOnlyList<string> files, params string[] cues) =>
        FinishAsync(run, video, files, report => report, TimeSpan.FromMinutes(1), cues);

    public Task<ArtifactRef> FinishAsync(string run, ReportVideo video, Func<Report, Report> change, params string[] cues) =>
        FinishAsync(run, video, [], change, TimeSpan.FromMinutes(1), cues);

    public string FileOf(ArtifactRef reference) => Folder.PathOf($"artifacts/{reference.ToString()[..2]}/{reference}");

    public static ReportVideo Video(string id, string extractor) => new(
        id, $"About {id}", new Uri($"https://www.youtube.com/watch?v={id}"), extractor, 60, null, []);

    private async Task<ArtifactRef> FinishAsync(
        string run, ReportVideo video, IReadOnlyList<string> files, Func<Report, Report> change, TimeSpan after, string[] cues)
    {
        var ten = TimeSpan.FromSeconds(10);
        var spoken = cues.Select((text, i) => new Cue(i * ten, (i + 1) * ten, text));
        var report = change(new Report
        {
            Status = RunStatus.Complete,
            Video = video,
            Transcript = new ReportTranscript(TranscriptSource.ManualCaptions, null, null, 0, 0, [.. spoken]),
            Overall = new ReportSummary("", SummaryStatus.Ok),
            Hours = [],
            Removed = [],
            Gaps = [],
            Notes = [],
        });
        var reference = await _store.WriteJsonAsync(report, ReportsJson.Default.Report, default);
        _time.Advance(after);
        await Runs.EndAsync(
            new VideoResult(
                new RunId(run), video.Id, RunStatus.Complete, video.Id, video.Title, reference, files, 0, [], null),
            default);
        return reference;
    }
}
