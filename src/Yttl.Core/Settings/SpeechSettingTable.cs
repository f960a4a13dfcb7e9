using Yttl.Core.Chunking;
using Yttl.Core.Providers;

namespace Yttl.Core.Settings;

/// <summary>The settings of speech recognition, for videos without captions.</summary>
public static class SpeechSettingTable
{
    public static readonly Setting<bool> ForceTranscribe = new(
        "force_transcribe", "false", ValueParsers.Switch, "Recognise speech even where there are captions");

    public static readonly Setting<string> Provider = new(
        "whisper_provider",
        "auto",
        ValueParsers.OneOf([.. ProviderCapability.Speech.Names.Select(name => (name, name))]),
        $"Who recognises speech where there are no captions: {string.Join(", ", ProviderCapability.Speech.Names)}; "
        + "auto takes the first that is set up");

    public static readonly Setting<Uri?> BaseUrl = new(
        "whisper_base_url", "", ValueParsers.Address, "Address of an OpenAI-compatible speech server, up to /v1")
    {
        TrustedFromProjectFile = ThisMachine.IsLoopback,
    };

    public static readonly Setting<string?> Model = new(
        "whisper_model",
        "",
        ValueParsers.Text("NAME", "a model's name"),
        "The provider's name of the model (its usual one); for local a name such as base, OWNER/REPO/FILE or a file")
    {
        TrustedFromProjectFile = text => !text.Contains('/') && !text.Contains('\\'),
    };

    public static readonly Setting<int?> MaxConcurrent = new(
        "max_concurrent_whisper",
        "auto",
        ValueParsers.Concurrency,
        "Chunks recognised at once; auto follows the hardware, or 2");

    public static readonly Setting<ChunkStrategy> Strategy = new(
        "chunk_size_strategy",
        "adaptive",
        ValueParsers.OneOf(
            ("adaptive", ChunkStrategy.Adaptive),
            ("fixed", ChunkStrategy.Fixed),
            ("memory_optimized", ChunkStrategy.MemoryOptimized)),
        "How audio is cut into chunks");

    public static readonly Setting<TimeSpan> ChunkSeconds = new(
        "chunk_seconds",
        "300",
        ValueParsers.Seconds(10, 3600),
        "Length of fixed chunks, and of any that another strategy falls back to");

    public static readonly Setting<double?> SilenceThreshold = new(
        "silence_threshold",
        "auto",
        ValueParsers.Decibels,
        "What is quieter is silence; auto follows the noise and the speech");

    public static readonly Setting<TimeSpan> MinSilence = new(
        "min_silence", "0.5", ValueParsers.Seconds(0.1, 10), "Shorter silences are not looked at");

    public static readonly Setting<int> MemoryLimit = new(
        "memory_limit_mb",
        "4096",
        ValueParsers.WholeNumber(SpeechCapacity.LeastMemoryLimit, SpeechCapacity.MostMemoryLimit, "MB"),
        "Memory for recognising speech, servers and chunks together");

    public static readonly Setting<int?> MaxConcurrentDecode = new(
        "max_concurrent_decode",
        "auto",
        ValueParsers.Concurrency,
        "Ranges of one audio track that are decoded at once; auto is one a core");

    public static readonly Setting<string?> Server = ThisMachine.Path(
        "whisper_server", "", "Program that recognises on this machine (yttl-whisper or whisper-server)");

    public static readonly Setting<Uri?> ModelBaseUrl = new(
        "model_base_url", "https://huggingface.co/", ValueParsers.Address, "Where models are downloaded from")
    {
        TrustedFromProjectFile = _ => false,
    };

    /// <summary>The settings that are options of <c>plan</c>.</summary>
    public static readonly IReadOnlyList<Setting> PlanOptions =
        [Provider, BaseUrl, Model, MaxConcurrent, Strategy, ChunkSeconds, SilenceThreshold, MinSilence, MemoryLimit];

    /// <summary>The settings that are options of every command that listens.</summary>
    public static readonly IReadOnlyList<Setting> Options = [ForceTranscribe, .. PlanOptions];
}
