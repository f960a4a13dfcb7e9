using System.Text;
using Azure;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;
using Yttl.Core.Measuring;
using Yttl.Functions.Logging;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Storage;

/// <summary>
/// Stores the journal of each run as an append blob. Every instance of the app adds its lines at the end.
/// </summary>
internal sealed class BlobRunJournal(BlobContainers containers, ILogger<BlobRunJournal> logger) : IJournalStore
{
    public async Task AddAsync(RunId run, JournalLine line, CancellationToken cancellationToken)
    {
        var blob = containers.JournalOf(run);
        var text = Encoding.UTF8.GetBytes(JournalText.Write(line));
        try
        {
            await AppendAsync(blob, text, cancellationToken);
        }
        catch (RequestFailedException problem)
        {
            Log.NotNoted(logger, run.Value, problem.ErrorCode ?? problem.Message);
        }
    }

    public async Task<IReadOnlyList<RunSession>> ReadAsync(RunId run, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await containers.JournalOf(run).DownloadContentAsync(cancellationToken);
            return JournalText.Read(blob.Value.Content.ToString());
        }
        catch (RequestFailedException absent)
        {
            if (absent.Status is not 404)
                Log.NotNoted(logger, run.Value, absent.ErrorCode ?? absent.Message);
            return [];
        }
    }

    public async Task DeleteAsync(RunId run, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var blob in containers.JournalsOf(run, cancellationToken))
                await blob.DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException problem)
        {
            Log.JournalKept(logger, run.Value, problem.ErrorCode ?? problem.Message);
        }
    }

    /// <summary>
    /// Appends first, as the blob exists for all lines but the first. Two instances that create it at once make one
    /// blob.
    /// </summary>
    private static async Task AppendAsync(AppendBlobClient blob, byte[] text, CancellationToken cancellationToken)
    {
        try
        {
            await blob.AppendBlockAsync(new MemoryStream(text), cancellationToken: cancellationToken);
        }
        catch (RequestFailedException absent) when (absent.Status is 404)
        {
            await blob.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await blob.AppendBlockAsync(new MemoryStream(text), cancellationToken: cancellationToken);
        }
    }
}
