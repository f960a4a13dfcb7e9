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
/// <param name="source">What the run was asked for.</param>
internal sealed class DurableWorkflowContext(TaskOrchestrationContext durable, string source) : WorkflowContext
{
    private RunFacts _facts = new(source, Phase: null, Done: 0, Total: 0, Ended: null);

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

    public override void Report(RunProgress progress) => Store(_facts.With(progress));

    public void End(IRunResult result) => Store(_facts.With(result));

    private void Store(RunFacts facts)
    {
        _facts = facts;
        durable.SetCustomStatus(JsonSerializer.SerializeToElement(facts, RunFactsJson.Default.RunFacts));
    }

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
