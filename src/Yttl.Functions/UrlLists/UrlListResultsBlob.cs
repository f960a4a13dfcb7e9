using System.Text.Json;
using Azure;
using Yttl.Core.Failures;
using Yttl.Functions.Storage;
using Yttl.Workflows.UrlLists;

namespace Yttl.Functions.UrlLists;

/// <summary>Writes the results of a list as <c>url-list-results/NAME.json</c>, each time as a whole.</summary>
internal sealed class UrlListResultsBlob(BlobContainers containers)
{
    public async Task<PlainOutcome> WriteAsync(UrlListResults results, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(results, UrlListsJson.Default.UrlListResults);
        try
        {
            await containers.ResultsOf(results.Name).UploadAsync(new BinaryData(json), overwrite: true, cancellationToken);
            return new PlainOutcome();
        }
        catch (RequestFailedException problem)
        {
            throw BlobFailures.From(problem, "list.write");
        }
    }
}
