using Yttl.Core.Failures;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>The plans of a host, as its HTTP API sees them.</summary>
public interface IPlanHost
{
    /// <summary>Plans a video, or joins the plan of that id that is made already, and waits a while for its end.</summary>
    /// <returns>Null where the plan is not made yet: the same call joins it again.</returns>
    /// <exception cref="YttlException">The plan broke off.</exception>
    Task<PlanResult?> PlanVideoAsync(RunId id, PlanInput input, CancellationToken cancellationToken);

    /// <summary>The same of a list.</summary>
    /// <inheritdoc cref="PlanVideoAsync"/>
    Task<PlanListResult?> PlanListAsync(RunId id, PlanInput input, CancellationToken cancellationToken);
}
