using Yttl.Core.Performance;

namespace Yttl.Core.Specs.Performance;

public sealed class PerformanceAdviceSpecs
{
    private static readonly ReportPerformance Run = new(
        20,
        [
            new ReportPhase("read-captions", 1, 1) { WorkSeconds = 1 },
            new ReportPhase("summarize-segment", 16, 10) { WorkSeconds = 40, WaitSeconds = 59 },
        ],
        10, 5, default)
    {
        Slots = 5,
        CriticalPathSeconds = 6,
    };

    [Fact]
    public void Rate_limits_are_named_with_their_share_and_with_what_to_do() =>
        PerformanceAdvice.From(Run with { Waits = new ReportWaits(4, 41, 4) }).ShouldBe(
        [
            "Most of the time: summarize-segment, 80 % of the run.",
            "Rate-limit waits: 41 % of the steps' time. The provider asked for fewer calls. --max-concurrent-llm auto "
            + "finds how many a known provider takes; for a server of your own give its number. Only a higher limit there is "
            + "faster than that.",
        ]);

    [Fact]
    public void Waits_for_a_turn_ask_for_more_calls_at_once_where_the_provider_did_not_object() =>
        PerformanceAdvice.From(Run with { Waits = new ReportWaits(50, 0, 9) })
            .Skip(1).Select(line => line.Split(':')[0]).ShouldBe(["Waits for a turn", "Waits after failures"]);

    [Theory]
    [InlineData(0, "cannot help.")]
    [InlineData(7, "cannot help, a faster model can.")]
    public void A_chain_that_takes_all_the_time_is_beyond_the_help_of_more_calls(int tokens, string end) =>
        PerformanceAdvice.From(Run with { CriticalPathSeconds = 18, Tokens = new(tokens, tokens) })[^1]
            .ShouldBe("Critical path: the longest chain of steps that need each other takes 18.0 s of 20.0 s. More calls at once " + end);

    [Fact]
    public void Slots_that_were_never_used_are_told() =>
        PerformanceAdvice.From(Run with { Slots = 24 })[^1]
            .ShouldBe("Unused slots: 19 of 24. This run has no more to do at once.");

    [Fact]
    public void Nothing_measured_is_nothing_said() =>
        PerformanceAdvice.From(new ReportPerformance(0, [], 0, 0, default)).ShouldBeEmpty();
}
