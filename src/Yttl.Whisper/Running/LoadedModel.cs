using Yttl.Whisper.Logging;
using Yttl.Whisper.Recognition;

namespace Yttl.Whisper.Running;

/// <summary>
/// Loads the model once, while the server already reports that it is loading. A model that cannot be loaded ends the
/// process, so that its caller sees why; a runtime other than the wanted one leaves the server running and unhealthy.
/// </summary>
internal sealed class LoadedModel(
    ServerOptions options,
    IModelLoader loader,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<LoadedModel> logger) : BackgroundService, IAsyncDisposable
{
    private volatile ModelState _state = ModelState.Loading;

    public ModelState State => _state;

    /// <summary>Frees the weights once no computation uses them: freeing them earlier crashes native code.</summary>
    public async ValueTask DisposeAsync()
    {
        // The container calls this once for each registration of this object.
        if (_state is ModelState.Serving serving
            && Interlocked.CompareExchange(ref _state, ModelState.Closing, serving) == serving)
        {
            await serving.Line.EmptyAsync();
            serving.Recognizer.Dispose();
            serving.Line.Dispose();
        }

        Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var recognizer = await loader.LoadAsync(stoppingToken);
            _state = await StateOfAsync(recognizer, stoppingToken);
        }
        catch (ModelLoadException e)
        {
            Log.Unfit(logger, e.Message);
            _state = ModelState.Failed(e.Message);
            lifetime.StopApplication();
        }
    }

    private async Task<ModelState> StateOfAsync(IRecognizer recognizer, CancellationToken cancellationToken)
    {
        var runtime = recognizer.Runtime;
        if (runtime.Disappoints(options.Runtime) is { } reason)
        {
            Log.Unfit(logger, reason);
            recognizer.Dispose();
            return ModelState.Unfit(runtime, reason);
        }

        var free = runtime.IsCuda ? await NvidiaSmi.FreeMemoryAsync(cancellationToken) : null;
        var capacity = Capacity.From(options, Environment.ProcessorCount, ModelBytes(), runtime.IsCuda, free);
        Log.Loaded(
            logger, options.ModelId, runtime.Library, runtime.Device, capacity.Processors, capacity.Threads);
        return new ModelState.Serving(
            recognizer, new WaitingLine(capacity.Processors, options.Queue, time), capacity.Threads);
    }

    private long ModelBytes() => new FileInfo(options.Model) is { Exists: true } file ? file.Length : 0;
}
