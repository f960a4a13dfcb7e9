using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;

namespace Yttl.LocalEngine.Settings;

/// <summary>How audio becomes text where there are no captions.</summary>
public sealed record SpeechRecognitionOptions
{
    public static readonly SpeechRecognitionOptions Default = new();

    /// <summary>Whether to recognise speech although there are captions.</summary>
    public bool Force { get; init; }

    public SilenceSettings Silence { get; init; } = SilenceSettings.Default;

    public ChunkOptions Chunks { get; init; } = ChunkOptions.Default;

    /// <summary>Speech recognition is demanded, and no recogniser is configured.</summary>
    public static YttlException NotConfigured() => new(
        FailureCategory.Input,
        "speech.none-set-up",
        $"no speech recogniser is configured: give {SettingName.For("whisper_provider")} with its key, "
        + $"{SettingName.For("whisper_base_url")}, or {SettingName.For("whisper_model")} for a server on this machine");
}
