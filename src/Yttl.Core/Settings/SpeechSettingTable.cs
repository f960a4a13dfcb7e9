using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Providers;
using Yttl.Core.ModelServers;

namespace Yttl.Core.Settings;

/// <summary>The settings of speech recognition, for videos without captions.</summary>
public static class SpeechSettingTable
{
    public static readonly Setting<bool> ForceTranscribe = new(
        Hosts.CommandLine,
        "force_transcribe",
        false,
        ValueParsers.Switch,
        "Recognise speech even where there are captions");

    public static readonly Setting<string> Provider = new(
        Hosts.All,
        "whisper_provider",
        ProviderTable.Auto,
        ValueParsers.OneOf([.. ProviderCapability.Speech.Names.Select(name => (name, name))]),
        $"Who recognises speech where there are no captions: {string.Join(", ", ProviderCapability.Speech.Names)}; "
        + "auto takes the first that is set up");

    public static readonly Setting<Uri?> BaseUrl = new(
        Hosts.All,
        "whisper_base_url",
        null,
        ValueParsers.Address,
        "Address of an OpenAI-compatible speech server, up to /v1")
    {
        TrustedFromProjectFile = ThisMachine.IsLoopback,
    };

    public static readonly Setting<string?> Model = new(
        Hosts.All,
        "whisper_model",
        null,
        ValueParsers.Text("NAME", "a model's name"),
        "The provider's name of the model (its usual one); for local a name such as base, OWNER/REPO/FILE or a file")
    {
        TrustedFromProjectFile = text => !text.Contains('/') && !text.Contains('\\'),
    };

    public static readonly Setting<int?> MaxConcurrent = new(
        Hosts.All,
        "max_concurrent_whisper",
        null,
        ValueParsers.Concurrency,
        "Chunks recognised at once; auto follows the hardware, or 2");

    public static readonly Setting<ChunkStrategy> Strategy = new(
        Hosts.All,
        "chunk_size_strategy",
        ChunkOptions.Default.Strategy,
        ValueParsers.OneOf(
            ("adaptive", ChunkStrategy.Adaptive),
            ("fixed", ChunkStrategy.Fixed),
            ("memory_optimized", ChunkStrategy.MemoryOptimized)),
        "How audio is cut into chunks");

    public static readonly Setting<TimeSpan> ChunkSeconds = new(
        Hosts.All,
        "chunk_seconds",
        ChunkOptions.Default.FixedLength,
        ValueParsers.Seconds(10, 3600),
        "Length of fixed chunks, and of any that another strategy falls back to");

    public static readonly Setting<double?> SilenceThreshold = new(
        Hosts.All,
        "silence_threshold",
        SilenceSettings.Default.Threshold,
        ValueParsers.Decibels,
        "What is quieter is silence; auto follows the noise and the speech");

    public static readonly Setting<TimeSpan> MinSilence = new(
        Hosts.All,
        "min_silence",
        SilenceSettings.Default.MinLength,
        ValueParsers.Seconds(0.1, 10),
        "Shorter silences are not looked at");

    public static readonly Setting<int> MemoryLimit = new(
        Hosts.CommandLine,
        "memory_limit_mb",
        SpeechCapacity.DefaultMemoryLimit,
        ValueParsers.WholeNumber(SpeechCapacity.LeastMemoryLimit, SpeechCapacity.MostMemoryLimit, "MB"),
        "Memory for recognising speech, servers and chunks together");

    public static readonly Setting<int?> MaxConcurrentDecode = new(
        Hosts.All,
        "max_concurrent_decode",
        null,
        ValueParsers.Concurrency,
        "Ranges of one audio track that are decoded at once; auto is one a core");

    public static readonly Setting<string?> Server = ThisMachine.Path(
        Hosts.CommandLine,
        "whisper_server",
        null,
        "Program that recognises on this machine (yttl-whisper or whisper-server)");

    public static readonly Setting<Uri?> ModelBaseUrl = new(
        Hosts.CommandLine,
        "model_base_url",
        ModelFiles.HuggingFace,
        ValueParsers.Address,
        "Where models are downloaded from")
    {
        TrustedFromProjectFile = _ => false,
    };

    /// <summary>The settings that are options of <c>plan</c>.</summary>
    public static readonly IReadOnlyList<Setting> PlanOptions =
        [Provider, BaseUrl, Model, MaxConcurrent, Strategy, ChunkSeconds, SilenceThreshold, MinSilence, MemoryLimit];

    /// <summary>The settings that are options of every command that recognises speech.</summary>
    public static readonly IReadOnlyList<Setting> Options = [ForceTranscribe, .. PlanOptions];
}
