using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Yttl.Core.Providers.Limits;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Storage;

/// <summary>
/// The calls to models of all instances of the app. Only the process that makes a call knows of it, so each instance
/// writes its own numbers, as metadata of a blob: all of them are read by one listing.
/// </summary>
internal sealed class BlobModelLoad(BlobContainers containers, TimeProvider time)
{
    /// <summary>
    /// Numbers older than this are those of an instance that ended without a word: several writes, and far more than
    /// the clocks of two instances differ.
    /// </summary>
    public static readonly TimeSpan Expiry = TimeSpan.FromMinutes(1);

    private readonly string _instance = Guid.NewGuid().ToString("n");

    /// <summary>Replaces this instance's numbers.</summary>
    /// <exception cref="RequestFailedException">The storage account refused it, or gave no answer.</exception>
    public async Task WriteAsync(ModelLoadDocument load, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<string, string>
        {
            ["at"] = Text(time.GetUtcNow().ToUnixTimeSeconds()),
            ["speech_running"] = Text(load.Speech.Running),
            ["speech_waiting"] = Text(load.Speech.Waiting),
            ["summaries_running"] = Text(load.Summaries.Running),
            ["summaries_waiting"] = Text(load.Summaries.Waiting),
        };
        await containers.LoadOf(_instance).UploadAsync(
            BinaryData.Empty, new BlobUploadOptions { Metadata = numbers }, cancellationToken);
    }

    /// <exception cref="RequestFailedException">The storage account refused it, or gave no answer.</exception>
    public Task DeleteAsync(CancellationToken cancellationToken) =>
        containers.LoadOf(_instance).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Returns the sum over all instances.</summary>
    /// <exception cref="Core.Failures.YttlException"><c>load.read</c>.</exception>
    public async Task<ModelLoadDocument> SumAsync(CancellationToken cancellationToken)
    {
        var oldest = (time.GetUtcNow() - Expiry).ToUnixTimeSeconds();
        var sum = ModelLoadDocument.None;
        try
        {
            await foreach (var blob in containers.Loads(cancellationToken))
                if (Number(blob, "at") >= oldest)
                    sum += new ModelLoadDocument(Load(blob, "speech"), Load(blob, "summaries"));
        }
        catch (RequestFailedException problem)
        {
            throw BlobFailures.From(problem, "load.read");
        }

        return sum;
    }

    private static CallLoad Load(BlobItem blob, string server) =>
        new((int)Number(blob, $"{server}_running"), (int)Number(blob, $"{server}_waiting"));

    /// <returns>0 where another version of the app wrote no such number.</returns>
    private static long Number(BlobItem blob, string name) =>
        blob.Metadata.TryGetValue(name, out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
