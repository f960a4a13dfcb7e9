using Yttl.Core.Failures;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>The plans of a host, as its HTTP API sees them.</summary>
public interface IPlanHost
{
    /// <summary>Makes a plan, or joins the one of that id that is made already, and waits a while for its end.</summary>
    /// <returns>Null where the plan is not made yet: the same call joins it again.</returns>
    /// <exception cref="YttlException">The plan broke off.</exception>
    Task<TResult?> PlanAsync<TResult>(
        Workflow<PlanInput, TResult> workflow, RunId id, PlanInput input, CancellationToken cancellationToken)
        where TResult : class;
}
