using System.Text.Json;
using Microsoft.DurableTask.Client;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Functions.Engine;
using Yttl.Functions.Http;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Specs.Http;

public sealed class RunSnapshotsSpecs
{
    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Pending, RunStatus.Queued)]
    [InlineData(OrchestrationRuntimeStatus.Running, RunStatus.Running)]
    [InlineData(OrchestrationRuntimeStatus.Suspended, RunStatus.Running)]
    [InlineData(OrchestrationRuntimeStatus.Terminated, RunStatus.Terminated)]
    [InlineData(OrchestrationRuntimeStatus.Failed, RunStatus.Failed)]
    public void What_the_engine_says_is_where_the_run_stands(OrchestrationRuntimeStatus engine, RunStatus state) =>
        RunSnapshots.From(Instance(engine, output: null)).State.ShouldBe(state);

    [Fact]
    public void What_ended_as_planned_stands_where_its_result_says_and_has_failed_without_one()
    {
        var result = VideoResult.Failed(new RunId("abc"), "x", new Failure(FailureCategory.Input, "a.code", "Failed."));
        foreach (var status in (RunStatus[])[RunStatus.Complete, RunStatus.Partial, RunStatus.Failed])
        {
            var output = JsonSerializer.Serialize(result with { Status = status }, RunsJson.Default.VideoResult);
            RunSnapshots.From(Instance(OrchestrationRuntimeStatus.Completed, output)).State.ShouldBe(status);
        }

        RunSnapshots.From(Instance(OrchestrationRuntimeStatus.Completed, "{")).State.ShouldBe(RunStatus.Failed);
    }

    [Fact]
    public void A_run_is_listed_by_its_status_alone_once_that_says_enough()
    {
        var facts = new RunFacts("https://example.org/talk", RunPhase.Report, 1, 1, null);
        var ended = facts.With(VideoResult.Failed(new RunId("abc"), "x", new Failure(FailureCategory.Input, "a.code", "Failed.")));

        var run = RunSnapshots.Listed(Instance(OrchestrationRuntimeStatus.Completed, null, Json(ended))).ShouldNotBeNull();

        (run.State, run.Source, run.Result?.Failure?.Code).ShouldBe((RunStatus.Failed, "https://example.org/talk", "a.code"));
        RunSnapshots.Listed(Instance(OrchestrationRuntimeStatus.Running, null, Json(facts)))!.Progress
            .ShouldBe(new RunProgress(RunPhase.Report, 1, 1, null));
        RunSnapshots.Listed(Instance(OrchestrationRuntimeStatus.Failed, null, Json(facts))).ShouldBeNull();
        RunSnapshots.Listed(Instance(OrchestrationRuntimeStatus.Completed, null, Json(facts))).ShouldBeNull();
        RunSnapshots.Listed(Instance(OrchestrationRuntimeStatus.Pending, null)).ShouldBeNull();
    }

    [Fact]
    public void The_status_of_an_earlier_version_still_has_its_counts()
    {
        var instance = Instance(OrchestrationRuntimeStatus.Running, null, """{"phase":"summaries","done":3,"total":9}""");

        RunSnapshots.Listed(instance).ShouldBeNull();
        RunSnapshots.From(instance).Progress.ShouldBe(new RunProgress(RunPhase.Summaries, 3, 9, null));
    }

    [Fact]
    public void A_status_stays_within_its_sixteen_kilobytes_whatever_a_site_says()
    {
        var source = "https://example.org/" + new string('a', RemoteSource.Longest - 20);
        var failure = new Failure(FailureCategory.Api, "a.code", new string('ü', 100_000));
        var facts = new RunFacts(source, RunPhase.Report, 1, 1, null).With(
            VideoResult.Failed(new RunId("abc"), source, failure) with { Title = new string('ü', 100_000) });

        Json(facts).Length.ShouldBeLessThan(16 * 1024 / sizeof(char));
    }

    private static string Json(RunFacts facts) => JsonSerializer.Serialize(facts, RunFactsJson.Default.RunFacts);

    private static OrchestrationMetadata Instance(OrchestrationRuntimeStatus status, string? output, string? custom = null) =>
        new(SummarizeVideoWorkflow.Definition.Name, "abc")
        {
            RuntimeStatus = status,
            SerializedOutput = output,
            SerializedCustomStatus = custom,
        };
}
