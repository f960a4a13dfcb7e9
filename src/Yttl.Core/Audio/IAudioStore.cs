namespace Yttl.Core.Audio;

/// <summary>
/// Decoded audio, in <see cref="PcmFormat"/>: 115 MB an hour, kept from its decoding until its transcript is there.
/// Files locally, blobs in Azure. Safe for concurrent use.
/// </summary>
public interface IAudioStore
{
    /// <summary>A folder on a local disk to decode into; what is left in it by a killed process may be deleted.</summary>
    string ScratchFolder { get; }

    /// <summary>Takes over a finished file of samples, which is gone from <paramref name="scratchFile"/> afterwards.</summary>
    /// <exception cref="Failures.YttlException"><c>audio.write</c>: there is no room, or no permission.</exception>
    Task KeepAsync(AudioRef audio, string scratchFile, CancellationToken cancellationToken);

    /// <summary>Opens the samples from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    /// <returns>A stream of exactly those bytes, whatever its own length property says.</returns>
    /// <exception cref="Failures.YttlException"><c>audio.missing</c>: it was deleted; decode it again.</exception>
    Task<Stream> OpenReadAsync(AudioRef audio, long first, long end, CancellationToken cancellationToken);

    /// <summary>Deletes it; harmless when it is gone already.</summary>
    Task DeleteAsync(AudioRef audio, CancellationToken cancellationToken);
}
