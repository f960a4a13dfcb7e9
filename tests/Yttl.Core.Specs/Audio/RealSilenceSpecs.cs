using Xunit.Abstractions;
using Yttl.Core.Audio;
using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Audio;

public sealed class RealSilenceSpecs(ITestOutputHelper output)
{
    [FFmpegTestDataFact]
    public async Task In_a_real_meeting_hardly_any_speech_is_taken_for_silence()
    {
        var found = await FindAsync("speech/ami-6min.ogg");

        var share = SpeechReference.ShareMarked(SpeechReference.ReadRttm("speech/ami-6min.rttm"), found.Silences);

        Report(found, share);
        share.ShouldBeLessThan(0.03);
        found.Silences.Count.ShouldBeGreaterThan(10);
    }

    [FFmpegTestDataFact]
    public async Task Read_speech_with_few_pauses_still_offers_cuts_and_is_not_taken_for_silence()
    {
        var found = await FindAsync("speech/epub-speech.mp3");

        Report(found, share: 0);
        found.Silences.Count.ShouldBeInRange(2, 60);
        found.Silences.Sum(silence => (silence.End - silence.Start).TotalSeconds).ShouldBeLessThan(30);
    }

    [FFmpegTestDataFact]
    public async Task A_short_clip_of_a_speech_keeps_its_words()
    {
        var found = await FindAsync("speech/jfk.wav");

        Report(found, share: 0);
        found.Silences.Sum(silence => (silence.End - silence.Start).TotalSeconds).ShouldBeLessThan(4);
    }

    private void Report(SilenceFinding found, double share) => output.WriteLine(FormattableString.Invariant(
        $"{share:P2} of the speech marked; {found.Threshold} dB, {found.Silences.Count} silences"));

    private static async Task<SilenceFinding> FindAsync(string name)
    {
        var meter = new LoudnessMeter();
        string[] arguments =
            ["-v", "error", "-i", TestData.PathOf(name), "-ac", "1", "-ar", "16000", "-f", "s16le", "-"];
        await new ProcessRunner().StreamAsync(
            new ToolCall("ffmpeg", arguments, null),
            async (pcm, token) =>
            {
                var buffer = new byte[64 * 1024];
                while (await pcm.ReadAsync(buffer, token) is > 0 and var read)
                    meter.Add(buffer.AsSpan(0, read));
            },
            CancellationToken.None);
        return SilenceDetector.Find(meter.Finish(), SilenceSettings.Default);
    }
}
