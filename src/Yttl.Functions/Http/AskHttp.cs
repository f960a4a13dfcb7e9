using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Yttl.Core.Artifacts;
using Yttl.Functions.Engine;
using Yttl.Functions.Storage;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Http;

/// <summary>Serves questions (<see cref="AskApi"/>) in this app. The call needs a key.</summary>
internal sealed class AskHttp(
    HostDefaults defaults,
    IArtifactStore artifacts,
    IJournalStore journals,
    TimeProvider time,
    StepCancellation steps)
{
    [Function("AskSummary")]
    public async Task<IResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "summaries/{id}/ask")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var api = new AskApi(
            new DurableRunHost(client, artifacts, journals, time, steps),
            new AwaitedRuns(client, journals, time, steps),
            defaults,
            artifacts);
        return Wire.From(await api.AskAsync(
            id, await RequestBody.ReadAsync(request.Body, SummariesApi.LongestBody, cancellationToken), cancellationToken));
    }
}
