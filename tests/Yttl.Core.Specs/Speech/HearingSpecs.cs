using System.Collections.Concurrent;
using Yttl.Core.Audio;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Steps;
using Yttl.Core.Time;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Speech;

/// <summary>What a recogniser is told of what it hears.</summary>
public sealed class HearingSpecs : ISpeechToText
{
    private static readonly AudioRef Track = new(new string('a', 64), 60 * PcmFormat.SampleRate);

    private readonly ConcurrentQueue<SpeechUpload> _uploads = new();

    [Fact]
    public async Task Every_upload_and_every_half_of_one_says_which_video_it_is_of()
    {
        var audio = new InMemoryAudioStore();
        audio.Keep(Track, new byte[Track.Samples * PcmFormat.BytesPerSample]);
        var profile = SpeechSettings.Choose("local", null, null, _ => null)!.Profile;
        var encoder = new ChunkEncoder(SpeechEncoding.Wav, profile, new ProcessRunner(), new Toolset());

        await new RangeTranscriber(audio, Track, this, encoder, language: null)
            .TranscribeAsync(new TimeRange(TimeSpan.Zero, TimeSpan.FromMinutes(1)), temperature: 0, CancellationToken.None);

        _uploads.Count.ShouldBe(3);
        _uploads.ShouldAllBe(upload => upload.Video == Track.Key);
    }

    Task<SpeechAnswer> ISpeechToText.TranscribeAsync(SpeechUpload upload, CancellationToken cancellationToken)
    {
        _uploads.Enqueue(upload);
        return upload.Length > TimeSpan.FromSeconds(40)
            ? throw new YttlException(FailureCategory.Memory, "speech.memory", "Too much.")
            : Task.FromResult(new SpeechAnswer(null, [], false));
    }
}
