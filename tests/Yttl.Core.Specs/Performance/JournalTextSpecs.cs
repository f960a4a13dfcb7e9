using Yttl.Core.Failures;
using Yttl.Core.Measuring;

namespace Yttl.Core.Specs.Performance;

public sealed class JournalTextSpecs
{
    private static readonly DateTimeOffset First = RandomSteps.Origin;

    private static readonly StepRecord Step = new("summarize-segment", First + TimeSpan.FromTicks(7), TimeSpan.FromTicks(12345))
    {
        SideBySide = true,
        Attempts = 1,
        Failure = FailureCategory.RateLimit,
        Needs = ["0123456789ab"],
        Calls =
        [
            new CallRecord("openai", default, TimeSpan.FromTicks(12345))
            {
                Model = "small",
                Attempts = [new(default, TimeSpan.FromTicks(3), FailureCategory.Network)],
                Waits = [new(WaitKind.RateLimit, TimeSpan.FromTicks(3), TimeSpan.FromTicks(4))],
                BytesSent = 17,
                Tokens = new TokenUsage(5, 6),
                Audio = TimeSpan.FromSeconds(30),
            },
        ],
    };

    [Fact]
    public void What_is_written_is_read_again_to_the_tick()
    {
        var sittings = JournalText.Read(
            JournalText.Write(new JournalLine { Sitting = First, Slots = 5 })
            + JournalText.Write(new JournalLine { Sitting = First, Step = Step })
            + JournalText.Write(new JournalLine
            {
                Sitting = First, Elapsed = TimeSpan.FromTicks(99), Memory = new MemoryUse(8, [new(default, 8)]),
            }));

        var sitting = sittings.ShouldHaveSingleItem();
        (sitting.Started, sitting.Slots, sitting.Elapsed).ShouldBe((First, 5, TimeSpan.FromTicks(99)));
        sitting.Memory!.PeakBytes.ShouldBe(8);
        JournalText.Write(new JournalLine { Step = sitting.Steps.Single() }).ShouldBe(JournalText.Write(new JournalLine { Step = Step }));
    }

    [Fact]
    public void A_wait_that_two_attempts_of_the_step_after_it_noted_is_one_and_its_sitting_lasts_as_long()
    {
        var delay = new DelayRecord("summarize-segment", First.AddSeconds(1), TimeSpan.FromMinutes(4));
        var line = JournalText.Write(new JournalLine { Sitting = First, Delay = delay });

        var sitting = JournalText.Read(line + line).ShouldHaveSingleItem();

        sitting.Delays.ShouldBe([delay]);
        sitting.Length.ShouldBe(TimeSpan.FromSeconds(241));
    }

    [Fact]
    public void A_sitting_lasts_until_its_last_step_ends_also_where_that_is_the_rendering_of_the_report()
    {
        var rendering = Step with { Name = "render-report", Start = First.AddSeconds(3), Duration = TimeSpan.FromSeconds(2) };
        var sitting = JournalText.Read(
            JournalText.Write(new JournalLine { Sitting = First, Step = Step })
            + JournalText.Write(new JournalLine { Sitting = First, Elapsed = TimeSpan.FromSeconds(4) })
            + JournalText.Write(new JournalLine { Sitting = First, Step = rendering })).ShouldHaveSingleItem();

        sitting.Length.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_line_that_was_torn_is_dropped_and_what_follows_it_is_read()
    {
        var line = JournalText.Write(new JournalLine { Sitting = First, Step = Step });
        var later = JournalText.Write(new JournalLine { Sitting = First.AddDays(1), Step = Step with { Name = "stitch" } });

        var sittings = JournalText.Read(line + line[..(line.Length / 2)] + "\n" + later);

        sittings.Select(sitting => sitting.Steps.Single().Name).ShouldBe(["summarize-segment", "stitch"]);
    }

    [Fact]
    public void Every_torn_end_leaves_the_lines_before_it()
    {
        var line = JournalText.Write(new JournalLine { Sitting = First, Step = Step });

        for (var length = 0; length < line.Length - 1; length++)
            JournalText.Read(line + line[..length]).Single().Steps.Count.ShouldBe(1);
    }

    [Fact]
    public void A_run_whose_sitting_nobody_noted_began_with_its_first_step()
    {
        var later = Step with { Start = First.AddHours(2) };

        var sitting = JournalText.Read(
            JournalText.Write(new JournalLine { Step = later }) + JournalText.Write(new JournalLine { Step = Step }))
            .ShouldHaveSingleItem();

        sitting.Started.ShouldBe(Step.Start);
        sitting.Steps.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"step":{"name":null,"start":"2026-01-01T00:00:00Z","duration":"00:00:01"}}""")]
    [InlineData("""{"step":{"name":"a","start":"0001-01-01T00:00:00Z","duration":"00:00:01"}}""")]
    [InlineData("""{"step":{"name":"a","start":"2026-01-01T00:00:00Z","duration":"10675199.02:48:05.4775807"}}""")]
    [InlineData("""{"step":{"name":"a","start":"2026-01-01T00:00:00Z","duration":"00:00:01","calls":[null]}}""")]
    [InlineData("""{"step":{"name":"a","start":"2026-01-01T00:00:00Z","duration":"00:00:01","waits":[{"kind":"queue","start":"-10675199.02:48:05","duration":"00:00:01"}]}}""")]
    [InlineData("""{"delay":{"step":null,"start":"2026-01-01T00:00:00Z","duration":"00:00:01"}}""")]
    [InlineData("""{"delay":{"step":"a","start":"2026-01-01T00:00:00Z","duration":"10675199.02:48:05.4775807"}}""")]
    public void What_nobody_measured_is_dropped(string line) => JournalText.Read(line).ShouldBeEmpty();
}
