using Yttl.Core.Artifacts;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Steps;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Sources.Sites;

/// <summary>The two steps over a yt-dlp that answers as told, on a day on which that yt-dlp is three weeks old.</summary>
public sealed class YtDlpFixture : IDisposable
{
    private readonly InMemoryArtifactStore _store = new();
    private readonly ManualTime _time = new();

    public YtDlpFixture(string version = "2026.01.10")
    {
        _time.Advance(TimeSpan.FromDays(30));
        YtDlp.Prints("--version", version + "\n");
    }

    public FakeYtDlp YtDlp { get; } = new();

    public YtDlpSettings Settings { get; set; } = new();

    public Task<ResolveOutcome> ResolveAsync(string source) =>
        new ResolveStep(_store, Runner, Tools, Settings, _time).RunAsync(new ResolveRequest(source), CancellationToken.None);

    public async Task<Video> VideoAsync(string source)
    {
        var outcome = await ResolveAsync(source);
        outcome.Failure.ShouldBeNull();
        return await _store.ReadJsonAsync(outcome.Video!.Info, SourcesJson.Default.Video, CancellationToken.None);
    }

    public Task<ListOutcome> ListAsync(string source, int? most = null) =>
        new ListStep(Runner, Tools, Settings, _time).RunAsync(new ListRequest(source) { Most = most }, CancellationToken.None);

    private ProcessRunner Runner => new(TimeProvider.System, YtDlp.Environment);

    private static Toolset Tools => new() { YtDlp = FakeTool.Path };

    public void Dispose() => YtDlp.Dispose();
}
