using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Yttl.Functions.Storage;

namespace Yttl.Functions.Hosting;

/// <summary>
/// The storage account that the Functions host also uses, from the same settings: a connection string (Azurite), or an
/// address and an identity.
/// </summary>
internal static class BlobAccount
{
    private const string Account = "AzureWebJobsStorage";

    public static BlobServiceClient Connect(IConfiguration configuration)
    {
        if (configuration[Account] is { Length: > 0 } connection)
            return new BlobServiceClient(connection, Options());
        var address = configuration[$"{Account}:blobServiceUri"]
            ?? throw new InvalidOperationException($"Neither {Account} nor {Account}__blobServiceUri is set.");
        return new BlobServiceClient(new Uri(address), new DefaultAzureCredential(), Options());
    }

    internal static BlobClientOptions Options()
    {
        var options = new BlobClientOptions();
        options.AddPolicy(new LastFailure(), HttpPipelinePosition.PerCall);
        return options;
    }
}
