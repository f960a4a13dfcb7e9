using System.Diagnostics.CodeAnalysis;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Failures;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Performance;
using Yttl.Core.Processes;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Extractive;

namespace Yttl.Core.Hosting;

/// <summary>What a host provides to all steps, made once per process.</summary>
public sealed class StepDependencies
{
    public required IArtifactStore Artifacts { get; init; }

    public required IAudioStore Audio { get; init; }

    public required Toolset Tools { get; init; }

    public required YtDlpSettings YtDlp { get; init; }

    public required TimeProvider Time { get; init; }

    public ProcessRunner Processes { get; } = new();

    /// <summary>For untrusted addresses. Connects as <see cref="YtDlpSettings.Proxy"/> says.</summary>
    public required HttpClient Http { get; init; }

    /// <summary>For the addresses of callbacks, which do not go through a proxy for sites.</summary>
    [AllowNull]
    public HttpClient CallbackHttp { get => field ?? Http; init; }

    /// <summary>For addresses from the settings of the host.</summary>
    public required HttpClient TrustedHttp { get; init; }

    public required Uri SponsorBlock { get; init; }

    /// <summary>How many ranges of one audio track are decoded at once, at least 1.</summary>
    public int Decoders { get; init; } = Environment.ProcessorCount;

    /// <summary>Set to null for a host without a speech recogniser.</summary>
    /// <exception cref="YttlException">
    /// <c>speech.none-set-up</c>: no recogniser is configured, and a step needs one.
    /// </exception>
    [AllowNull]
    public ISpeechToText Speech { get => field ?? throw NoRecognizer(); init; }

    /// <summary>
    /// How to reach <see cref="Speech"/>, and the audio that it takes; null where no speech is recognised.
    /// </summary>
    public SpeechSettings? SpeechSettings { get; init; }

    /// <summary>Packs audio for <see cref="Speech"/>.</summary>
    /// <inheritdoc cref="Speech" path="/exception"/>
    public ChunkEncoder Encoder => SpeechSettings is { } speech
        ? new ChunkEncoder(speech.Encoding, speech.Profile, Processes, Tools)
        : throw NoRecognizer();

    public ExtractiveSummarizer Extractive { get; } = new();

    /// <summary>Set to null for <see cref="Extractive"/>.</summary>
    [AllowNull]
    public ISummarizer Summarizer { get => field ?? Extractive; init; }

    /// <summary>What models cost, for predictions.</summary>
    public PriceTable Prices { get; init; } = PriceTable.Default;

    /// <summary>How fast the chosen language model answers; null where it was never measured.</summary>
    public Func<CallPace?> Pace { get; init; } = () => null;

    /// <summary>Measures where the time of the calling step's run went; null where nothing is measured.</summary>
    public Func<ReportRequest, Task<ReportPerformance?>>? Performance { get; init; }

    /// <summary>
    /// The base address of a model server that the host runs and that sleeps while it is not called; null where there
    /// is none.
    /// </summary>
    public Func<ModelRole, Uri?> OnDemandAddress { get; init; } = _ => null;

    /// <summary>The secret that callbacks are signed with; null sends no callbacks.</summary>
    public string? CallbackSecret { get; init; }

    private static YttlException NoRecognizer() =>
        new(FailureCategory.Input, "speech.none-set-up", "No speech recogniser is configured.");
}
