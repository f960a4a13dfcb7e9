using Yttl.Core.Chunking;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Predictions;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;
using Yttl.Core.Settings;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Calls;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.Core.Summaries.Prompting;
using Yttl.Functions.Settings;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;

namespace Yttl.Functions.Hosting;

/// <summary>
/// The clients of the language model and of the recogniser. One client of each per process: it holds the limit of calls
/// at once.
/// </summary>
internal sealed class ModelClients : IDisposable
{
    /// <summary>In bytes, for a worker's audio. A chunk of ten minutes takes a tenth of it.</summary>
    private const long MemoryPerWorker = 256L * 1024 * 1024;

    /// <summary>A channel may have ten thousand videos, each of which is paid for.</summary>
    private const int UsualListEntries = 500;

    /// <summary>The results of a page, and the history of its run, stay far below the 4 MB of a message.</summary>
    private const int PageSize = 100;

    private readonly Configuration _settings;
    private readonly LanguageModelSettings? _writer;
    private readonly OpenAiLanguageModel? _model;

    public ModelClients(Configuration settings, TimeProvider time)
    {
        _settings = settings;
        _writer = settings.LanguageModel() is { } model ? model with
        {
            MaxConcurrent = settings.Get(SettingTable.MaxConcurrentLlm) ?? model.MaxConcurrent,
        } : null;
        if (!IsPriced && settings.Get(PerformanceSettingTable.MaxCost) is not null)
            throw new InvalidOperationException(
                $"The app settings are wrong: {CostLimit.Unpriced(_writer!.Provider, _writer.Model).Message}");
        // This app starts no model servers.
        SpeechSettings = settings.Speech() is { BaseUrl: not null } speech ? speech with
        {
            MaxConcurrent = settings.Get(SpeechSettingTable.MaxConcurrent) ?? speech.MaxConcurrent,
        } : null;
        _model = _writer is null ? null : new OpenAiLanguageModel(_writer, time);
        Summarizer = _model is null ? null : new LlmSummarizer(_model, _writer!.InputTokens);
        Speech = SpeechSettings is null ? null : new OpenAiSpeechToText(SpeechSettings, time);
    }

    /// <summary>Null for the extractive summariser.</summary>
    public LlmSummarizer? Summarizer { get; }

    /// <summary>Null where no speech is recognised.</summary>
    public OpenAiSpeechToText? Speech { get; }

    /// <summary>Null with <see cref="Speech"/>.</summary>
    public SpeechSettings? SpeechSettings { get; }

    private bool IsPriced => _writer is null || AppSettings.Prices(_settings).Knows(_writer.Provider, _writer.Model);

    /// <summary>The defaults of every run. Reports are rendered on request, so a run writes none.</summary>
    public HostDefaults Defaults() => new(
        new RunOptions(
            Language: null,
            SpeechSettings is null ? null : new SpeechOptions(
                SpeechSettings.Identity, _settings.Silence(), _settings.Chunks(), SpeechSettings.Profile, Force: false),
            SponsorBlock: [],
            new SummaryOptions(
                _writer?.Provider ?? ProviderTable.Extractive, _writer?.Model ?? "",
                OutputLanguage: null, SettingTable.Length.DefaultValue, SettingTable.Style.DefaultValue, Instructions: null)),
        new ExecutionOptions(_writer?.MaxConcurrent ?? Environment.ProcessorCount, Formats: [], OutputFolder: ".")
        {
            VideoWindow = _settings.Get(SettingTable.MaxConcurrentVideos),
            MaxListEntries = _settings.Get(SettingTable.MaxListEntries) ?? UsualListEntries,
            PageSize = PageSize,
            TimeLimit = _settings.Get(RetrySettingTable.RunTimeLimit),
            MaxCost = _settings.Get(PerformanceSettingTable.MaxCost),
            Speech = new SpeechExecution(
                new ChunkCapacity(SpeechSettings?.MaxConcurrent ?? 1, MemoryPerWorker), OnDemandAddress(ModelRole.Speech) is not null),
            InputTokens = _writer?.InputTokens,
            OnDemand = OnDemandAddress(ModelRole.Summaries) is not null,
        })
    {
        IsPriced = IsPriced,
        SendsCallbacks = _settings.Get(AzureSettingTable.CallbackSecret) is not null,
    };

    /// <summary>
    /// The address of a model server that the host runs and that sleeps while it is not called. A provider's service
    /// never sleeps, and its address is not this one.
    /// </summary>
    public Uri? OnDemandAddress(ModelRole role) => _settings.Get(AzureSettingTable.ModelsOnDemand)
        ? _settings.Get(role is ModelRole.Speech ? SpeechSettingTable.BaseUrl : SettingTable.LlmBaseUrl)
        : null;

    public bool HasServersOnDemand => Enum.GetValues<ModelRole>().Any(role => OnDemandAddress(role) is not null);

    /// <summary>The calls of this process to the servers that have an <see cref="OnDemandAddress"/>.</summary>
    public ModelLoadDocument Load()
    {
        return new(Of(ModelRole.Speech, Speech?.Load), Of(ModelRole.Summaries, _model?.Load));

        CallLoad Of(ModelRole role, CallLoad? load) => OnDemandAddress(role) is null ? default : load ?? default;
    }

    public void Dispose()
    {
        Speech?.Dispose();
        _model?.Dispose();
    }
}
