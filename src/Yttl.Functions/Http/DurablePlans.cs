using System.Text.Json;
using Microsoft.DurableTask.Client;
using Yttl.Core.Failures;
using Yttl.Functions.Engine;
using Yttl.Functions.Storage;
using Yttl.Workflows.Http;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Http;

/// <summary>
/// Plans as orchestrations, which are deleted once they are answered: the next call plans anew, from remembered captions.
/// </summary>
internal sealed class DurablePlans(
    DurableTaskClient client, IJournalStore journals, TimeProvider time, StepCancellation steps) : IPlanHost
{
    /// <summary>The front end of Azure Functions ends a request after 230 s.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Task<PlanResult?> PlanVideoAsync(RunId id, PlanInput input, CancellationToken cancellationToken) =>
        PlanAsync(PlanVideoWorkflow.Definition, id, input, cancellationToken);

    public Task<PlanListResult?> PlanListAsync(RunId id, PlanInput input, CancellationToken cancellationToken) =>
        PlanAsync(PlanListWorkflow.Definition, id, input, cancellationToken);

    private async Task<TResult?> PlanAsync<TResult>(
        Workflow<PlanInput, TResult> workflow, RunId id, PlanInput input, CancellationToken cancellationToken)
        where TResult : class
    {
        await DurableRunHost.ScheduleAsync(
            client, workflow.Name, JsonSerializer.SerializeToElement(input, workflow.Input), id, cancellationToken);
        if (await EndOfAsync(id, cancellationToken) is not { } ended)
            return null;
        await new RunTree(client, journals, time, id, steps).DeleteAsync(cancellationToken);
        return ended.RuntimeStatus is OrchestrationRuntimeStatus.Completed
            ? JsonSerializer.Deserialize(ended.SerializedOutput!, workflow.Output)
            : throw new YttlException(
                FailureCategory.Processing, "plan.broke-off", "The plan broke off, perhaps with a deployment: ask for it again.");
    }

    /// <returns>Null where it is not over in time, or another caller has its answer.</returns>
    private async Task<OrchestrationMetadata?> EndOfAsync(RunId id, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await client.WaitForInstanceCompletionAsync(id.Value, getInputsAndOutputs: true, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
