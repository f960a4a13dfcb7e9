namespace Yttl.Cli.Settings;

/// <summary>The flags of the original Python program, by the key of the same meaning.</summary>
internal static class OriginalFlags
{
    public static readonly IReadOnlyList<(string Flag, string Key)> All =
    [
        ("-lp", "llm_provider"),
        ("-sb", "sponsorblock"),
        ("-om", "llm_model"), ("-gm", "llm_model"), ("--openai-model", "llm_model"), ("--groq-model", "llm_model"),
        ("-hm", "llm_model"), ("--huggingchat-model", "llm_model"),
        ("-ou", "llm_base_url"), ("--openai-base-url", "llm_base_url"),
        ("--disable-performance-optimizations", "sequential"),
        ("-wp", "whisper_provider"),
        ("-lwm", "whisper_model"), ("-wm", "whisper_model"), ("--local-whisper-model", "whisper_model"),
        ("--force-local-transcribe", "force_transcribe"),
        ("-lmr", "local_model_repo"), ("-lmf", "local_model_file"),
    ];

    /// <summary>The original program had no commands: its <c>-s WORDS</c> becomes the command <c>search</c>.</summary>
    public static IReadOnlyList<string> Translate(IReadOnlyList<string> arguments) =>
        arguments is ["-s" or "--search", ..] ? ["search", .. arguments.Skip(1)] : arguments;
}
