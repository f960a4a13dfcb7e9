namespace Yttl.Cli.Settings;

/// <summary>
/// A setting of the design that this version does not have yet: understood, answered, never silently obeyed or ignored.
/// </summary>
/// <param name="Answer">What to tell who uses it.</param>
/// <param name="Demands">
/// It asks for something that cannot be done, so the command stops; otherwise it changes nothing and is noted.
/// </param>
internal sealed record LaterSetting(string Key, string Answer, bool Demands = false, bool IsSwitch = false)
{
    public string Flag => "--" + Key.Replace('_', '-');
}

/// <summary>
/// What later versions bring. A row leaves this table for <see cref="SettingTable"/> when its feature is built.
/// </summary>
internal static class LaterSettings
{
    private const string NoSpeech = "speech recognition is not in this version, captions are used";
    private const string NoLocalModel =
        "models are not run by this version: start llama-server with it and give --llm-base-url";

    public static readonly IReadOnlyList<LaterSetting> All =
    [
        new(
            "force_transcribe",
            "speech recognition is not in this version: leave it out to use captions",
            Demands: true,
            IsSwitch: true),
        new("whisper_provider", NoSpeech),
        new("whisper_base_url", NoSpeech),
        new("whisper_model", NoSpeech),
        new("max_concurrent_whisper", NoSpeech),
        new("chunk_size_strategy", NoSpeech),
        new("chunk_seconds", NoSpeech),
        new("silence_threshold", NoSpeech),
        new("min_silence", NoSpeech),
        new("memory_limit_mb", "no limit is kept in this version"),
        new("whisper_server", NoSpeech),
        new("llama_server", NoLocalModel),
        new("model_base_url", "no model is downloaded by this version"),
        new("local_model_repo", NoLocalModel, Demands: true),
        new("local_model_file", NoLocalModel, Demands: true),
        new(
            "performance_report",
            "the performance report is not in this version; --format json has the times",
            IsSwitch: true),
    ];
}
