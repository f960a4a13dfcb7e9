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
/// Plans and answers as orchestrations, which are deleted once they are answered: the next call makes them anew, from
/// remembered captions and answers.
/// </summary>
internal sealed class AwaitedRuns(
    DurableTaskClient client, IJournalStore journals, TimeProvider time, StepCancellation steps) : IPlanHost, IAskHost
{
    /// <summary>The front end of Azure Functions ends a request after 230 s.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Task<PlanResult?> PlanVideoAsync(RunId id, PlanInput input, CancellationToken cancellationToken) =>
        RunAsync(PlanVideoWorkflow.Definition, id, input, "plan.broke-off", "plan", cancellationToken);

    public Task<PlanListResult?> PlanListAsync(RunId id, PlanInput input, CancellationToken cancellationToken) =>
        RunAsync(PlanListWorkflow.Definition, id, input, "plan.broke-off", "plan", cancellationToken);

    public Task<AskResult?> AskAsync(RunId id, AskInput input, CancellationToken cancellationToken) =>
        RunAsync(AskVideoWorkflow.Definition, id, input, "answer.broke-off", "answer", cancellationToken);

    /// <param name="code">Of the failure where it breaks off.</param>
    /// <param name="what">What the workflow makes.</param>
    private async Task<TResult?> RunAsync<TInput, TResult>(
        Workflow<TInput, TResult> workflow, RunId id, TInput input, string code, string what, CancellationToken cancellationToken)
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
                FailureCategory.Processing,
                code,
                $"The {what} broke off, perhaps with a deployment: ask for it again.");
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
