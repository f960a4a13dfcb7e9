using System.Text.Json;
using Microsoft.DurableTask.Client;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
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

    private static OrchestrationMetadata Instance(OrchestrationRuntimeStatus status, string? output) =>
        new(SummarizeVideoWorkflow.Definition.Name, "abc") { RuntimeStatus = status, SerializedOutput = output };
}
