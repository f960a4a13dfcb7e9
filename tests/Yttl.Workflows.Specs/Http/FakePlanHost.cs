using Yttl.Workflows.Http;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Http;

/// <summary>Plans that are what a spec says.</summary>
internal sealed class FakePlanHost(object? result) : IPlanHost
{
    public List<(string Workflow, RunId Id, PlanInput Input)> Asked { get; } = [];

    public Task<TResult?> PlanAsync<TResult>(
        Workflow<PlanInput, TResult> workflow, RunId id, PlanInput input, CancellationToken cancellationToken)
        where TResult : class
    {
        Asked.Add((workflow.Name, id, input));
        return result is Exception broken ? throw broken : Task.FromResult((TResult?)result);
    }
}
