using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.Core.Summaries.Commands;
using Yttl.Core.Summaries.Prompting;
using Yttl.Core.Summaries.Steps;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;

namespace Yttl.LocalEngine.LocalModels;

/// <summary>The language models of this host: the client of a provider, a program, or a server that YTTL starts.</summary>
internal sealed class LanguageModels : IAsyncDisposable
{
    private readonly List<ILanguageModel> _opened = [];
    private readonly HostSettings _host;
    private readonly ModelFolder _folder;
    private readonly ScratchSpace _scratch;
    private readonly TimeProvider _time;
    private readonly WaitNews? _news;

    /// <param name="folder">Not disposed by this.</param>
    /// <param name="scratch">Not disposed by this.</param>
    public LanguageModels(
        HostSettings host, ModelFolder folder, ScratchSpace scratch, TimeProvider time, WaitNews? news)
    {
        (_host, _folder, _scratch, _time, _news) = (host, folder, scratch, time, news);
        Summarizer = host.LanguageModel is { } chosen ? With(chosen, new FileWindowMemory(host.Home)) : null;
    }

    /// <summary>Null for the extractive summariser.</summary>
    public ISummarizer? Summarizer { get; }

    public async ValueTask DisposeAsync()
    {
        foreach (var model in _opened)
            if (model is IAsyncDisposable own)
                await own.DisposeAsync();
            else
                (model as IDisposable)?.Dispose();
    }

    private ISummarizer With(LanguageModelSettings chosen, IWindowMemory memory)
    {
        var first = Open(chosen, memory);
        return _host.LanguageModelFallbacks is { Count: > 0 } others
            ? new FallbackSummarizer(first, [.. others.Select(other => (other.Provider, Open(other, memory)))])
            : first;
    }

    private LlmSummarizer Open(LanguageModelSettings settings, IWindowMemory memory)
    {
        ILanguageModel model = settings.Command.Count > 0 ? new CommandLanguageModel(settings, _scratch, _time)
            : settings.IsOwnServer
            ? new LazyLocalLanguageModel(settings, _host, _folder, _time)
            : new OpenAiLanguageModel(settings, _time, memory, _news);
        _opened.Add(model);
        return new LlmSummarizer(model, settings.InputTokens);
    }
}
