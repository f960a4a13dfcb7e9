namespace Yttl.Whisper.Audio;

internal interface IAudioDecoder
{
    /// <returns>16 kHz, mono, -1 to 1; empty for a track of no length.</returns>
    /// <exception cref="AudioException">It is no media file, has no sound, or is too long.</exception>
    Task<float[]> DecodeAsync(string path, CancellationToken cancellationToken);
}
