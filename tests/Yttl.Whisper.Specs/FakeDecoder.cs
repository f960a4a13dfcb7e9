using Yttl.Whisper.Audio;

namespace Yttl.Whisper.Specs;

/// <summary>A second of silence whatever comes, and the bytes that came.</summary>
internal sealed class FakeDecoder : IAudioDecoder
{
    public byte[]? Upload { get; private set; }

    public string? Path { get; private set; }

    public Exception? Failure { get; set; }

    public async Task<float[]> DecodeAsync(string path, CancellationToken cancellationToken)
    {
        Path = path;
        Upload = await File.ReadAllBytesAsync(path, cancellationToken);
        return Failure is null ? new float[FFmpegAudioDecoder.SampleRate] : throw Failure;
    }
}
