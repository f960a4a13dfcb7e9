
namespace Yttl.Core.Audio;

/// <summary>
/// Stores decoded audio in <see cref="PcmFormat"/>: 115 MB per hour, kept until the transcript is complete. Files
/// locally, blobs in Azure. Safe for concurrent use.
/// </summary>
public interface IAudioStore
{
    /// <summary>Folder on a local disk to decode into. Files that a killed process left in it may be deleted.</summary>
    string ScratchFolder { get; }

    /// <summary>
    /// Moves a finished file of samples into the store; <paramref name="scratchFile"/> no longer exists afterwards.
    /// </summary>
    /// <exception cref="Failures.YttlException"><c>audio.write</c>: the disk is full or not writable.</exception>
    Task KeepAsync(AudioRef audio, string scratchFile, CancellationToken cancellationToken);

    /// <summary>Opens the samples from <paramref name="first"/> up to <paramref name="end"/>, exclusive.</summary>
    /// <returns>A stream of exactly those bytes, whatever its <c>Length</c> says.</returns>
    /// <exception cref="Failures.YttlException">
    /// <c>audio.missing</c>: the audio was deleted; decode it again.
    /// </exception>
    Task<Stream> OpenReadAsync(AudioRef audio, long first, long end, CancellationToken cancellationToken);

    /// <summary>Deletes the audio; does nothing where it does not exist.</summary>
    Task DeleteAsync(AudioRef audio, CancellationToken cancellationToken);
}
