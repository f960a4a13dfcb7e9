using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Functions.Hosting;
using Yttl.Functions.Storage;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Specs.Storage;

/// <summary>A storage account that never answers.</summary>
public sealed class UnreachableAccountSpecs
{
    private static readonly RunId Run = new("run");

    private readonly BlobContainers _containers = new(Connect());

    [Fact]
    public async Task What_cannot_be_stored_is_a_failure_that_passes()
    {
        var store = new BlobArtifactStore(_containers);

        var failure = await Should.ThrowAsync<YttlException>(() => store.WriteAsync(
            (stream, token) => stream.WriteAsync("talk"u8.ToArray(), token).AsTask(), CancellationToken.None));

        failure.Failure.Code.ShouldBe(IArtifactStore.WriteFailed);
        failure.Transient.ShouldBeTrue();
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_read_or_deleted_fails_nothing()
    {
        var journal = new BlobRunJournal(_containers, NullLogger<BlobRunJournal>.Instance);

        await journal.AddAsync(Run, new JournalLine(), CancellationToken.None);
        await journal.DeleteAsync(Run, CancellationToken.None);

        (await journal.ReadAsync(Run, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_cancelled_meanwhile_is_not_told_of_the_account()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            () => _containers.CreateAsync(stop.Token));
    }

    private static BlobServiceClient Connect()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var options = BlobAccount.Options();
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.Zero;
        return new BlobServiceClient(
            $"DefaultEndpointsProtocol=http;AccountName=nobody;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:{port}/nobody;",
            options);
    }
}
