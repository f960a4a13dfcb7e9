using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Performance;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.Functions.Engine;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Engine;

/// <summary>What activities note of themselves, wherever they ran, makes the performance of their run.</summary>
public sealed class PerformanceSpecs
{
    private static readonly RunId Run = new("run");

    [Fact]
    public async Task Every_activity_of_a_run_is_in_its_journal_and_the_report_is_measured_from_there()
    {
        var pipeline = new FakePipeline { SegmentsPerHour = [12, 6] };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());
        await app.RunAsync(SummarizeVideoWorkflow.Definition, Run.Value, Runs.Video(window: 5));

        RunIdentity.Enter(Run.Value);
        var measured = (await new RunRecorder(app.Journal, PriceTable.Default, TimeProvider.System).MeasureAsync(pipeline.Rendered!))!;

        measured.Steps.Count.ShouldBe(app.Attempts.Count);
        measured.Phases.Single(phase => phase.Name == "summarize-segment").Calls.ShouldBe(18);
        measured.SegmentsProcessed.ShouldBe(18);
        measured.CriticalPathSeconds!.Value.ShouldBeLessThanOrEqualTo(measured.SequentialEquivalentSeconds!.Value + 0.001);
        measured.ConcurrentEfficiency!.Value.ShouldBeInRange(0, 1);
    }

    [Fact]
    public async Task An_activity_that_is_repeated_is_noted_each_time_with_what_it_failed_with()
    {
        var tries = 0;
        var pipeline = new FakePipeline
        {
            Resolve = _ => ++tries == 1
                ? throw new YttlException(FailureCategory.Network, "site.unreachable", "It was cut off.", transient: true)
                : new ResolveOutcome(null, new Failure(FailureCategory.Unavailable, "video.private", "It is private.")),
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());

        await app.RunAsync(SummarizeVideoWorkflow.Definition, Run.Value, Runs.Video());

        var session = (await app.Journal.ReadAsync(Run, default)).ShouldHaveSingleItem();
        session.Steps.Where(step => step.Name == "resolve").Select(step => step.Failure)
            .ShouldBe([FailureCategory.Network, FailureCategory.Unavailable]);
    }

    [Fact]
    public async Task An_activity_that_ends_in_an_unexpected_exception_is_recorded_as_failed()
    {
        var tries = 0;
        var pipeline = new FakePipeline
        {
            Resolve = _ => ++tries == 1
                ? throw new InvalidOperationException("Nobody foresaw this.")
                : new ResolveOutcome(null, new Failure(FailureCategory.Unavailable, "video.private", "It is private.")),
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());

        await app.RunAsync(SummarizeVideoWorkflow.Definition, Run.Value, Runs.Video());

        var session = (await app.Journal.ReadAsync(Run, default)).ShouldHaveSingleItem();
        session.Steps.Where(step => step.Name == "resolve").Select(step => step.Failure)
            .ShouldBe([FailureCategory.Processing, FailureCategory.Unavailable]);
    }

    [Fact]
    public async Task What_an_earlier_run_of_the_same_id_left_in_the_journal_is_not_counted()
    {
        var pipeline = new FakePipeline();
        await using var app = await DurableApp.StartAsync(pipeline.Steps());
        var earlier = new StepRecord("resolve", TimeProvider.System.GetUtcNow().AddDays(-3), TimeSpan.FromSeconds(1));
        await app.Journal.AddAsync(Run, new JournalLine { Step = earlier }, CancellationToken.None);
        await app.RunAsync(SummarizeVideoWorkflow.Definition, Run.Value, Runs.Video());

        RunIdentity.Enter(Run.Value);
        var measured = (await new RunRecorder(app.Journal, PriceTable.Default, TimeProvider.System).MeasureAsync(pipeline.Rendered!))!;

        measured.Steps.Count.ShouldBe(app.Attempts.Count);
        measured.TotalSeconds.ShouldBeLessThan(TimeSpan.FromDays(1).TotalSeconds);
    }

    [Fact]
    public async Task A_wait_that_a_provider_asks_for_is_in_the_report_once_also_where_the_step_after_it_is_lost_and_run_again()
    {
        var (reached, never) = (new TaskCompletionSource(), new TaskCompletionSource<SummaryOutcome>());
        var pipeline = new FakePipeline
        {
            SegmentsPerHour = [1],
            SummarizeSegment = (_, before) =>
            {
                if (before == 0)
                    return new SummaryOutcome(SummaryStatus.Failed, null, null, TimeSpan.FromMinutes(4), default);
                if (before > 1)
                    return null;
                reached.SetResult();
                return never.Task.GetAwaiter().GetResult();
            },
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());
        await app.ScheduleAsync(SummarizeVideoWorkflow.Definition, Run.Value, Runs.Video());
        await reached.Task;
        await app.RestartAsync();
        await app.ResultOfAsync(SummarizeVideoWorkflow.Definition, Run.Value);
        never.SetCanceled();

        RunIdentity.Enter(Run.Value);
        var measured = (await new RunRecorder(app.Journal, PriceTable.Default, TimeProvider.System).MeasureAsync(pipeline.Rendered!))!;

        var delay = measured.Delays.ShouldHaveSingleItem();
        (delay.Name, delay.End - delay.Start).ShouldBe(("summarize-segment", TimeSpan.FromMinutes(4)));
        measured.Waits!.RateLimit.ShouldBe(240);
        measured.Phases.Single(phase => phase.Name == "summarize-segment").WaitSeconds.ShouldBe(240);
    }

    [Fact]
    public async Task Outside_of_a_run_nothing_is_measured()
    {
        RunIdentity.Enter(null);

        (await new RunRecorder(new InMemoryRunJournal(), PriceTable.Default, TimeProvider.System).MeasureAsync(null!)).ShouldBeNull();
    }
}
