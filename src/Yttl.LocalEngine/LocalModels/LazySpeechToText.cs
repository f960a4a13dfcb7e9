using Yttl.Core.ModelServers;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Calls;
using Yttl.LocalEngine.Settings;

namespace Yttl.LocalEngine.LocalModels;

/// <summary>
/// The recogniser of this host, opened on first use: the client of a provider, or servers that YTTL starts. The first
/// use also downloads a missing model for them.
/// </summary>
internal sealed class LazySpeechToText : ISpeechToText, IAsyncDisposable
{
    private readonly RecognizerSettings _settings;
    private readonly TimeSpan _idleTime;
    private readonly SpeechOptionsFactory _speech;
    private readonly ModelFolder _folder;
    private readonly TimeProvider _time;
    private readonly WaitNews? _news;
    private readonly AsyncLazy<ISpeechToText> _opened;
    private ServerPool? _pool;

    /// <param name="folder">Not disposed by this.</param>
    public LazySpeechToText(
        RecognizerSettings settings,
        TimeSpan idleTime,
        SpeechOptionsFactory speech,
        ModelFolder folder,
        TimeProvider time,
        WaitNews? news)
    {
        (_settings, _idleTime, _speech, _folder, _time, _news) = (settings, idleTime, speech, folder, time, news);
        _opened = new AsyncLazy<ISpeechToText>(settings.Speech.BaseUrl is null ? StartAsync : ConnectAsync);
    }

    public async Task<SpeechAnswer> TranscribeAsync(SpeechUpload upload, CancellationToken cancellationToken) =>
        await (await _opened.GetAsync(cancellationToken)).TranscribeAsync(upload, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        (_opened.Value as IDisposable)?.Dispose();
        if (_pool is not null)
            await _pool.DisposeAsync();
        _opened.Dispose();
    }

    private async Task<ISpeechToText> ConnectAsync(CancellationToken cancellationToken)
    {
        var capacity = await _speech.CapacityAsync(_settings, cancellationToken);
        return new OpenAiSpeechToText(_settings.Speech with { MaxConcurrent = capacity.Chunks.Workers }, _time, _news);
    }

    private async Task<ISpeechToText> StartAsync(CancellationToken cancellationToken)
    {
        // Found before the model of some hundred megabytes is downloaded: without the program it is of no use.
        var tool = ToolPath.Demand(WhisperServerProgram.FindTool(_settings.Server));
        var capacity = await _speech.CapacityAsync(_settings, cancellationToken);
        var model = await _folder.GetAsync(_settings.Speech.Model, ModelFormat.Ggml, cancellationToken);
        _pool = new ServerPool(
            WhisperServerProgram.Create(tool, model, capacity.Threads),
            new ServerPoolSettings(capacity.Chunks.Workers)
            {
                MemoryLimit = _settings.MemoryLimitMegabytes * 1024L * 1024,
                IdleTime = _idleTime,
            });
        return new OpenAiSpeechToText(_pool, _settings.Speech with { MaxConcurrent = capacity.Chunks.Workers }, _time);
    }
}
