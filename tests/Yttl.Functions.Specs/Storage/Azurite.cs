using Azure.Storage.Blobs;
using Yttl.Functions.Storage;
using Yttl.TestKit;

namespace Yttl.Functions.Specs.Storage;

/// <summary>The blobs of the storage emulator, for the specs of one class.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private AzuriteProcess? _process;

    internal BlobServiceClient Blobs { get; private set; } = null!;

    internal BlobContainers Containers { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (AzuriteProcess.Program is null)
            return;
        _process = await AzuriteProcess.StartAsync();
        Blobs = Connect(new BlobClientOptions());
        Containers = new BlobContainers(Blobs);
        await Containers.CreateAsync(CancellationToken.None);
    }

    /// <summary>Another client of the same account.</summary>
    internal BlobServiceClient Connect(BlobClientOptions options) => new(_process!.Connection, options);

    public Task DisposeAsync()
    {
        _process?.Dispose();
        return Task.CompletedTask;
    }
}
