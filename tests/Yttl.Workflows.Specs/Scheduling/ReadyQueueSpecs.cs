using FsCheck;
using FsCheck.Fluent;
using Yttl.Workflows.Orchestration;

namespace Yttl.Workflows.Specs.Scheduling;

public sealed class ReadyQueueSpecs
{
    [Fact]
    public void Never_more_than_the_window_runs_and_never_less_while_work_is_ready() =>
        Prop.ForAll(
            Gen.Choose(1, 8).ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(),
            (window, count, seed) =>
            {
                var run = new ScriptedRun(window, seed);
                for (var i = 0; i < count; i++)
                    run.Add(rank: 0, $"{i}");

                run.CompleteAll(onEachState: (running, ready) => running.ShouldBe(Math.Min(window, running + ready)));

                run.Started.ShouldBe(Enumerable.Range(0, count).Select(i => $"{i}"));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lower_ranks_start_first_even_when_they_were_added_later()
    {
        var run = new ScriptedRun(window: 1, seed: 1);
        run.Add(rank: 1, "hour");
        run.Add(rank: 0, "segment 0");
        run.Add(rank: 0, "segment 1");

        run.CompleteAll();

        run.Started.ShouldBe(["segment 0", "segment 1", "hour"]);
    }

    [Fact]
    public void The_same_completions_give_the_same_schedule() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
            Branching(seed).ShouldBe(Branching(seed))).QuickCheckThrowOnFailure();

    [Fact]
    public void Work_that_waits_takes_no_slot()
    {
        var run = new ScriptedRun(window: 1, seed: 1);
        run.AddLater(rank: 0, "late", TimeSpan.FromMinutes(1));
        run.Add(rank: 0, "now");

        var draining = run.StartDraining();

        run.Started.ShouldBe(["now"]);
        run.FireTimers();
        run.Started.ShouldBe(["now"]);
        run.CompleteOne();
        run.Started.ShouldBe(["now", "late"]);
        run.CompleteOne();
        draining.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task An_exception_of_work_comes_out_of_draining()
    {
        var queue = new ReadyQueue(new ManualContext(), window: 2);
        queue.Add(0, () => Task.FromException(new InvalidOperationException("broken")));

        (await Should.ThrowAsync<InvalidOperationException>(queue.DrainAsync)).Message.ShouldBe("broken");
    }

    /// <summary>Each of the first items adds another when it ends.</summary>
    private static List<string> Branching(int seed)
    {
        var run = new ScriptedRun(window: 3, seed);
        for (var i = 0; i < 6; i++)
            run.Add(rank: 0, $"segment {i}", then: () => run.Add(rank: 1, $"after segment {i}"));
        run.CompleteAll();
        run.Started.Count.ShouldBe(12);
        return run.Started;
    }
}
