using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Yttl.Core.Artifacts;
using Yttl.Functions.Http;
using Yttl.Functions.Logging;
using Yttl.Functions.Storage;
using Yttl.Workflows.Http;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.UrlLists;

namespace Yttl.Functions.UrlLists;

/// <summary>
/// Starts one feeder run for an uploaded list. The id of the run comes from the list's name and text, so an upload that
/// is delivered twice, or found by both triggers, starts one run. A list that is uploaded again after its run left
/// something undone starts the next generation; one that is only delivered again, however late, does not.
/// </summary>
internal sealed class UrlListTrigger(
    HostDefaults defaults,
    IArtifactStore artifacts,
    IJournalStore journals,
    TimeProvider time,
    ILogger<UrlListTrigger> logger)
{
    /// <summary>In Azure: Event Grid sends an event at once.</summary>
    [Function("UrlListTrigger")]
    public Task OnEventAsync(
        [BlobTrigger("url-lists/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient list,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => FeedAsync(name, list, client, cancellationToken);

    /// <summary>With Azurite, which sends no events: scans for uploads. Disabled in Azure.</summary>
    [Function("UrlListScan")]
    public Task OnScanAsync(
        [BlobTrigger("url-lists/{name}")] BlobClient list,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => FeedAsync(name, list, client, cancellationToken);

    private async Task FeedAsync(string name, BlobClient list, DurableTaskClient client, CancellationToken cancellationToken)
    {
        using var upload = (await list.DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
        await FeedAsync(name, upload.Content, upload.Details.LastModified, client, cancellationToken);
    }

    /// <param name="uploaded">When the list got this text.</param>
    internal async Task FeedAsync(
        string name, Stream content, DateTimeOffset uploaded, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (!UrlList.IsName(name))
        {
            Log.ListRefused(logger, name);
            return;
        }

        var text = await RequestBody.ReadAsync(content, UrlList.MostCharacters, cancellationToken);
        var list = UrlList.Parse(text);
        var input = new UrlListInput(
            name,
            list.Accepted,
            list.Rejected,
            defaults.Options,
            defaults.Execution);
        var run = await Generations.AdmitAsync(
            new DurableRunHost(client, artifacts, journals, time),
            RunIds.OfContent("list", $"{name}\n{text}"),
            id => DurableRunHost.ScheduleAsync(
                client,
                FeedUrlListWorkflow.Definition.Name,
                JsonSerializer.SerializeToElement(input, UrlListsJson.Default.UrlListInput),
                id,
                cancellationToken),
            cancellationToken,
            uploaded);
        if (run.IsNew)
            Log.ListTaken(logger, name, list.Accepted.Count, list.Rejected.Count, run.Id.Value);
        else
            Log.ListKnown(logger, name, run.State, run.Id.Value);
    }
}
