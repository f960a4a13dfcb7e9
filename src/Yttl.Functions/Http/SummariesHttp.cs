#pragma warning disable IDE0060 // A trigger is a parameter, whether or not it is read.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Yttl.Core.Artifacts;
using Yttl.Functions.Engine;
using Yttl.Functions.Storage;
using Yttl.Workflows.Http;
using Yttl.Workflows.UrlLists;

namespace Yttl.Functions.Http;

/// <summary>Serves the HTTP contract (<see cref="SummariesApi"/>) in this app. Every call needs a key.</summary>
internal sealed class SummariesHttp(
    HostDefaults defaults,
    IArtifactStore artifacts,
    IJournalStore journals,
    TimeProvider time,
    StepCancellation steps)
{
    private const AuthorizationLevel Key = AuthorizationLevel.Function;

    [Function("StartSummary")]
    public async Task<IResult> StartAsync(
        [HttpTrigger(Key, "post", Route = "summaries")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        Wire.From(await Api(client).StartAsync(
            await RequestBody.ReadAsync(request.Body, SummariesApi.LongestBody, cancellationToken), cancellationToken));

    [Function("StartBatch")]
    public async Task<IResult> StartBatchAsync(
        [HttpTrigger(Key, "post", Route = "batches")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        Wire.From(await Api(client).StartBatchAsync(
            await RequestBody.ReadAsync(request.Body, UrlList.MostCharacters, cancellationToken), cancellationToken));

    [Function("ListSummaries")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(Key, "get", Route = "summaries")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        Wire.From(await Api(client).ListAsync(request.Query["limit"], request.Query["before"], cancellationToken));

    [Function("ShowSummary")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(Key, "get", Route = "summaries/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        Wire.From(await Api(client).ShowAsync(id, cancellationToken));

    [Function("ReadReport")]
    public async Task<IResult> ReportAsync(
        [HttpTrigger(Key, "get", Route = "summaries/{id}/report")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var (report, refusal) = await Api(client).ReportRequestOf(id, request.Query["format"], cancellationToken);
        return report is null ? Wire.From(refusal!) : await Wire.OfAsync(report, artifacts, cancellationToken);
    }

    [Function("ResumeSummary")]
    public async Task<IResult> ResumeAsync(
        [HttpTrigger(Key, "post", Route = "summaries/{id}/resume")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        Wire.From(await Api(client).ResumeAsync(id, cancellationToken));

    [Function("TerminateSummary")]
    public async Task<IResult> TerminateAsync(
        [HttpTrigger(Key, "post", Route = "summaries/{id}/terminate")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        Wire.From(await Api(client).TerminateAsync(id, cancellationToken));

    [Function("DeleteSummary")]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(Key, "delete", Route = "summaries/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        Wire.From(await Api(client).DeleteAsync(id, cancellationToken));

    private SummariesApi Api(DurableTaskClient client) =>
        new(new DurableRunHost(client, artifacts, journals, time, steps), defaults);
}
