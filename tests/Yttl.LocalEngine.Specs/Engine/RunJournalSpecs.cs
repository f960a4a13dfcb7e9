using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Performance;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Engine;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Specs.Engine;

/// <summary>What a run tells of itself over several sessions.</summary>
public sealed class RunJournalSpecs : IDisposable
{
    private static readonly RunId Run = new("0123456789ab");

    private static readonly TimeSpan Asked = TimeSpan.FromMinutes(4);

    private static readonly RunInput Input = new(
        "talk.vtt",
        new RunOptions(null, null, [], new SummaryOptions("openai", "m", null, SummaryLength.Medium, SummaryStyle.Narrative, null)),
        new ExecutionOptions(Window: 1, [ReportFormat.Html], "out"));

    private readonly TempFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly LoggedLines _log = new();
    private readonly FileRunJournal _journal;

    public RunJournalSpecs() => _journal = new FileRunJournal(_folder.Path, _log);

    private string JournalPath => Path.Combine(_folder.Path, "runs", $"{Run}.steps.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_and_both_sessions_are_known()
    {
        var first = await SitAsync("resolve", "read-captions");
        _time.Advance(TimeSpan.FromHours(1));

        var earlier = await _journal.BeginAsync(Run, _time.GetUtcNow(), slots: 5, default);

        var session = earlier.ShouldHaveSingleItem();
        (session.Started, session.Elapsed).ShouldBe((first, null));
        session.Steps.Select(step => step.Name).ShouldBe(["resolve", "read-captions"]);
        (await _journal.ReadAsync(Run, default)).Select(known => known.Slots).ShouldBe([2, 5]);
    }

    [Fact]
    public async Task What_came_to_its_report_is_over_and_the_next_time_begins_anew()
    {
        await SitAsync("resolve");
        await _journal.AddAsync(Run, new JournalLine { Session = _time.GetUtcNow(), Elapsed = TimeSpan.FromSeconds(9) }, default);
        _time.Advance(TimeSpan.FromHours(1));

        (await _journal.BeginAsync(Run, _time.GetUtcNow(), slots: null, default)).ShouldBeEmpty();

        (await _journal.ReadAsync(Run, default)).ShouldHaveSingleItem().Started.ShouldBe(_time.GetUtcNow());
    }

    [Fact]
    public async Task Half_a_line_that_a_dead_process_left_costs_no_other()
    {
        await SitAsync("resolve");
        await File.AppendAllTextAsync(JournalPath, """{"sitting":"2026-01-01T00:00""");
        _time.Advance(TimeSpan.FromHours(1));

        var earlier = await _journal.BeginAsync(Run, _time.GetUtcNow(), slots: 1, default);
        await _journal.AddAsync(
            Run, new JournalLine { Session = _time.GetUtcNow(), Step = new("stitch", _time.GetUtcNow(), default) }, default);

        earlier.ShouldHaveSingleItem().Steps.Count.ShouldBe(1);
        (await _journal.ReadAsync(Run, default))[^1].Steps.Single().Name.ShouldBe("stitch");
    }

    [Fact]
    public async Task A_line_with_an_edited_letter_is_told_set_aside_and_not_used_and_the_others_are()
    {
        await SitAsync("resolve", "read-captions");
        var edited = (await File.ReadAllTextAsync(JournalPath)).Replace("resolve", "resolvs", StringComparison.Ordinal);
        await File.WriteAllTextAsync(JournalPath, edited);
        (await _journal.ReadAsync(Run, default)).ShouldHaveSingleItem().Steps.ShouldHaveSingleItem().Name.ShouldBe("read-captions");
        _time.Advance(TimeSpan.FromHours(1));

        var earlier = await _journal.BeginAsync(Run, _time.GetUtcNow(), slots: 1, default);
        await _journal.BeginAsync(Run, _time.GetUtcNow(), slots: 1, default);

        earlier.ShouldHaveSingleItem().Steps.ShouldHaveSingleItem().Name.ShouldBe("read-captions");
        _log.Written.Count.ShouldBe(2, "once by the reader, and once where it is set aside");
        _log.Written.ShouldAllBe(line => line.Contains("damaged lines", StringComparison.Ordinal));
        (await File.ReadAllTextAsync(JournalPath + ".damaged")).ShouldBe(edited);
    }

    [Fact]
    public async Task Lines_without_a_checksum_are_of_an_earlier_version_and_are_read()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(JournalPath)!);
        await File.WriteAllTextAsync(JournalPath, """
            {"sitting":"2026-11-30T09:37:40.1429677+00:00","slots":2}
            {"sitting":"2026-11-30T09:37:40.1429677+00:00","step":{"name":"resolve","start":"2026-11-30T09:37:40.2+00:00","duration":"00:00:01"}}
            {"sitting":"2026-11-30T09:37:40.142

            """);

        (await _journal.BeginAsync(Run, _time.GetUtcNow(), slots: 1, default))
            .ShouldHaveSingleItem().Steps.ShouldHaveSingleItem().Name.ShouldBe("resolve");

        _log.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_journal_goes_with_the_record_of_its_run()
    {
        var store = new RunStore(_folder.Path, _time);
        await store.StartAsync(Run, "talk.vtt", request: null, default);
        await SitAsync("resolve");

        store.Delete(Run).ShouldBeTrue();

        File.Exists(JournalPath).ShouldBeFalse();
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_is_no_failure_of_the_run()
    {
        Directory.CreateDirectory(JournalPath);

        await SitAsync("resolve");

        (await _journal.ReadAsync(Run, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wait_that_a_provider_asks_for_is_known_as_long_as_it_lasted_also_where_the_run_was_stopped_in_it()
    {
        using var stop = new CancellationTokenSource();
        var stopped = WaitAsync(stop.Token);
        await _time.PendingAsync(Asked);
        _time.Advance(TimeSpan.FromMinutes(3));
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => stopped);
        _time.Advance(TimeSpan.FromHours(1));

        var goesOn = WaitAsync(default);
        await _time.PendingAsync(Asked);
        _time.Advance(Asked);
        var measured = (await goesOn)!;

        var delay = measured.Delays.ShouldHaveSingleItem();
        (delay.Name, delay.End - delay.Start).ShouldBe(("list", Asked));
        measured.Waits.ShouldBe(new ReportWaits(0, 240, 0));
        var phase = measured.Phases.ShouldHaveSingleItem();
        (phase.Seconds, phase.WaitSeconds, phase.Calls).ShouldBe((240, 240, 2));
        var earlier = measured.EarlierSessions.ShouldHaveSingleItem();
        (earlier.Seconds, earlier.Waits).ShouldBe((180, new ReportWaits(0, 180, 0)));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_its_journal_is_read_leaves_no_memory_watch()
    {
        using var memory = new MemoryWatch(_time);
        var start = _time.GetTimestamp();
        var tracking = new RunTracking { Journal = _journal, Memory = memory };

        await Should.ThrowAsync<OperationCanceledException>(
            () => tracking.BeginAsync(Run, Input, _time, new CancellationToken(canceled: true)));
        for (var i = 0; i < 3; i++)
            _time.Advance(TimeSpan.FromSeconds(1));

        memory.Since(start)!.Samples.ShouldHaveSingleItem();
    }

    /// <summary>A run that calls a step, waits for as long as its provider asks, calls it again and is measured.</summary>
    private async Task<ReportPerformance?> WaitAsync(CancellationToken cancellationToken)
    {
        ReportPerformance? measured = null;
        var steps = new StepTable()
            .Bind(Steps.List, (_, _) => Task.FromResult(new ListOutcome(null, [], null)))
            .Bind(Steps.RenderIndex, async (_, _) =>
            {
                measured = await RunTracker.MeasureCurrentAsync(new ReportRequest(
                    default, new TranscriptRef(default, null, 0, default), [], [], [],
                    new SummaryOutcome(SummaryStatus.Ok, null, null, null, default), [], [], [], ""));
                return new IndexOutcome(null, null);
            });
        var workflow = new Workflow<RunInput, VideoResult>(
            "spec",
            async (context, input) =>
            {
                await context.CallAsync(Steps.List, new ListRequest(input.Source));
                await context.DelayAsync(Asked, Steps.List.Name);
                await context.CallAsync(Steps.List, new ListRequest(input.Source));
                await context.CallAsync(Steps.RenderIndex, new IndexRequest(null, input.Source, [], ""));
                return VideoResult.Failed(Run, input.Source, new Failure(FailureCategory.Input, "spec", "It ends here."));
            },
            RunsJson.Default.RunInput, RunsJson.Default.VideoResult);
        var engine = new InProcessEngine(
            new StepRunner(steps, _time, NullLogger.Instance), _time, new RunTracking { Journal = _journal });
        await engine.RunAsync(workflow, Run, Input, RunWatch.None, cancellationToken);
        return measured;
    }

    private async Task<DateTimeOffset> SitAsync(params string[] steps)
    {
        var start = _time.GetUtcNow();
        await _journal.BeginAsync(Run, start, slots: 2, default);
        foreach (var step in steps)
            await _journal.AddAsync(
                Run, new JournalLine { Session = start, Step = new StepRecord(step, start, TimeSpan.FromSeconds(1)) }, default);
        return start;
    }
}
