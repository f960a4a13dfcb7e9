using Yttl.Cli.Hosting;
using Yttl.Cli.Settings;
using Yttl.Core.Chunking;
using Yttl.Core.Settings;
using Yttl.LocalEngine.Settings;
using Yttl.Workflows.Memory;

namespace Yttl.Cli.Specs.Settings;

/// <summary>Each optimisation has a switch of its own, and <c>sequential</c> is all of them.</summary>
public sealed class OptimisationsSpecs
{
    private static readonly (string Key, string Off)[] Switches =
    [
        ("max_concurrent_llm", "1"),
        ("max_concurrent_whisper", "1"),
        ("max_concurrent_decode", "1"),
        ("max_concurrent_videos", "1"),
        ("chunk_size_strategy", "fixed"),
    ];

    [Fact]
    public void By_default_all_are_on()
    {
        var state = StateWith();

        state.ShouldNotContain(optimisation => optimisation.Value == "off");
    }

    [Fact]
    public void Each_is_switched_off_alone()
    {
        foreach (var (key, off) in Switches)
            StateWith((key, off)).Where(optimisation => optimisation.Value == "off")
                .Select(optimisation => optimisation.Key).ShouldBe([key]);
    }

    [Fact]
    public void A_number_of_calls_switches_off_the_search_for_the_providers_limit_alone()
    {
        var model = Host(("max_concurrent_llm", "7")).LanguageModel!;

        (model.MaxConcurrent, model.FindsLimit).ShouldBe((7, false));
        Host().LanguageModel!.FindsLimit.ShouldBeTrue();
    }

    [Theory]
    [InlineData("no_resume", Reuse.Nothing)]
    [InlineData("refresh", Reuse.LookAgain)]
    [InlineData("sequential", Reuse.Everything)]
    public void Remembered_work_has_switches_of_its_own_that_one_thing_at_a_time_is_not(string key, Reuse reuse) =>
        EngineSettings.ReuseIn(Settings((key, "true"))).ShouldBe(reuse);

    [Fact]
    public void Sequential_switches_off_all_whatever_else_is_set()
    {
        StateWith(("sequential", "true")).Values.ShouldAllBe(state => state == "off");
        StateWith([("sequential", "true"), .. Switches.Select(one => (one.Key, one.Off is "1" ? "9" : "adaptive"))])
            .Values.ShouldAllBe(state => state == "off");
        EngineSettings.Options(Settings(("sequential", "true"))).Sequential.ShouldBeTrue();
    }

    [Fact]
    public void The_original_programs_flag_for_all_of_them_is_sequential() =>
        OriginalFlags.All.ShouldContain(("--disable-performance-optimizations", "sequential"));

    private static Dictionary<string, string> StateWith(params (string Key, string Text)[] said)
    {
        var settings = Settings(said);
        var host = Host(said);
        return new Dictionary<string, string>
        {
            ["max_concurrent_llm"] = host.LanguageModel!.MaxConcurrent == 1 ? "off" : "on",
            ["max_concurrent_whisper"] = host.Recognizer!.MaxConcurrent == 1 ? "off" : "on",
            // A machine with one core has nothing to switch off.
            ["max_concurrent_decode"] =
                host.Decoders == 1 && (Environment.ProcessorCount > 1 || said.Length > 0) ? "off" : "on",
            ["max_concurrent_videos"] =
                host.VideosAtOnce == 1 && EngineSettings.VideosAtOnce(settings) == 1 ? "off" : "on",
            ["chunk_size_strategy"] =
                EngineSettings.Speech(settings).Chunks.Strategy is ChunkStrategy.Fixed ? "off" : "on",
        };
    }

    private static HostSettings Host(params (string Key, string Text)[] said) =>
        EngineSettings.Host(Settings(said));

    private static Configuration Settings(params (string Key, string Text)[] said) => Configuration.Resolve(Hosts.CommandLine,
    [
        new Layer(
            [
                .. said.Select(one => new Entry(one.Key, one.Text, "spec")),
                new Entry("openai_api_key", "sk-1", "spec"),
                new Entry("home", Path.GetTempPath(), "spec"),
            ],
            []),
    ]);
}
