using Yttl.Core.Measuring;
using Yttl.Core.Performance;

namespace Yttl.Core.Specs.Performance;

public sealed class SlowStepSpecs
{
    [Fact]
    public void A_step_that_waited_says_for_what_and_with_whom() =>
        SlowStep.Describe(Step(9, new WaitRecord(WaitKind.Queue, default, Seconds(0.5)),
            new WaitRecord(WaitKind.RateLimit, Seconds(1), Seconds(6))))
            .ShouldBe("summarize-segment took 9.0 s: 6.0 s for a rate limit, 500 ms for its turn, 2.5 s at work; 1 retry (groq)");

    [Fact]
    public void What_took_no_time_to_speak_of_is_not_spoken_of() =>
        SlowStep.Describe(Step(9, new WaitRecord(WaitKind.Queue, default, Seconds(0.05)),
            new WaitRecord(WaitKind.RateLimit, Seconds(1), Seconds(6)))).ShouldNotBeNull()
            .ShouldNotContain("turn");

    [Fact]
    public void A_long_step_is_told_although_it_waited_for_nothing() =>
        SlowStep.Describe(new StepRecord("decode-audio", RandomSteps.Origin, Seconds(75)))
            .ShouldBe("decode-audio took 1 min 15 s: 1 min 15 s at work");

    [Fact]
    public void A_step_that_is_neither_long_nor_held_up_is_not_worth_a_line() =>
        SlowStep.Describe(Step(9.9, new WaitRecord(WaitKind.RateLimit, Seconds(1), Seconds(2.9)))).ShouldBeNull();

    private static StepRecord Step(double seconds, params WaitRecord[] waits) =>
        new("summarize-segment", RandomSteps.Origin, Seconds(seconds))
        {
            Attempts = 1,
            Calls =
            [
                new CallRecord("groq", default, Seconds(seconds))
                {
                    Waits = waits,
                    Attempts = [new(Seconds(0.5), Seconds(0.5)), new(Seconds(7), Seconds(1))],
                },
            ],
        };

    private static TimeSpan Seconds(double seconds) => RandomSteps.Seconds(seconds);
}
