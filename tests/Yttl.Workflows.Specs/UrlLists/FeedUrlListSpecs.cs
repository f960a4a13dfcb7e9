using System.Collections.Concurrent;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs.Engines;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Specs.UrlLists;

public sealed class FeedUrlListSpecs
{
    private static readonly Failure Gone = new(FailureCategory.Unavailable, "video.gone", "It is gone.");

    private static readonly RejectedLine Bad = new(7, new Failure(FailureCategory.Input, "source.unsupported", "No."));

    private readonly ConcurrentQueue<UrlListResults> _written = new();

    [Theory, EveryEngine]
    public async Task Every_line_is_a_run_of_its_own_and_its_outcome_is_written(EngineUnderTest engine)
    {
        FakePipeline pipeline = null!;
        pipeline = new FakePipeline
        {
            List = () => new ListOutcome("A list", [new PlaylistEntry("c", null, null), new PlaylistEntry("gone", null, null)], null),
            Resolve = source => source == "gone" ? new ResolveOutcome(null, Gone) : pipeline.Resolved(source),
        };

        var results = await RunAsync(engine, pipeline, Write);

        results.IsFinal.ShouldBeTrue();
        results.Rejected.ShouldBe([Bad]);
        results.Accepted.ShouldBe(
        [
            new UrlListOutcome(1, "a", new RunId("run:0"), RunStatus.Complete, 0, null),
            new UrlListOutcome(2, "gone", new RunId("run:1"), RunStatus.Failed, 0, Gone),
            new UrlListOutcome(4, "list", new RunId("run:2"), RunStatus.Partial, 0, null),
        ]);
        _written.First().Accepted.ShouldAllBe(outcome => outcome.Status == null);
        _written.Last().Accepted.ShouldBe(results.Accepted);
        _written.Last().IsFinal.ShouldBeTrue();
    }

    [Theory, EveryEngine]
    public async Task Results_that_cannot_be_shown_meanwhile_stop_nothing(EngineUnderTest engine)
    {
        var results = await RunAsync(engine, new FakePipeline(), written =>
        {
            if (!written.IsFinal)
                throw new YttlException(FailureCategory.Authentication, "list.write", "No role.");
        });

        results.Accepted[0].Status.ShouldBe(RunStatus.Complete);
    }

    private void Write(UrlListResults results) => _written.Enqueue(results);

    [Theory, EveryEngine]
    public async Task A_line_brings_no_more_than_ten_results_into_the_run_of_the_list(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            List = () => new ListOutcome(
                "A list",
                [.. Enumerable.Range(0, 11).Select(index => new PlaylistEntry($"{index}", null, index > 0 ? Gone : null))],
                null),
        };

        await RunAsync(engine, pipeline, Write, pageSize: 100);

        pipeline.Results.Values.Select(page => page.Count).ShouldBe([10, 1], ignoreOrder: true);
    }

    private static Task<UrlListResults> RunAsync(
        EngineUnderTest engine, FakePipeline pipeline, Action<UrlListResults> write, int? pageSize = null) =>
        engine.RunAsync(
            FeedUrlListWorkflow.Definition,
            new UrlListInput(
                "talks.txt",
                [new UrlListEntry(1, "a", false), new UrlListEntry(2, "gone", false), new UrlListEntry(4, "list", true)],
                [Bad],
                new RunOptions(
                    null, null, [], new SummaryOptions("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null)),
                new ExecutionOptions(3, [], "out") { VideoWindow = 2, PageSize = pageSize }),
            pipeline.Steps().Bind(Steps.WriteUrlListResults, (results, _) =>
            {
                write(results);
                return Task.FromResult(new PlainOutcome());
            }));
}
