using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Hardware;
using Yttl.Core.Providers;
using Yttl.Core.Speech;
using Yttl.LocalEngine.Settings;
using Yttl.Workflows.Runs;

namespace Yttl.LocalEngine.LocalModels;

/// <summary>Makes the options of speech recognition for a run from what this host can recognise at once.</summary>
internal sealed class SpeechOptionsFactory(HostSettings settings, HardwareProbe hardware)
{
    /// <summary>What a plan assumes where no recogniser is configured: a server on this machine.</summary>
    private static readonly RecognizerSettings Assumed =
        new(SpeechSettings.Choose(ProviderTable.Local, baseUrl: null, model: null, readEnvironment: _ => null)!);

    private readonly Lock _lock = new();
    private Task<SpeechCapacity>? _capacity;

    /// <returns>Null where no recogniser is configured.</returns>
    /// <exception cref="YttlException">
    /// <c>speech.none-set-up</c>: recognition is demanded, and no recogniser is configured.
    /// </exception>
    public SpeechOptions? Options(SpeechRecognitionOptions options) =>
        settings.Recognizer is { } recognizer ? Options(recognizer, options)
        : options.Force ? throw SpeechRecognitionOptions.NotConfigured()
        : null;

    /// <summary>The same, with a recogniser on this machine where none is configured.</summary>
    public SpeechOptions AssumedOptions(SpeechRecognitionOptions options) => Options(settings.Recognizer ?? Assumed, options);

    public async Task<SpeechExecution> ExecutionAsync(bool sequential, CancellationToken cancellationToken)
    {
        if (settings.Recognizer is not { } recognizer)
            return SpeechExecution.None;
        var capacity = (await CapacityAsync(recognizer, cancellationToken)).Chunks;
        return new SpeechExecution(sequential ? capacity with { Workers = 1 } : capacity);
    }

    public async Task<ChunkCapacity> AssumedCapacityAsync(CancellationToken cancellationToken) =>
        (await CapacityAsync(settings.Recognizer ?? Assumed, cancellationToken)).Chunks;

    /// <summary>Probes the machine once. Its free memory is that of the probe.</summary>
    public Task<SpeechCapacity> CapacityAsync(RecognizerSettings recognizer, CancellationToken cancellationToken)
    {
        lock (_lock)
            _capacity ??= ReadAsync(recognizer);
        return _capacity.WaitAsync(cancellationToken);
    }

    private static SpeechOptions Options(RecognizerSettings recognizer, SpeechRecognitionOptions options) =>
        new(recognizer.Speech.Identity, options.Silence, options.Chunks, recognizer.Speech.Profile, options.Force);

    private async Task<SpeechCapacity> ReadAsync(RecognizerSettings recognizer)
    {
        var machine = await hardware.ReadAsync(CancellationToken.None);
        return recognizer.Speech.BaseUrl is null
            ? SpeechCapacity.OfLocal(
                machine,
                recognizer.MaxConcurrent,
                WhisperModelMemory.Estimate(recognizer.Speech.Model),
                recognizer.MemoryLimitMegabytes)
            : SpeechCapacity.OfRemote(machine, recognizer.MaxConcurrent, recognizer.MemoryLimitMegabytes);
    }
}
