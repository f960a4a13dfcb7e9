using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Captions.Fetching;
using Yttl.Core.Failures;
using Yttl.Core.Http;
using Yttl.Core.Languages;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Steps;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Captions;

/// <summary>Reads the captions of real files in a folder of its own, from the source to the transcript.</summary>
internal sealed class FileReading : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly InMemoryArtifactStore _store = new();
    private readonly HttpClient _http = HttpClients.Create();
    private readonly ProcessRunner _processes = new();

    public string PathOf(string name) => _folder.PathOf(name);

    public string Write(string name, string content) => _folder.Write(name, content);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>Runs ffmpeg in the folder, and deletes what it read: no captions are left beside the film.</summary>
    /// <param name="arguments">Of file names without blanks.</param>
    /// <returns>The path of the file that the last argument names.</returns>
    public async Task<string> FFmpegAsync(string arguments)
    {
        string[] words = [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        string[] all = ["-v", "error", "-nostdin", "-y", .. words.Select(word => File.Exists(PathOf(word)) ? PathOf(word) : word)];
        all[^1] = PathOf(words[^1]);
        var result = await _processes.RunAsync(new ToolCall("ffmpeg", all, null), CancellationToken.None);
        result.ExitCode.ShouldBe(0, result.ErrorTail);
        foreach (var word in words.SkipLast(1).Where(word => File.Exists(PathOf(word))))
            File.Delete(PathOf(word));
        return all[^1];
    }

    public async Task<CaptionsOutcome> ReadAsync(string path, string? language = null)
    {
        var resolved = await new ResolveStep(_store, _processes, new Toolset(), new YtDlpSettings(), TimeProvider.System)
            .RunAsync(new ResolveRequest(Source.Parse(path).ToString()), CancellationToken.None);
        if (resolved.Video is not { } video)
            return new CaptionsOutcome(null, [], resolved.Failure);
        LanguageTag? wanted = language is null ? null : LanguageTag.Parse(language, null);
        return await new ReadCaptionsStep(_store, _http, _processes, new Toolset(), TimeProvider.System)
            .RunAsync(new CaptionsRequest(video.Info, wanted), CancellationToken.None);
    }

    public async Task<string[]> LinesAsync(string path, string? language = null) =>
        CueLines.Of((await TranscriptAsync(path, language)).Cues);

    public async Task<Transcript> TranscriptAsync(string path, string? language = null)
    {
        var outcome = await ReadAsync(path, language);
        return await _store.ReadJsonAsync(
            outcome.Transcript.ShouldNotBeNull($"{outcome.Failure?.Message} {string.Join(' ', outcome.Notes)}").Content,
            CaptionsJson.Default.Transcript,
            CancellationToken.None);
    }

    public async Task<Failure> FailureAsync(string path) => (await ReadAsync(path)).Failure.ShouldNotBeNull();

    public void Dispose()
    {
        _folder.Dispose();
        _http.Dispose();
    }
}
