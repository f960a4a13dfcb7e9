using Yttl.Core.ModelServers;
using Yttl.Core.Speech;

namespace Yttl.LocalEngine;

/// <summary>
/// The recogniser of this host, opened when first it is needed: a provider's client, or servers of our own, whose model is
/// then downloaded where it is not there yet.
/// </summary>
internal sealed class Recognizer(
    RecognizerSettings settings, Listening listening, string home, TimeProvider time) : ISpeechToText, IAsyncDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly HttpClient _downloads = ModelFiles.CreateHttpClient();
    private ServerPool? _pool;
    private ISpeechToText? _opened;

    public async Task<SpeechAnswer> TranscribeAsync(SpeechUpload upload, CancellationToken cancellationToken) =>
        await (await OpenAsync(cancellationToken)).TranscribeAsync(upload, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        (_opened as IDisposable)?.Dispose();
        if (_pool is not null)
            await _pool.DisposeAsync();
        _downloads.Dispose();
        _oneAtATime.Dispose();
    }

    /// <summary>What fails is tried again by the next call.</summary>
    private async Task<ISpeechToText> OpenAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return _opened ??= settings.Speech.BaseUrl is null
                ? await StartAsync(cancellationToken)
                : await ConnectAsync(cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<ISpeechToText> ConnectAsync(CancellationToken cancellationToken)
    {
        var capacity = await listening.CapacityAsync(settings, cancellationToken);
        return new OpenAiSpeechToText(settings.Speech with { MaxConcurrent = capacity.Chunks.Workers }, time);
    }

    private async Task<ISpeechToText> StartAsync(CancellationToken cancellationToken)
    {
        var capacity = await listening.CapacityAsync(settings, cancellationToken);
        var files = new ModelFiles(Path.Combine(home, "models"), settings.ModelBaseUrl, _downloads, time);
        var model = await files.GetAsync(settings.Speech.Model, ModelFormat.Ggml, progress: null, cancellationToken);
        _pool = new ServerPool(
            WhisperServerProgram.Create(WhisperServerProgram.FindTool(settings.Server), model, capacity.Threads),
            new ServerPoolSettings(capacity.Chunks.Workers) { MemoryLimit = settings.MemoryLimitMegabytes * 1024L * 1024 });
        return new PooledSpeechToText(_pool, settings.Speech, time);
    }
}
