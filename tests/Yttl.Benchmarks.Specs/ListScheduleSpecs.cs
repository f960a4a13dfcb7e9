namespace Yttl.Benchmarks.Specs;

public sealed class ListScheduleSpecs
{
    [Theory]
    [InlineData(1, 13)]
    [InlineData(2, 27)]
    [InlineData(10, 131)]
    public void One_call_after_another_takes_as_many_rounds_as_there_are_calls(int hours, int rounds) =>
        ListSchedule.Rounds(Hours(hours), window: 1).ShouldBe(rounds);

    [Fact]
    public void An_hour_fills_what_the_last_segments_leave_free() =>
        // 5 + 5 + 5 + 5, then 4 segments beside the first hour, the second hour, and the whole.
        ListSchedule.Rounds(Hours(2), window: 5).ShouldBe(7);

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void With_room_for_everything_there_is_a_segment_an_hour_and_the_whole(int hours) =>
        ListSchedule.Rounds(Hours(hours), window: 1000).ShouldBe(3);

    [Theory]
    [InlineData(5, 5)] // 5 + 10, then 9 segments beside the first hour, the second hour, the whole
    [InlineData(8, 4)] // 8 + 16, both hours, the whole
    public void A_window_that_doubles_needs_fewer_rounds_the_wider_it_opens(int opening, int rounds) =>
        ListSchedule.DoublingRounds(Hours(2), opening, ceiling: 64).ShouldBe(rounds);

    [Fact]
    public void A_window_that_doubles_stops_at_its_ceiling() =>
        // 120 segments as 5 + 10 + 5 times 20 + 5 beside the hours that are ready, the last hour, the whole.
        ListSchedule.DoublingRounds(Hours(10), opening: 5, ceiling: 20).ShouldBe(10);

    private static int[] Hours(int count) => [.. Enumerable.Repeat(LoopbackTalk.SegmentsPerHour, count)];
}
