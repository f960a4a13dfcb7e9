using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Audio;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Search;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Search;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.TestKit.Tones;
using Yttl.Workflows.Seam;

namespace Yttl.Benchmarks.Torture;

/// <summary>A home folder with a finished run, and a bit of any of its files turned over, again and again.</summary>
internal sealed class FlipTrial : IAsyncDisposable
{
    private const string WindowName = "openai api.openai.com m";

    private readonly TempFolder _folder = new();
    private readonly LoopbackModel _model;
    private readonly VideoSummarizer _summarizer;
    private readonly AudioRef _audio = new(new string('a', 64), 60 * PcmFormat.SampleRate);
    private RunId _run;

    private FlipTrial(LoopbackModel model)
    {
        _model = model;
        _summarizer = new VideoSummarizer(new HostSettings(
            Home, new Toolset(), new YtDlpSettings(),
            new LanguageModelSettings("openai", model.BaseUrl, "m", "none", 5, RetrySettings.Default)));
    }

    private string Home => _folder.PathOf("home");

    public static async Task<FlipTrial> OpenAsync()
    {
        var trial = new FlipTrial(
            await LoopbackModel.StartAsync(call => ModelAnswer.Text($"The point {call.User.Length} is made. A river follows.")));
        await trial.PrepareAsync();
        return trial;
    }

    /// <param name="flips">In turn for each kind of file.</param>
    public async Task<IReadOnlyList<FlipFigures>> RunAsync(int flips, Random random)
    {
        var kinds = Kinds().Select(kind => (Kind: kind, Figures: new FlipFigures(kind.Name))).ToList();
        for (var flip = 0; flip < flips; flip++)
            await kinds[flip % kinds.Count].Kind.FlipAsync(kinds[flip % kinds.Count].Figures, random);
        return [.. kinds.Select(kind => kind.Figures)];
    }

    public async ValueTask DisposeAsync()
    {
        await _summarizer.DisposeAsync();
        await _model.DisposeAsync();
        _folder.Dispose();
    }

    private async Task PrepareAsync()
    {
        SyntheticTalk.Write(_folder.PathOf("talk.vtt"), TimeSpan.FromMinutes(20), cues: 300);
        await SummarizeAsync();
        new FileWindowMemory(Home).Keep(WindowName, 23);
        var audio = new FileAudioStore(Home, NullLogger.Instance);
        var scratch = Path.Combine(audio.ScratchFolder, "talk.pcm");
        await File.WriteAllBytesAsync(scratch, ToneTalk.Make(_audio.Duration()).ToPcm());
        await audio.KeepAsync(_audio, scratch, default);
    }

    private IEnumerable<StoredKind> Kinds()
    {
        var remembered = In("memory");
        var content = In("artifacts");
        yield return new("run records", () => In("runs", "*.json"), () => Task.FromResult(Record()));
        yield return new("journals", () => In("runs", "*.jsonl"), JournalAsync);
        yield return new("remembered results", () => remembered, SummarizeAsync);
        yield return new("stored content", () => content, SummarizeAsync);
        yield return new("decoded audio", () => In("audio", "*.pcm"), AudioAsync);
        yield return new("windows", () => In("", "windows.json"), () => Task.FromResult(Window()));
        yield return new("search index", () => In("", "search.db"), SearchAsync);
    }

    private List<string> In(string folder, string pattern = "*") =>
        [.. Directory.EnumerateFiles(Path.Combine(Home, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>Writes the report once more, from what is remembered.</summary>
    private async Task<IReadOnlyList<string>> SummarizeAsync()
    {
        var results = await _summarizer.SummarizeAsync(
            _folder.PathOf("talk.vtt"),
            new SummarizeOptions { OutputFolder = _folder.PathOf("out"), Formats = [ReportFormat.Json] },
            progress: null,
            CancellationToken.None);
        if (results is not [{ Status: RunStatus.Complete, Files: [var file] } result])
            throw new InvalidOperationException($"The run did not end complete: {results[0].Failure?.Message}");
        _run = result.RunId;
        var report = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
        report.Remove("performance");
        return [report.ToJsonString()];
    }

    private IReadOnlyList<string> Record() =>
        new RunStore(Home, TimeProvider.System).Find(_run) is { } record ? [JsonSerializer.Serialize(record)] : [];

    private async Task<IReadOnlyList<string>> JournalAsync()
    {
        var sessions = await new FileRunJournal(Home, NullLogger.Instance).ReadAsync(_run, default);
        return
        [
            .. sessions.SelectMany(session => session.Steps).Select(step => JsonSerializer.Serialize(step)),
            .. sessions.Where(session => session.Elapsed is not null).Select(session => $"{session.Started:O} {session.Elapsed}"),
        ];
    }

    private async Task<IReadOnlyList<string>> AudioAsync()
    {
        await using var samples = await new FileAudioStore(Home, NullLogger.Instance).OpenReadAsync(_audio, 0, _audio.Samples, default);
        using var copy = new MemoryStream();
        await samples.CopyToAsync(copy);
        return [Convert.ToBase64String(copy.ToArray())];
    }

    private IReadOnlyList<string> Window() =>
        new FileWindowMemory(Home).Recall(WindowName) is { } window ? [Results.Figure.Count(window)] : [];

    private async Task<IReadOnlyList<string>> SearchAsync()
    {
        foreach (var ending in (string[])["-wal", "-shm"])
            File.Delete(Path.Combine(Home, $"search.db{ending}"));
        var found = await new RunSearch(Home).SearchAsync(SearchWords.Parse("river"), 1000, _ => { }, default);
        return [.. found.Hits.Select(hit => JsonSerializer.Serialize(hit))];
    }
}
