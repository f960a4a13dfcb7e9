using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Workflows;

namespace Yttl.Functions.Storage;

/// <summary>The containers of this app, and the names of what is in them.</summary>
internal sealed class BlobContainers(BlobServiceClient blobs)
{
    private static readonly string[] Names = ["artifacts", "memory", "audio", "url-lists", "url-list-results"];

    public BlobClient Of(ArtifactRef artifact) => Sharded("artifacts", artifact.ToString());

    public BlobClient Of(StepKey key) => Sharded("memory", key.ToString());

    public BlobClient Of(AudioRef audio) => audio.Key.Length is 64 && audio.Key.All(char.IsAsciiHexDigitLower)
        ? In("audio", $"{audio.Key}.pcm")
        : throw new ArgumentException($"'{audio.Key}' is no key of audio.", nameof(audio));

    public BlobClient ResultsOf(string list) => In("url-list-results", $"{list}.json");

    /// <summary>Beside what is remembered: both are kept for the sake of runs, and go together.</summary>
    public AppendBlobClient JournalOf(RunId run) => blobs.GetBlobContainerClient("memory")
        .GetAppendBlobClient($"journals/{Uri.EscapeDataString(run.Value)}.jsonl");

    /// <summary>Makes what is missing: in Azure the infrastructure has, with Azurite nobody has.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Names)
            await blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }

    private BlobClient Sharded(string container, string hash) => In(container, $"{hash[..2]}/{hash}");

    private BlobClient In(string container, string name) => blobs.GetBlobContainerClient(container).GetBlobClient(name);
}
