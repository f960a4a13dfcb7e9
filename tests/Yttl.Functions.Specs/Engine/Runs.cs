using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;
using Yttl.Workflows;

namespace Yttl.Functions.Specs.Engine;

/// <summary>What the specs run.</summary>
internal static class Runs
{
    public const string Talk = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";

    public static SummaryOptions Summary { get; } =
        new("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null);

    public static RunOptions Options(int window = 3, SpeechOptions? speech = null) =>
        new(null, speech, [], Summary, window, [], ".");

    public static VideoInput Video(string source = Talk, int window = 3, SpeechOptions? speech = null) =>
        new(source, Options(window, speech));

    public static SpeechOptions Speech(int workers, bool force = false) => new(
        new SpeechModel("local", "whisper"),
        SilenceSettings.Default,
        ChunkOptions.Default,
        new RecognizerProfile(1, RecognizerProfile.Window, 1, default, default, 1),
        new ChunkCapacity(workers, 256L << 20),
        force);
}
