using System.Text.Json;
using Microsoft.DurableTask;
using Yttl.Core.Measuring;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Engine;

/// <summary>
/// The seam over Durable Functions. Inputs and results travel as JSON that the workflows' own contexts write, so that
/// the history is the same for every serializer setting of the worker.
/// </summary>
internal sealed class DurableWorkflowContext(TaskOrchestrationContext durable) : WorkflowContext
{
    private readonly List<DelayRecord> _delays = [];

    public override RunId RunId => new(durable.InstanceId);

    public override DateTimeOffset Now => new(durable.CurrentUtcDateTime, TimeSpan.Zero);

    public override async Task<TOutput> CallAsync<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
    {
        try
        {
            var outcome = await durable.CallActivityAsync<JsonElement>(
                step.Name, ActivityInput.Write(JsonSerializer.SerializeToNode(input, step.Input)!, TakeDelays()), StepRetries.Options);
            return outcome.Deserialize(step.Output)!;
        }
        catch (TaskFailedException e)
        {
            throw new StepFailedException(step.Name, StepErrors.FailureOf(step.Name, e), e);
        }
    }

    public override async Task<TOutput> CallAsync<TInput, TOutput>(Workflow<TInput, TOutput> workflow, RunId run, TInput input)
    {
        try
        {
            var outcome = await durable.CallSubOrchestratorAsync<JsonElement>(
                workflow.Name,
                JsonSerializer.SerializeToElement(input, workflow.Input),
                new SubOrchestrationOptions(instanceId: run.Value) { Version = durable.Version });
            return outcome.Deserialize(workflow.Output)!;
        }
        catch (TaskFailedException e)
        {
            throw new StepFailedException(workflow.Name, StepErrors.FailureOf(workflow.Name, e), e);
        }
    }

    public override async Task DelayAsync(TimeSpan delay, string? step = null)
    {
        var start = Now;
        await durable.CreateTimer(delay, CancellationToken.None);
        if (step is not null)
            _delays.Add(new DelayRecord(step, start, delay));
    }

    /// <summary>
    /// Counts only: a title is untrusted text, and this status is stored beside the run and limited to 16 KB.
    /// </summary>
    public override void Report(RunProgress progress) => durable.SetCustomStatus(
        JsonSerializer.SerializeToElement(progress with { Title = null }, RunsJson.Default.RunProgress));

    /// <returns>
    /// The waits since the last call, which its activity journals: an orchestrator writes nothing itself.
    /// </returns>
    private DelayRecord[] TakeDelays()
    {
        DelayRecord[] delays = [.. _delays];
        _delays.Clear();
        return delays;
    }
}
