using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;
using Yttl.Functions.Engine;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;

namespace Yttl.Functions.Specs.Engine;

/// <summary>What the specs run.</summary>
internal static class Runs
{
    public const string Talk = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";

    public static SummaryOptions Summary { get; } =
        new("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null);

    public static RunOptions Options { get; } = new(null, null, [], Summary);

    public static ExecutionOptions Execution { get; } = new(Window: 3, [], ".") { VideoWindow = 2 };

    public static StepCancellation Steps => new(TimeProvider.System, NullLogger<StepCancellation>.Instance);

    public static HostDefaults Defaults { get; } = new(Options, Execution);

    public static RunInput Video(string source = Talk, int window = 3) => new(source, Options, Execution with { Window = window });

    public static SpeechOptions Speech { get; } = new(
        new SpeechModel("local", "whisper"),
        SilenceSettings.Default,
        ChunkOptions.Default,
        new RecognizerProfile(1, RecognizerProfile.Window, 1, default, default, 1),
        Force: false);
}
