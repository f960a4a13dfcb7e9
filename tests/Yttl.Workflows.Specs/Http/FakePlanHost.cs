using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Http;

/// <summary>Plans that are what a spec says.</summary>
internal sealed class FakePlanHost(object? result) : IPlanHost
{
    public List<(bool IsList, RunId Id, PlanInput Input)> Asked { get; } = [];

    public Task<PlanResult?> PlanVideoAsync(RunId id, PlanInput input, CancellationToken cancellationToken) =>
        Task.FromResult((PlanResult?)Answer(isList: false, id, input));

    public Task<PlanListResult?> PlanListAsync(RunId id, PlanInput input, CancellationToken cancellationToken) =>
        Task.FromResult((PlanListResult?)Answer(isList: true, id, input));

    private object? Answer(bool isList, RunId id, PlanInput input)
    {
        Asked.Add((isList, id, input));
        return result is Exception broken ? throw broken : result;
    }
}
