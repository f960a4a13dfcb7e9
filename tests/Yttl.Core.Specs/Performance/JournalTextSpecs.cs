using System.Text;
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
        var sessions = JournalText.Read(
            JournalText.Write(new JournalLine { Session = First, Slots = 5 })
            + JournalText.Write(new JournalLine { Session = First, Step = Step })
            + JournalText.Write(new JournalLine
            {
                Session = First, Elapsed = TimeSpan.FromTicks(99), Memory = new MemoryUse(8, [new(default, 8)]),
            }));

        var session = sessions.ShouldHaveSingleItem();
        (session.Started, session.Slots, session.Elapsed).ShouldBe((First, 5, TimeSpan.FromTicks(99)));
        session.Memory!.PeakBytes.ShouldBe(8);
        JournalText.Write(new JournalLine { Step = session.Steps.Single() }).ShouldBe(JournalText.Write(new JournalLine { Step = Step }));
    }

    [Fact]
    public void A_journal_that_the_first_version_wrote_is_read()
    {
        var session = JournalText.Read("""{"sitting":"2026-01-01T08:30:00+00:00","slots":5}""").ShouldHaveSingleItem();

        (session.Started, session.Slots).ShouldBe((new DateTimeOffset(2026, 1, 1, 8, 30, 0, TimeSpan.Zero), 5));
    }

    [Fact]
    public void A_wait_that_two_attempts_of_the_step_after_it_noted_is_one_and_its_session_lasts_as_long()
    {
        var delay = new DelayRecord("summarize-segment", First.AddSeconds(1), TimeSpan.FromMinutes(4));
        var line = JournalText.Write(new JournalLine { Session = First, Delay = delay });

        var session = JournalText.Read(line + line).ShouldHaveSingleItem();

        session.Delays.ShouldBe([delay]);
        session.Length.ShouldBe(TimeSpan.FromSeconds(241));
    }

    [Fact]
    public void A_session_lasts_until_its_last_step_ends_also_where_that_is_the_rendering_of_the_report()
    {
        var rendering = Step with { Name = "render-report", Start = First.AddSeconds(3), Duration = TimeSpan.FromSeconds(2) };
        var session = JournalText.Read(
            JournalText.Write(new JournalLine { Session = First, Step = Step })
            + JournalText.Write(new JournalLine { Session = First, Elapsed = TimeSpan.FromSeconds(4) })
            + JournalText.Write(new JournalLine { Session = First, Step = rendering })).ShouldHaveSingleItem();

        session.Length.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_line_that_was_torn_is_dropped_and_what_follows_it_is_read()
    {
        var line = JournalText.Write(new JournalLine { Session = First, Step = Step });
        var later = JournalText.Write(new JournalLine { Session = First.AddDays(1), Step = Step with { Name = "stitch" } });

        var sessions = JournalText.Read(line + line[..(line.Length / 2)] + "\n" + later);

        sessions.Select(session => session.Steps.Single().Name).ShouldBe(["summarize-segment", "stitch"]);
    }

    [Fact]
    public void Every_torn_end_leaves_the_lines_before_it()
    {
        var line = JournalText.Write(new JournalLine { Session = First, Step = Step });

        for (var length = 0; length < line.Length - 1; length++)
            JournalText.Read(line + line[..length]).Single().Steps.Count.ShouldBe(1);
    }

    [Fact]
    public void A_line_is_read_as_it_was_written_whichever_bit_of_it_turns_over()
    {
        var line = JournalText.Write(new JournalLine { Session = First, Step = Step });
        var bytes = Encoding.UTF8.GetBytes(line);

        for (var index = 0; index < bytes.Length; index++)
        {
            byte[] damaged = [.. bytes];
            damaged[index] ^= (byte)(1 << index % 8);
            var sessions = JournalText.Read(Encoding.UTF8.GetString(damaged));
            foreach (var step in sessions.SelectMany(session => session.Steps))
                JournalText.Write(new JournalLine { Session = First, Step = step }).ShouldBe(line, $"byte {index}");
        }
    }

    [Fact]
    public void A_run_without_a_line_of_its_session_began_with_its_first_step()
    {
        var later = Step with { Start = First.AddHours(2) };

        var session = JournalText.Read(
            JournalText.Write(new JournalLine { Step = later }) + JournalText.Write(new JournalLine { Step = Step }))
            .ShouldHaveSingleItem();

        session.Started.ShouldBe(Step.Start);
        session.Steps.Count.ShouldBe(2);
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
    public void A_line_that_cannot_have_been_measured_is_dropped(string line) => JournalText.Read(line).ShouldBeEmpty();
}
