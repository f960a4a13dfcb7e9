using Yttl.Benchmarks.Micro;
using Yttl.Benchmarks.Quality;
using Yttl.Benchmarks.Torture;

namespace Yttl.Benchmarks;

/// <summary>Every scenario, in the order of the page.</summary>
internal static class Scenarios
{
    public static readonly IReadOnlyList<Scenario> All =
    [
        new("parallel", "Side by side against one after another", ParallelScenario.RunAsync),
        new("limits", "Finding a provider's limit", LimitsScenario.RunAsync),
        new("chunks", "Ways to cut audio", ChunksScenario.RunAsync),
        new("audio", "Decoding and planning", AudioScenario.RunAsync),
        new("memory", "Memory by length", MemoryScenario.RunAsync),
        new("remember", "Remembering finished work", RememberScenario.RunAsync),
        new("track", "Measuring a run from inside", TrackScenario.RunAsync),
        new("startup", "Starting the program", StartupScenario.RunAsync),
        new("torture", "Kills and damaged files", TortureScenario.RunAsync) { IsByHand = true },
        new("quality", "What summaries are worth", QualityScenario.RunAsync),
        new("micro", "The pure parts", MicroScenario.RunAsync),
    ];
}
