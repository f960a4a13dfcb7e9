using System.Text.Json;
using Azure;
using Microsoft.Extensions.Logging;
using Yttl.Functions.Logging;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Storage;

/// <summary>Stores finished work as blobs named by its keys. All instances of the app share it.</summary>
internal sealed class BlobStepMemory(
    BlobContainers containers, BlobArtifactStore artifacts, ILogger<BlobStepMemory> logger) : IStepMemory
{
    public async Task<RememberedResult?> FindAsync(StepKey key, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await containers.Of(key).DownloadContentAsync(cancellationToken);
            if (Read(blob.Value.Content.ToMemory().Span) is not { } result)
            {
                Log.Forgotten(logger, "a step", "it is damaged", key.ToString());
                return null;
            }

            // Content stays as long as the work that refers to it, also where the run reads none of it.
            foreach (var reference in result.Content)
            {
                if (await artifacts.TouchAsync(reference, cancellationToken))
                    continue;
                Log.Forgotten(logger, result.Step, $"its content {reference} is missing", key.ToString());
                return null;
            }

            return result;
        }
        catch (RequestFailedException absent) when (absent.Status is 404)
        {
            return null;
        }
        catch (RequestFailedException problem)
        {
            Log.Forgotten(logger, "a step", problem.ErrorCode ?? problem.Message, key.ToString());
            return null;
        }
    }

    /// <returns>Null where the JSON is damaged.</returns>
    internal static RememberedResult? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RunsJson.Default.RememberedResult) is
                { Step: not null, Json: not null, Content: not null } result ? result : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task KeepAsync(StepKey key, RememberedResult result, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(result, RunsJson.Default.RememberedResult);
        try
        {
            await containers.Of(key).UploadAsync(new BinaryData(json), overwrite: true, cancellationToken);
        }
        catch (RequestFailedException problem)
        {
            Log.NotRemembered(logger, result.Step, problem.ErrorCode ?? problem.Message);
        }
    }
}
