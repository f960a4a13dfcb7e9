using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Performance;

namespace Yttl.Core.Specs.Performance;

/// <summary>The pace of a model is that of its answers.</summary>
public sealed class CallPaceSpecs
{
    [Fact]
    public void Answers_count_and_neither_failures_nor_waits_nor_recognised_speech_do()
    {
        StepRecord[] steps =
        [
            Step(Call("openai", "a", Attempt(2)), Call("openai", "b", Attempt(7))),
            Step(Call("openai", "a", Attempt(30, FailureCategory.RateLimit), Attempt(4)) with
            {
                Waits = [new WaitRecord(WaitKind.RateLimit, Seconds(30), Seconds(60))],
            }),
            Step(Call("openai", "a", Attempt(90)) with { Audio = Seconds(600) }, new CallRecord("youtube", default, Seconds(9))
            {
                Attempts = [Attempt(9)],
            }),
            Step(),
        ];

        CallPace.Measure(steps).ShouldBe([("openai", "a", Seconds(3)), ("openai", "b", Seconds(7))]);
    }

    private static StepRecord Step(params CallRecord[] calls) =>
        new("summarize-segment", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Seconds(100)) { Calls = calls };

    private static CallRecord Call(string provider, string model, params AttemptRecord[] attempts) =>
        new(provider, default, Seconds(100)) { Model = model, Attempts = attempts };

    private static AttemptRecord Attempt(int seconds, FailureCategory? failure = null) => new(default, Seconds(seconds), failure);

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
