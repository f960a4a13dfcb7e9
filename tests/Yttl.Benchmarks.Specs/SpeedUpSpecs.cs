using Yttl.TestKit;

namespace Yttl.Benchmarks.Specs;

/// <summary>
/// How many times faster than one call after another, counted in rounds of calls and not in seconds, so that no machine
/// is too slow or too busy for it.
/// </summary>
public sealed class SpeedUpSpecs
{
    [Fact]
    public Task Five_at_once_are_at_least_three_and_a_half_times_faster() =>
        EndsAfterAsync(hours: 2, Pace.Of(5), leastSpeedUp: 3.5, rounds: [5, 5, 5, 5, 5, 1, 1]);

    [Fact]
    public Task From_a_cold_start_an_hour_is_at_least_four_times_faster() =>
        EndsAfterAsync(hours: 1, Pace.Auto, leastSpeedUp: 4, rounds: [5, 7, 1]);

    [Fact]
    public Task With_room_for_everything_it_is_nine_times_faster() =>
        EndsAfterAsync(hours: 2, Pace.Of(24), leastSpeedUp: 9, rounds: [24, 2, 1]);

    [Fact]
    public Task One_after_another_it_is_not() =>
        EndsAfterAsync(hours: 2, Pace.OneAfterAnother, leastSpeedUp: 1, rounds: [.. Enumerable.Repeat(1, 27)]);

    private static async Task EndsAfterAsync(int hours, Pace pace, double leastSpeedUp, int[] rounds)
    {
        using var talk = new LoopbackTalk(hours);
        await using var model = await RoundModel.StartAsync();

        var run = talk.SummarizeAsync(model.BaseUrl, pace, "home");
        foreach (var calls in rounds)
            await model.EndRoundAsync(calls);
        await run.WaitAsync(Eventually.Timeout);

        var sequential = ListSchedule.Rounds(talk.Segments, window: 1);
        rounds.Sum().ShouldBe(sequential);
        (sequential / (double)rounds.Length).ShouldBeGreaterThanOrEqualTo(leastSpeedUp);
    }
}
