using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Settings;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Calls;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.Core.Summaries.Extractive;
using Yttl.Core.Summaries.Prompting;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;

namespace Yttl.Functions.Hosting;

/// <summary>Who writes and who listens. One client of each per process: it owns the limit of calls at once.</summary>
internal sealed class ModelClients : IDisposable
{
    /// <summary>Of a worker's audio in memory; a chunk of ten minutes takes a tenth of it.</summary>
    private const long MemoryPerWorker = 256L * 1024 * 1024;

    private readonly Configuration _settings;
    private readonly LanguageModelSettings? _writer;
    private readonly SpeechSettings? _listener;
    private readonly OpenAiLanguageModel? _model;

    public ModelClients(Configuration settings, TimeProvider time)
    {
        _settings = settings;
        _writer = settings.LanguageModel() is { } model ? model with
        {
            MaxConcurrent = settings.Get(SettingTable.MaxConcurrentLlm) ?? model.MaxConcurrent,
        } : null;
        // This app starts no model servers.
        _listener = settings.Speech() is { BaseUrl: not null } speech ? speech with
        {
            MaxConcurrent = settings.Get(SpeechSettingTable.MaxConcurrent) ?? speech.MaxConcurrent,
        } : null;
        _model = _writer is null ? null : new OpenAiLanguageModel(_writer, time);
        Summarizer = _model is null ? Extractive : new LlmSummarizer(_model, _writer!.InputTokens);
        Speech = _listener is null ? new NoRecognizer() : new OpenAiSpeechToText(_listener, time);
    }

    public ExtractiveSummarizer Extractive { get; } = new();

    public ISummarizer Summarizer { get; }

    public ISpeechToText Speech { get; }

    public ChunkEncoder EncoderOf(ProcessRunner processes, Toolset tools) => _listener is { } listener
        ? new ChunkEncoder(listener.Encoding, listener.Profile, processes, tools)
        : new ChunkEncoder(SpeechEncoding.Wav, new(1, RecognizerProfile.Window, 1, default, default, 1), processes, tools);

    /// <summary>What every run starts from. Reports are rendered when they are asked for, so that a run writes none.</summary>
    public HostDefaults Defaults() => new(
        new RunOptions(
            Language: null,
            _listener is null ? null : new SpeechOptions(
                _listener.Identity, _settings.Silence(), _settings.Chunks(), _listener.Profile, Force: false),
            SponsorBlock: [],
            new SummaryOptions(
                _writer?.Provider ?? ProviderTable.Extractive, _writer?.Model ?? "",
                OutputLanguage: null, SettingTable.Length.DefaultValue, SettingTable.Style.DefaultValue, Instructions: null)),
        new ExecutionOptions(_writer?.MaxConcurrent ?? Environment.ProcessorCount, Formats: [], OutputFolder: ".")
        {
            VideoWindow = _settings.Get(SettingTable.MaxConcurrentVideos),
            TimeLimit = _settings.Get(RetrySettingTable.RunTimeLimit),
            Speech = new SpeechExecution(
                new ChunkCapacity(_listener?.MaxConcurrent ?? 1, MemoryPerWorker), OnDemandAddress(ModelRole.Speech) is not null),
            InputTokens = _writer?.InputTokens,
            OnDemand = OnDemandAddress(ModelRole.Summaries) is not null,
        })
    {
        SendsCallbacks = _settings.Get(AzureSettingTable.CallbackSecret) is not null,
    };

    /// <summary>Of a server of our own that sleeps while nobody calls; a provider's never does, and its address is its own.</summary>
    public Uri? OnDemandAddress(ModelRole role) => _settings.Get(AzureSettingTable.ModelsOnDemand)
        ? _settings.Get(role is ModelRole.Speech ? SpeechSettingTable.BaseUrl : SettingTable.LlmBaseUrl)
        : null;

    public void Dispose()
    {
        (Speech as IDisposable)?.Dispose();
        _model?.Dispose();
    }

    /// <summary>Never asked: a run without a recogniser plans no speech.</summary>
    private sealed class NoRecognizer : ISpeechToText
    {
        public Task<SpeechAnswer> TranscribeAsync(SpeechUpload upload, CancellationToken cancellationToken) =>
            throw new YttlException(
                FailureCategory.Input, "speech.none-set-up", "Nobody is set up to recognise speech: set YTTL_WHISPER_BASE_URL.");
    }
}
