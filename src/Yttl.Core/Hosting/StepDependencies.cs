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

/// <summary>What a host gives all steps to work with, made once per process.</summary>
public sealed class StepDependencies
{
    public required IArtifactStore Artifacts { get; init; }

    public required IAudioStore Audio { get; init; }

    public required Toolset Tools { get; init; }

    public required YtDlpSettings YtDlp { get; init; }

    public required TimeProvider Time { get; init; }

    public ProcessRunner Processes { get; } = new();

    /// <summary>For addresses that come from outside; connects as <see cref="YtDlpSettings.Proxy"/> says.</summary>
    public required HttpClient Http { get; init; }

    /// <summary>For addresses that the settings of the host name.</summary>
    public required HttpClient TrustedHttp { get; init; }

    public required Uri SponsorBlock { get; init; }

    /// <summary>Ranges of one audio track that are decoded at once, at least 1.</summary>
    public int Decoders { get; init; } = Environment.ProcessorCount;

    /// <summary>Set to null where no speech is recognised.</summary>
    /// <exception cref="YttlException"><c>speech.none-set-up</c>: there is none, and a step needs it.</exception>
    [AllowNull]
    public ISpeechToText Speech { get => field ?? throw NoRecognizer(); init; }

    /// <summary>How <see cref="Speech"/> is reached and takes audio; null where no speech is recognised.</summary>
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

    /// <summary>Where the time of the run went that the calling step works for; null where nothing is measured.</summary>
    public Func<ReportRequest, Task<ReportPerformance?>>? Performance { get; init; }

    /// <summary>The base address of a model server of the host's own that sleeps while it is not called; null where there is none.</summary>
    public Func<ModelRole, Uri?> OnDemandAddress { get; init; } = _ => null;

    /// <summary>What callbacks are signed with; null sends none.</summary>
    public string? CallbackSecret { get; init; }

    private static YttlException NoRecognizer() =>
        new(FailureCategory.Input, "speech.none-set-up", "No speech recogniser is configured.");
}
