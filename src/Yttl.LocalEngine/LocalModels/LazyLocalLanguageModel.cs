using Yttl.Core.ModelServers;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.LocalEngine.Settings;

namespace Yttl.LocalEngine.LocalModels;

/// <summary>
/// A language model on this machine. The first use starts its server, and downloads the model where it is missing.
/// </summary>
internal sealed class LazyLocalLanguageModel : ILanguageModel, IAsyncDisposable
{
    private readonly LanguageModelSettings _model;
    private readonly HostSettings _host;
    private readonly ModelFolder _folder;
    private readonly TimeProvider _time;
    private readonly AsyncLazy<OpenAiLanguageModel> _opened;
    private ServerPool? _pool;

    /// <param name="folder">Not disposed by this.</param>
    public LazyLocalLanguageModel(LanguageModelSettings model, HostSettings host, ModelFolder folder, TimeProvider time)
    {
        (_model, _host, _folder, _time) = (model, host, folder, time);
        _opened = new AsyncLazy<OpenAiLanguageModel>(StartAsync);
    }

    public async Task<Completion> CompleteAsync(Prompt prompt, CancellationToken cancellationToken) =>
        await (await _opened.GetAsync(cancellationToken)).CompleteAsync(prompt, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _opened.Value?.Dispose();
        if (_pool is not null)
            await _pool.DisposeAsync();
        _opened.Dispose();
    }

    private async Task<OpenAiLanguageModel> StartAsync(CancellationToken cancellationToken)
    {
        var file = await _folder.GetAsync(_model.Model, ModelFormat.Gguf, cancellationToken);
        var local = _host.LocalModel;
        var options = new LlamaServerOptions(
            local.Threads ?? Environment.ProcessorCount, local.ContextTokens, _model.MaxConcurrent, local.GpuLayers);
        _pool = new ServerPool(
            LlamaServerProgram.Create(local.Server, file, options),
            new ServerPoolSettings(MaxServers: 1) { IdleTime = _host.ModelIdleTime });
        return new OpenAiLanguageModel(_pool, _model, _time);
    }
}
