using System.Runtime.CompilerServices;
using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Storage;

/// <summary>The containers of this app, and the names of their blobs.</summary>
internal sealed class BlobContainers(BlobServiceClient blobs)
{
    private const string JournalEnd = ".jsonl";
    private const string LoadStart = "load/";

    private static readonly string[] Names = ["artifacts", "memory", "audio", "url-lists", "url-list-results"];

    public BlobClient Of(ArtifactRef artifact) => Sharded("artifacts", artifact.ToString());

    public BlobClient Of(StepKey key) => Sharded("memory", key.ToString());

    public BlobClient Of(AudioRef audio) => audio.Key.Length is 64 && audio.Key.All(char.IsAsciiHexDigitLower)
        ? In("audio", $"{audio.Key}.pcm")
        : throw new ArgumentException($"'{audio.Key}' is no key of audio.", nameof(audio));

    /// <summary>Of one instance of the app: its calls to models.</summary>
    public BlobClient LoadOf(string instance) => In("memory", $"{LoadStart}{instance}");

    /// <summary>With the metadata of each.</summary>
    public AsyncPageable<BlobItem> Loads(CancellationToken cancellationToken) =>
        blobs.GetBlobContainerClient("memory").GetBlobsAsync(
            new GetBlobsOptions { Prefix = LoadStart, Traits = BlobTraits.Metadata }, cancellationToken);

    public BlobClient ResultsOf(string list) => In("url-list-results", $"{list}.json");

    /// <summary>In the container of remembered work: runs need both, and both are deleted together.</summary>
    public AppendBlobClient JournalOf(RunId run) =>
        blobs.GetBlobContainerClient("memory").GetAppendBlobClient($"{JournalStem(run)}{JournalEnd}");

    /// <summary>Returns the run's own journal and those of the runs that it started.</summary>
    public async IAsyncEnumerable<BlobClient> JournalsOf(
        RunId run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (own, parts) = ($"{JournalStem(run)}{JournalEnd}", JournalStem(new RunId(run.PrefixBelow)));
        var container = blobs.GetBlobContainerClient("memory");
        var alike = new GetBlobsOptions { Prefix = JournalStem(run) };
        await foreach (var blob in container.GetBlobsAsync(alike, cancellationToken))
            if (blob.Name == own || blob.Name.StartsWith(parts, StringComparison.Ordinal))
                yield return container.GetBlobClient(blob.Name);
    }

    /// <summary>Creates missing containers. In Azure the infrastructure creates them; with Azurite this does.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Names)
            await blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Returns whether the account answers this app in time, and has its containers.</summary>
    public async Task<bool> AnswerAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await blobs.GetBlobContainerClient("artifacts").ExistsAsync(either.Token);
        }
        catch (Exception problem) when (problem is RequestFailedException or AuthenticationFailedException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static string JournalStem(RunId run) => $"journals/{Uri.EscapeDataString(run.Value)}";

    private BlobClient Sharded(string container, string hash) => In(container, $"{hash[..2]}/{hash}");

    private BlobClient In(string container, string name) => blobs.GetBlobContainerClient(container).GetBlobClient(name);
}
