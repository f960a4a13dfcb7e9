namespace Yttl.Whisper.Audio;

internal interface IAudioDecoder
{
    /// <returns>Samples at 16 kHz, mono, -1 to 1; empty for a track without length.</returns>
    /// <exception cref="AudioException">The file is not a media file, has no audio, or is too long.</exception>
    Task<float[]> DecodeAsync(string path, CancellationToken cancellationToken);
}
