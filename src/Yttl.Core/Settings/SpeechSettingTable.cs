using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.ModelServers;
using Yttl.Core.Providers;

namespace Yttl.Core.Settings;

/// <summary>The settings of speech recognition, for videos without captions.</summary>
public static class SpeechSettingTable
{
    public static readonly Setting<bool> ForceTranscribe = new(
        Hosts.CommandLine,
        "force_transcribe",
        false,
        ValueParsers.Switch,
        "Transcribe the audio even if captions exist");

    public static readonly Setting<string> Provider = new(
        Hosts.All,
        "whisper_provider",
        ProviderTable.Auto,
        ValueParsers.OneOf([.. ProviderCapability.Speech.Names.Select(name => (name, name))]),
        $"Speech-to-text provider, used when there are no captions: {string.Join(", ", ProviderCapability.Speech.Names)}; "
        + "auto takes the first that is set up");

    public static readonly Setting<Uri?> BaseUrl = new(
        Hosts.All,
        "whisper_base_url",
        null,
        ValueParsers.Address,
        "URL of an OpenAI-compatible speech server, up to /v1")
    {
        TrustedFromProjectFile = ThisMachine.IsLoopback,
    };

    public static readonly Setting<string?> Model = new(
        Hosts.All,
        "whisper_model",
        null,
        ValueParsers.Text("NAME", "a model's name"),
        "Speech model [the provider's default]; for local a name such as base, OWNER/REPO/FILE or a file")
    {
        TrustedFromProjectFile = text => !text.Contains('/') && !text.Contains('\\') && !File.Exists(text),
    };

    public static readonly Setting<int?> MaxConcurrent = new(
        Hosts.All,
        "max_concurrent_whisper",
        null,
        ValueParsers.Concurrency,
        "Concurrent transcriptions; auto follows the hardware");

    public static readonly Setting<ChunkStrategy> Strategy = new(
        Hosts.All,
        "chunk_size_strategy",
        ChunkOptions.Default.Strategy,
        ValueParsers.OneOf(
            ("adaptive", ChunkStrategy.Adaptive),
            ("fixed", ChunkStrategy.Fixed),
            ("memory_optimized", ChunkStrategy.MemoryOptimized)),
        "How audio is cut into chunks: adaptive, fixed or memory_optimized");

    public static readonly Setting<TimeSpan> ChunkSeconds = new(
        Hosts.All,
        "chunk_seconds",
        ChunkOptions.Default.FixedLength,
        ValueParsers.Seconds(10, 3600),
        "Length of fixed chunks, and of those that another strategy falls back to");

    public static readonly Setting<double?> SilenceThreshold = new(
        Hosts.All,
        "silence_threshold",
        SilenceSettings.Default.Threshold,
        ValueParsers.Decibels,
        "Volume below which audio counts as silence; auto follows the recording");

    public static readonly Setting<TimeSpan> MinSilence = new(
        Hosts.All,
        "min_silence",
        SilenceSettings.Default.MinLength,
        ValueParsers.Seconds(0.1, 10),
        "Ignore silences shorter than this");

    public static readonly Setting<int> MemoryLimit = new(
        Hosts.CommandLine,
        "memory_limit_mb",
        SpeechCapacity.DefaultMemoryLimit,
        ValueParsers.WholeNumber(SpeechCapacity.LeastMemoryLimit, SpeechCapacity.MostMemoryLimit, "MB"),
        "Memory for speech to text, servers and chunks together");

    public static readonly Setting<int?> MaxConcurrentDecode = new(
        Hosts.All,
        "max_concurrent_decode",
        null,
        ValueParsers.Concurrency,
        "Concurrent decoders of one audio track; auto is one per core");

    public static readonly Setting<string?> Server = ThisMachine.Path(
        Hosts.CommandLine,
        "whisper_server",
        null,
        "Speech server program of this machine (yttl-whisper or whisper-server)");

    public static readonly Setting<Uri?> ModelBaseUrl = new(
        Hosts.CommandLine,
        "model_base_url",
        ModelFiles.HuggingFace,
        ValueParsers.Address,
        "URL that models are downloaded from")
    {
        TrustedFromProjectFile = _ => false,
    };

    /// <summary>The settings that are options of every command that recognises speech, or plans to.</summary>
    public static readonly IReadOnlyList<Setting> Options =
    [
        ForceTranscribe, Provider, BaseUrl, Model, MaxConcurrent, Strategy, ChunkSeconds, SilenceThreshold, MinSilence, MemoryLimit,
    ];
}
