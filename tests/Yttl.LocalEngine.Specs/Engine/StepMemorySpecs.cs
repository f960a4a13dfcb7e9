using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Failures;
using Yttl.Core.Sources;
using Yttl.LocalEngine.Engine;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Specs.Engine;

public sealed class StepMemorySpecs
{
    private static readonly RunId Run = new("run");
    private static readonly ListRequest Input = new("https://example.org/list");

    private readonly DictionaryMemory _memory = new();
    private readonly ManualTime _time = new();
    private int _runs;

    [Fact]
    public async Task What_is_remembered_is_not_run_and_counts_as_reused()
    {
        var first = await ListAsync();
        var tracker = new RunTracker(Run, _time);

        (await ListAsync(tracker: tracker)).Title.ShouldBe(first.Title);

        _runs.ShouldBe(1);
        tracker.Steps.ShouldHaveSingleItem().Reused.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_finished_is_remembered_even_when_the_run_is_stopped_that_moment()
    {
        using var stop = new CancellationTokenSource();
        await ListAsync(() =>
        {
            stop.Cancel();
            return new ListOutcome("just in time", [], null);
        }, cancellationToken: stop.Token);

        (await ListAsync()).Title.ShouldBe("just in time");
    }

    [Fact]
    public async Task What_failed_is_run_again()
    {
        var failure = new Failure(FailureCategory.Network, "site.unreachable", "No answer.");
        await ListAsync(() => new ListOutcome(null, [], failure));

        (await ListAsync()).Failure.ShouldBeNull();

        _runs.ShouldBe(2);
    }

    [Theory]
    [InlineData("{\"entries\":7}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task What_cannot_be_read_any_more_is_made_anew_and_remembered(string json)
    {
        await ListAsync();
        _memory.Replace(found => found with { Json = json });

        (await ListAsync()).Title.ShouldBe("as listed at run 2");
        (await ListAsync()).Title.ShouldBe("as listed at run 2");
    }

    [Fact]
    public async Task What_a_site_said_is_good_for_five_hours()
    {
        await ListAsync();
        _time.Advance(TimeSpan.FromHours(5) - TimeSpan.FromSeconds(1));
        await ListAsync();
        _runs.ShouldBe(1);

        _time.Advance(TimeSpan.FromSeconds(1));
        await ListAsync();
        _runs.ShouldBe(2);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_makes_nothing_good_for_longer()
    {
        await ListAsync();
        var earlier = new ManualTime();
        earlier.Advance(_time.GetUtcNow() - earlier.GetUtcNow() - TimeSpan.FromDays(1));

        await ListAsync(time: earlier);

        _runs.ShouldBe(2);
    }

    [Theory]
    [InlineData(Reuse.Everything, 1)]
    [InlineData(Reuse.LookAgain, 2)]
    [InlineData(Reuse.Nothing, 2)]
    public async Task Who_looks_again_asks_the_site_and_remembers_what_it_says(Reuse reuse, int runs)
    {
        await ListAsync();
        var again = await ListAsync(reuse: reuse);
        _runs.ShouldBe(runs);

        (await ListAsync()).Title.ShouldBe(again.Title);
        _runs.ShouldBe(runs);
    }

    private Task<ListOutcome> ListAsync(
        Func<ListOutcome>? answer = null,
        Reuse reuse = Reuse.Everything,
        TimeProvider? time = null,
        RunTracker? tracker = null,
        CancellationToken cancellationToken = default)
    {
        var table = new StepTable().Bind(
            Steps.List,
            (_, _) =>
            {
                _runs++;
                return Task.FromResult(answer?.Invoke() ?? new ListOutcome($"as listed at run {_runs}", [], null));
            });
        var runner = new StepRunner(table, time ?? _time, NullLogger.Instance, _memory, reuse);
        return runner.RunAsync(Steps.List, Input, tracker ?? new RunTracker(Run, _time), cancellationToken);
    }

    private sealed class DictionaryMemory : IStepMemory
    {
        private readonly Dictionary<StepKey, RememberedResult> _results = [];

        public Task<RememberedResult?> FindAsync(StepKey key, CancellationToken cancellationToken) =>
            Task.FromResult(_results.GetValueOrDefault(key));

        public void Replace(Func<RememberedResult, RememberedResult> change)
        {
            foreach (var (key, result) in _results.ToList())
                _results[key] = change(result);
        }

        public Task KeepAsync(StepKey key, RememberedResult result, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _results[key] = result;
            return Task.CompletedTask;
        }
    }
}
