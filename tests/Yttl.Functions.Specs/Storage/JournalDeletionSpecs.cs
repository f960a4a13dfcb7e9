using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Functions.Hosting;
using Yttl.Functions.Storage;
using Yttl.TestKit.Http;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Specs.Storage;

/// <summary>Which blobs go with a run, told by what the storage account is asked for.</summary>
public sealed class JournalDeletionSpecs
{
    [Fact]
    public async Task A_run_takes_its_own_journal_and_those_of_its_parts_along_and_no_other()
    {
        await using var account = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Method == HttpMethods.Delete)
            {
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                return Task.CompletedTask;
            }

            context.Request.Query["prefix"].ToString().ShouldBe("journals/run");
            context.Response.ContentType = "application/xml";
            return context.Response.WriteAsync(
                Listing("run.jsonl", "run%3A0.jsonl", "run%3A11.jsonl", "run-2.jsonl", "run2.jsonl"));
        });
        var blobs = new BlobServiceClient(
            $"DefaultEndpointsProtocol=http;AccountName=some;AccountKey=AAAA;BlobEndpoint={account.Url}some;",
            BlobAccount.Options());

        await new BlobRunJournal(new BlobContainers(blobs), NullLogger<BlobRunJournal>.Instance)
            .DeleteAsync(new RunId("run"), CancellationToken.None);

        var deleted = account.Requests.Where(request => request.StartsWith("DELETE", StringComparison.Ordinal));
        deleted.Select(Uri.UnescapeDataString).ShouldBe(
        [
            "DELETE /some/memory/journals/run.jsonl",
            "DELETE /some/memory/journals/run%3A0.jsonl",
            "DELETE /some/memory/journals/run%3A11.jsonl",
        ]);
    }

    private static string Listing(params string[] names)
    {
        var blobs = names.Select(name =>
            $"<Blob><Name>journals/{name}</Name><Properties>"
            + "<Last-Modified>Thu, 01 Jan 2026 00:00:00 GMT</Last-Modified><Etag>0x1</Etag></Properties></Blob>");
        return $"<EnumerationResults><Blobs>{string.Concat(blobs)}</Blobs><NextMarker /></EnumerationResults>";
    }
}
