using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Search;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Specs.Search;

public sealed class TranscriptSearchSpecs : IDisposable
{
    private readonly TempFolder _home = new();
    private readonly ManualTime _time = new();
    private readonly RunStore _runs;
    private readonly FileArtifactStore _store;
    private readonly List<string> _leftOut = [];

    public TranscriptSearchSpecs() =>
        (_runs, _store) = (new RunStore(_home.Path, _time), new FileArtifactStore(_home.Path));

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_hit_names_the_video_the_time_and_a_link_to_the_second()
    {
        await FinishAsync("run", Video("dQw4w9WgXcQ", "youtube"), "Hello there.", "We talk about\ngravity today.");

        var hit = (await SearchAsync("gravity")).ShouldHaveSingleItem();

        hit.ShouldBe(new SearchHit(
            new RunId("run"), "dQw4w9WgXcQ", "About dQw4w9WgXcQ",
            TimeSpan.FromSeconds(10), "We talk about gravity today.",
            new Uri("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10s")));
    }

    [Fact]
    public async Task A_local_file_has_no_link()
    {
        await FinishAsync("run", Video("talk", "file") with { Url = null }, "gravity");

        (await SearchAsync("gravity")).ShouldHaveSingleItem().Link.ShouldBeNull();
    }

    [Fact]
    public async Task Hits_come_newest_run_first_and_then_by_time()
    {
        await FinishAsync("old", Video("a", "youtube"), "gravity one", "nothing", "gravity two");
        await FinishAsync("new", Video("b", "youtube"), "gravity three");

        (await SearchAsync("gravity")).Select(hit => hit.Snippet)
            .ShouldBe(["gravity three", "gravity one", "gravity two"]);
    }

    [Fact]
    public async Task Of_several_runs_of_a_video_the_newest_with_a_report_is_searched()
    {
        await FinishAsync("first", Video("a", "youtube"), "gravity old");
        await FinishAsync("second", Video("a", "youtube"), "gravity new");
        await _runs.EndAsync(
            new VideoResult(
                new RunId("third"), "a", RunStatus.Failed, null, null, null, [], 0, [],
                new Failure(FailureCategory.Network, "x", "No.")),
            default);

        (await SearchAsync("gravity")).Select(hit => hit.Snippet).ShouldBe(["gravity new"]);
    }

    [Fact]
    public async Task Videos_of_two_sites_with_the_same_id_are_two_videos()
    {
        await FinishAsync("first", Video("123456", "vimeo"), "gravity");
        await FinishAsync("second", Video("123456", "twitch:vod"), "gravity");

        (await SearchAsync("gravity")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_whose_report_is_gone_or_damaged_is_left_out_with_a_reason()
    {
        await FinishAsync("good", Video("a", "youtube"), "gravity");
        var gone = await FinishAsync("gone", Video("b", "youtube"), "gravity");
        var damaged = await FinishAsync("damaged", Video("c", "youtube"), "gravity");
        File.Delete(FileOf(gone));
        await File.WriteAllTextAsync(FileOf(damaged), "{ \"schema\":");
        _home.Write("runs/broken.json", "");

        (await SearchAsync("gravity")).ShouldHaveSingleItem().Run.Value.ShouldBe("good");
        _leftOut.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Without_runs_nothing_is_found() => (await SearchAsync("gravity")).ShouldBeEmpty();

    [Fact]
    public void Blanks_are_refused_at_once() =>
        Should.Throw<YttlException>(() => Search().Search(" \u0301 ", _leftOut.Add, default))
            .Failure.Code.ShouldBe("search.words");

    private TranscriptSearch Search() => new(_runs, _store);

    private async Task<List<SearchHit>> SearchAsync(string words)
    {
        var hits = new List<SearchHit>();
        await foreach (var hit in Search().Search(words, _leftOut.Add, default))
            hits.Add(hit);
        return hits;
    }

    private async Task<ArtifactRef> FinishAsync(string run, ReportVideo video, params string[] cues)
    {
        var ten = TimeSpan.FromSeconds(10);
        var spoken = cues.Select((text, i) => new Cue(i * ten, (i + 1) * ten, text));
        var report = new Report
        {
            Status = RunStatus.Complete,
            Video = video,
            Transcript = new ReportTranscript(TranscriptSource.ManualCaptions, null, null, 0, 0, [.. spoken]),
            Overall = new ReportSummary("", SummaryStatus.Ok),
            Hours = [],
            Removed = [],
            Gaps = [],
            Notes = [],
        };
        var reference = await _store.WriteJsonAsync(report, ReportsJson.Default.Report, default);
        _time.Advance(TimeSpan.FromMinutes(1));
        var id = new RunId(run);
        await _runs.EndAsync(
            new VideoResult(id, video.Id, RunStatus.Complete, video.Id, video.Title, reference, [], 0, [], null),
            default);
        return reference;
    }

    private string FileOf(ArtifactRef reference) =>
        _home.PathOf($"artifacts/{reference.ToString()[..2]}/{reference}");

    private static ReportVideo Video(string id, string extractor) => new(
        id, $"About {id}", new Uri($"https://www.youtube.com/watch?v={id}"), extractor, 60, null, []);
}
