using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Speech;
using Yttl.TestKit;
using Yttl.TestKit.Tones;

namespace Yttl.Core.Specs.Speech;

/// <summary>How large uploads are.</summary>
public sealed class ChunkEncoderSpecs
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_wave_file_is_the_samples_behind_a_header()
    {
        var samples = new ToneTalk([], Minute) { Noise = 1 }.ToPcm();

        var file = await EncodeAsync(SpeechEncoding.Wav, samples);

        file.Length.ShouldBe(44 + samples.Length);
        file.AsSpan(44).SequenceEqual(samples).ShouldBeTrue();
    }

    [FFmpegFact]
    public async Task Opus_and_flac_stay_under_what_a_planner_is_told_even_for_noise()
    {
        var samples = new ToneTalk([], Minute) { Noise = 1 }.ToPcm();

        foreach (var encoding in (SpeechEncoding[])[SpeechEncoding.Opus, SpeechEncoding.Flac])
        {
            var file = await EncodeAsync(encoding, samples);
            ((double)file.Length).ShouldBeInRange(
                1000, ChunkEncoder.MostBytesPerSecond(encoding) * Minute.TotalSeconds, $"{encoding}");
        }
    }

    [Theory]
    [InlineData(1_000_000, 120)]
    [InlineData(100_000_000, 59)]
    public async Task What_is_over_a_limit_is_not_sent(long bytes, double seconds)
    {
        var samples = new byte[PcmFormat.SampleAt(Minute) * PcmFormat.BytesPerSample];

        var failure = await Should.ThrowAsync<YttlException>(
            () => EncodeAsync(SpeechEncoding.Wav, samples, bytes, seconds));

        failure.Failure.Code.ShouldBe("speech.too-large");
        failure.Transient.ShouldBeFalse();
    }

    private static async Task<byte[]> EncodeAsync(
        SpeechEncoding encoding, byte[] samples, long bytes = long.MaxValue, double seconds = 3600)
    {
        var limits = new RecognizerProfile(
            bytes, TimeSpan.FromSeconds(seconds), 0, TimeSpan.Zero, TimeSpan.Zero, 0);
        using var stream = new MemoryStream(samples);
        var file = await new ChunkEncoder(encoding, limits, new ProcessRunner(), new Toolset())
            .EncodeAsync(stream, Minute, CancellationToken.None);
        return file.ToArray();
    }
}
