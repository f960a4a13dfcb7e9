using System.Collections.Concurrent;
using Yttl.Core.Audio;
using Yttl.Core.Failures;

namespace Yttl.TestKit;

public sealed class InMemoryAudioStore : IAudioStore, IDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> _samples = new();
    private readonly TempFolder _scratch = new();

    public string ScratchFolder => _scratch.Path;

    public async Task KeepAsync(AudioRef audio, string scratchFile, CancellationToken cancellationToken)
    {
        Keep(audio, await File.ReadAllBytesAsync(scratchFile, cancellationToken));
        File.Delete(scratchFile);
    }

    /// <param name="samples">In <see cref="PcmFormat"/>.</param>
    public void Keep(AudioRef audio, byte[] samples) => _samples[audio.Key] = samples;

    public Task<Stream> OpenReadAsync(AudioRef audio, long first, long end, CancellationToken cancellationToken)
    {
        if (!_samples.TryGetValue(audio.Key, out var samples))
        {
            throw new YttlException(
                FailureCategory.Processing, "audio.missing", $"The audio {audio.Key} was deleted: decode it again.");
        }

        var (start, length) = ((int)first * PcmFormat.BytesPerSample, (int)(end - first) * PcmFormat.BytesPerSample);
        return Task.FromResult<Stream>(new MemoryStream(samples, start, length, writable: false));
    }

    public Task DeleteAsync(AudioRef audio, CancellationToken cancellationToken)
    {
        _samples.TryRemove(audio.Key, out _);
        return Task.CompletedTask;
    }

    public void Dispose() => _scratch.Dispose();
}
