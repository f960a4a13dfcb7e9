using Azure;
using Azure.Storage.Blobs.Models;
using Yttl.Core.Audio;
using Yttl.Core.Failures;

namespace Yttl.Functions.Storage;

/// <summary>Stores decoded audio as blobs, uploaded once. A chunk is a range of a blob.</summary>
internal sealed class BlobAudioStore(BlobContainers containers) : IAudioStore
{
    public string ScratchFolder =>
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "yttl-audio")).FullName;

    public async Task KeepAsync(AudioRef audio, string scratchFile, CancellationToken cancellationToken)
    {
        try
        {
            // A blob appears when its last block is committed, so an existing blob is complete.
            await containers.Of(audio).UploadAsync(scratchFile, overwrite: true, cancellationToken);
            File.Delete(scratchFile);
        }
        catch (RequestFailedException problem)
        {
            throw BlobFailures.From(problem, "audio.write");
        }
    }

    public async Task<Stream> OpenReadAsync(AudioRef audio, long first, long end, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, audio.Samples);
        if (first == end)
            return Stream.Null;
        var range = new HttpRange(first * PcmFormat.BytesPerSample, (end - first) * PcmFormat.BytesPerSample);
        try
        {
            var download = await containers.Of(audio).DownloadStreamingAsync(
                new BlobDownloadOptions { Range = range }, cancellationToken);
            return download.Value.Content;
        }
        catch (RequestFailedException absent) when (absent.Status is 404)
        {
            throw new YttlException(
                FailureCategory.Processing,
                "audio.missing",
                $"The audio {audio.Key} was deleted. Ask for the same source again.",
                inner: absent);
        }
        catch (RequestFailedException problem)
        {
            throw BlobFailures.From(problem, "audio.read");
        }
    }

    public Task DeleteAsync(AudioRef audio, CancellationToken cancellationToken) =>
        containers.Of(audio).DeleteIfExistsAsync(cancellationToken: cancellationToken);
}
