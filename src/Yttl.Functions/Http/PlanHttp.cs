using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Yttl.Core.Artifacts;
using Yttl.Functions.Engine;
using Yttl.Functions.Storage;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Http;

/// <summary>Serves plans (<see cref="PlanApi"/>) in this app. The call needs a key.</summary>
internal sealed class PlanHttp(
    HostDefaults defaults,
    IArtifactStore artifacts,
    IJournalStore journals,
    TimeProvider time,
    StepCancellation steps)
{
    [Function("Plan")]
    public async Task<IResult> PlanAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "plan")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        Wire.From(await new PlanApi(new AwaitedRuns(client, journals, time, steps), defaults, artifacts).PlanAsync(
            await RequestBody.ReadAsync(request.Body, SummariesApi.LongestBody, cancellationToken), cancellationToken));
}
