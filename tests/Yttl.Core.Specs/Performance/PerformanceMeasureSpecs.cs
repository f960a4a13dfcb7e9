using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Performance;

namespace Yttl.Core.Specs.Performance;

public sealed class PerformanceMeasureSpecs
{
    private static readonly PriceTable Prices = new("USD", new Dictionary<string, ModelPrice>
    {
        ["small"] = new(Input: 1m, Output: 4m),
        ["groq/small"] = new(Input: 10m, Output: 40m),
        ["ears"] = new(AudioMinute: 0.006m),
    });

    /// <summary>Captions for 2 s, four segments of 4 s on two slots, an hour of 3 s, a whole of 1 s: 14 s of 22 s work.</summary>
    private static readonly StepRecord[] Talk =
    [
        Step("read-captions", 0, 2),
        Segment(2, 4, "s1"), Segment(2, 4, "s2"), Segment(6, 4, "s3"), Segment(6, 4, "s4"),
        Step("consolidate", 10, 3) with { SideBySide = true, Needs = ["s1", "s2", "s3", "s4"], Makes = ["h"] },
        Step("consolidate", 13, 1) with { SideBySide = true, Needs = ["h"] },
    ];

    [Fact]
    public void A_talk_on_two_slots_is_measured()
    {
        var measured = Measure(Talk);

        measured.TotalSeconds.ShouldBe(14);
        measured.SequentialEquivalentSeconds.ShouldBe(22);
        measured.Speedup.ShouldBe(1.571);
        measured.ConcurrencyPeak.ShouldBe(2);
        measured.Slots.ShouldBe(2);
        measured.ConcurrentEfficiency.ShouldBe(0.786);
        measured.CriticalPathSeconds.ShouldBe(10);
        measured.Phases.Select(phase => (phase.Name, phase.Seconds, phase.Calls, phase.WorkSeconds)).ShouldBe(
            [("read-captions", 2, 1, 2), ("summarize-segment", 8, 4, 16), ("consolidate", 4, 2, 4)]);
        measured.Steps.Select(step => step.Slot).ShouldBe([0, 0, 1, 0, 1, 0, 0]);
    }

    [Fact]
    public void Slots_that_were_allowed_and_never_used_lower_the_efficiency() =>
        Measure(Talk, slots: 4).ConcurrentEfficiency.ShouldBe(0.393);

    [Fact]
    public void A_step_whose_calls_overlap_speeds_the_run_up_and_keeps_its_one_slot_at_work_no_more_than_all_the_time()
    {
        var call = Call() with { Attempts = [new(TimeSpan.Zero, Seconds(10))] };

        var measured = Measure([Step("summarize-segment", 0, 10) with { Calls = [call, call, call] }]);

        measured.Speedup.ShouldBe(3);
        measured.ConcurrentEfficiency.ShouldBe(1);
    }

    [Fact]
    public void A_wait_for_a_turn_that_another_video_has_is_no_work()
    {
        var queued = Step("summarize-segment", 0, 10) with { Calls = [Call() with
        {
            Waits = [new(WaitKind.Queue, TimeSpan.Zero, Seconds(8))],
            Attempts = [new(Seconds(8), Seconds(2))],
        }] };

        var measured = Measure([queued]);

        measured.SequentialEquivalentSeconds.ShouldBe(2);
        measured.Speedup.ShouldBe(0.2);
        measured.Waits.ShouldBe(new ReportWaits(8, 0, 0));
        var step = measured.Steps.ShouldHaveSingleItem();
        (step.Start, step.AtWork, step.WaitSeconds).ShouldBe((TimeSpan.Zero, Seconds(8), 8));
    }

    [Fact]
    public void Retries_and_failures_are_counted_by_provider_and_marked_in_time()
    {
        var step = Step("summarize-segment", 5, 9) with
        {
            Calls =
            [
                Call() with
                {
                    Attempts =
                    [
                        new(Seconds(0), Seconds(1), FailureCategory.RateLimit),
                        new(Seconds(4), Seconds(1), FailureCategory.Network),
                        new(Seconds(7), Seconds(2)),
                    ],
                    Waits = [new(WaitKind.RateLimit, Seconds(1), Seconds(3)), new(WaitKind.BackOff, Seconds(5), Seconds(2))],
                },
            ],
        };

        var measured = Measure([Step("read-captions", 0, 5), step]);

        measured.Retries.ShouldBe(2);
        measured.ErrorsByProvider.ShouldBe(
            [new CallErrors("openai", FailureCategory.Network, 1), new CallErrors("openai", FailureCategory.RateLimit, 1)]);
        measured.Waits.ShouldBe(new ReportWaits(0, 3, 2));
        measured.Steps[1].Attempts.ShouldBe(3);
        measured.Steps[1].Retries.ShouldBe([Seconds(9), Seconds(12)]);
    }

    [Fact]
    public void A_step_that_the_engine_repeated_counts_its_wait_and_its_retry()
    {
        var step = Step("resolve", 0, 6) with { Attempts = 2, Waits = [new(WaitKind.BackOff, Seconds(1), Seconds(2))] };

        var measured = Measure([step]);

        measured.Retries.ShouldBe(1);
        measured.Steps[0].Retries.ShouldBe([Seconds(3)]);
        measured.SequentialEquivalentSeconds.ShouldBe(4);
    }

    [Fact]
    public void A_model_without_a_price_makes_the_cost_unknown_and_not_smaller()
    {
        CallRecord[] calls =
        [
            Call() with { Model = "small-2026-01-31", Tokens = new TokenUsage(1_000_000, 500_000) },
            Call() with { Model = "ears", Audio = TimeSpan.FromMinutes(10) },
            new CallRecord("groq", default, default) { Model = "small", Tokens = new TokenUsage(100_000, 0) },
        ];

        Prices.CostOf(calls).ShouldBe(3m + 0.06m + 1m);
        Prices.CostOf([.. calls, Call() with { Model = "other", Tokens = new TokenUsage(1, 1) }]).ShouldBeNull();
        Prices.CostOf([Call() with { Model = "ears", Tokens = new TokenUsage(5, 5) }]).ShouldBeNull();
        Prices.CostOf([Call() with { Model = "other" }]).ShouldBeNull();
    }

    [Fact]
    public void Who_sells_a_model_sets_its_price_and_its_maker_s_name_does_not()
    {
        var prices = new PriceTable("USD", new Dictionary<string, ModelPrice>
        {
            ["openai/large"] = new(Input: 3m, Output: 3m),
            ["acme/large"] = new(Input: 2m, Output: 2m),
        });

        prices.CostOf([Used("chatgpt", "large")]).ShouldBe(3m);
        prices.CostOf([Used("huggingchat", "openai/large")]).ShouldBeNull();
        prices.CostOf([Used("huggingchat", "acme/large")]).ShouldBe(2m);
    }

    [Fact]
    public void A_server_of_one_s_own_adds_nothing_to_the_cost_unless_it_has_a_price()
    {
        var ears = new CallRecord("local", default, default) { Model = "base", Audio = TimeSpan.FromMinutes(10) };

        Prices.CostOf([Used("openai", "small"), ears]).ShouldBe(1m);
        Prices.CostOf([Used("local", "small"), ears]).ShouldBe(1m);
        Prices.CostOf([Used("local", "ears"), ears]).ShouldBeNull();
        Prices.CostOf([ears]).ShouldBeNull();
    }

    [Fact]
    public void A_continued_run_is_measured_by_its_last_session_and_lists_the_others()
    {
        var earlier = new RunSession(RandomSteps.Origin - TimeSpan.FromDays(1))
        {
            Steps = [.. Talk.Take(3).Select(step => step with { Start = step.Start - TimeSpan.FromDays(1) })],
        };
        var now = new RunSession(RandomSteps.Origin)
        {
            Elapsed = Seconds(15),
            Steps = [Step("read-captions", 0, 0) with { Reused = true }, .. Talk.Skip(3)],
        };

        var measured = PerformanceMeasure.From([earlier, now], PriceTable.Empty, 4, default);

        measured.TotalSeconds.ShouldBe(15);
        measured.Reused.ShouldBe(1);
        measured.Speedup.ShouldBe(0.857);
        var before = measured.EarlierSessions.ShouldHaveSingleItem();
        (before.Seconds, before.Steps, before.Reused).ShouldBe((6, 3, 0));
    }

    [Fact]
    public void A_run_without_a_step_has_no_ratio()
    {
        var measured = Measure([]);

        measured.Speedup.ShouldBeNull();
        measured.ConcurrentEfficiency.ShouldBeNull();
        measured.ConcurrencyPeak.ShouldBe(0);
    }

    [Fact]
    public void Only_whole_hashes_are_names_of_content()
    {
        var hash = new string('a', 64);

        ContentNames.In($"{{\"text\":\"{hash}\",\"again\":\"{hash}\",\"longer\":\"{hash}b\",\"other\":\"{new string('A', 64)}\"}}")
            .ShouldBe([new string('a', 12)]);
    }

    private static ReportPerformance Measure(StepRecord[] steps, int? slots = null) => PerformanceMeasure.From(
        [new RunSession(RandomSteps.Origin) { Slots = slots, Steps = steps }], PriceTable.Empty, 0, default);

    private static StepRecord Segment(double start, double length, string makes) =>
        Step("summarize-segment", start, length) with { SideBySide = true, Makes = [makes] };

    private static StepRecord Step(string name, double start, double length) =>
        new(name, RandomSteps.Origin + Seconds(start), Seconds(length)) { Attempts = 1 };

    private static CallRecord Used(string provider, string model) =>
        new(provider, default, default) { Model = model, Tokens = new TokenUsage(1_000_000, 0) };

    private static CallRecord Call() => new("openai", TimeSpan.Zero, Seconds(9));

    private static TimeSpan Seconds(double seconds) => RandomSteps.Seconds(seconds);
}
