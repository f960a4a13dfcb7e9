using Yttl.Core.Audio;
using Yttl.Core.Failures;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Audio;

public sealed class AudioDecoderSpecs : IDisposable
{
    private const string Tone = "sine=440:d=10";

    private readonly MadeMedia _media = new();

    [FFmpegFact]
    public async Task Every_form_of_audio_comes_out_at_its_length()
    {
        string[][] forms =
        [
            ["8-bit.wav", "-c:a", "pcm_u8", "-ar", "8000"],
            ["24-bit.wav", "-c:a", "pcm_s24le", "-ar", "48000"],
            ["surround.flac", "-ac", "6", "-ar", "48000"],
            ["a.mp3"], ["a.m4a"], ["a.opus"], ["a.webm"], ["a.mkv", "-c:a", "flac"],
        ];
        foreach (var form in forms)
        {
            var path = await _media.MakeAsync(form[0], ["-f", "lavfi", "-i", Tone, .. form[1..]]);

            var (audio, pcm) = await _media.DecodeAsync(path);

            pcm.Length.ShouldBe((int)audio.Samples * PcmFormat.BytesPerSample, form[0]);
            PcmFormat.TimeOf(audio.Samples).TotalSeconds.ShouldBe(10, 0.06, form[0]);
            Loudness.DecibelsOf(audio.Loudness.Levels[500]).ShouldBeInRange(-35, -18, form[0]);
            audio.Lost.ShouldBeEmpty(form[0]);
        }
    }

    [FFmpegFact]
    public async Task Audio_that_starts_late_keeps_the_time_of_its_video()
    {
        var path = await _media.MakeAsync(
            "late.mkv", "-f", "lavfi", "-i", "testsrc=d=15:r=5:s=64x64", "-itsoffset", "3", "-f", "lavfi", "-i", Tone);

        var (audio, _) = await _media.DecodeAsync(path);

        FirstSound(audio).TotalSeconds.ShouldBe(3, 0.05);
        PcmFormat.TimeOf(audio.Samples).TotalSeconds.ShouldBe(13, 0.1);
        audio.Lost.ShouldBeEmpty();
    }

    [FFmpegFact]
    public async Task A_hole_becomes_silence_of_its_length_and_is_told()
    {
        var path = await _media.MakeAsync(
            "hole.mkv", "-f", "lavfi", "-i", Tone, "-af", "aselect='not(between(t,4,6))'", "-c:a", "libopus");

        var (audio, _) = await _media.DecodeAsync(path);

        var lost = audio.Lost.ShouldHaveSingleItem();
        lost.Start.TotalSeconds.ShouldBe(4, 0.1);
        lost.End.TotalSeconds.ShouldBe(6, 0.1);
        PcmFormat.TimeOf(audio.Samples).TotalSeconds.ShouldBe(10, 0.1);
    }

    [FFmpegFact]
    public async Task What_a_cut_off_file_still_holds_is_kept_and_the_rest_is_lost()
    {
        foreach (var name in new[] { "cut.m4a", "cut.mkv", "cut.flac" })
        {
            string[] arguments = name is "cut.m4a" ? ["-movflags", "+faststart"] : [];
            var path = await _media.MakeAsync(name, ["-f", "lavfi", "-i", Tone, .. arguments]);
            await using (var file = File.OpenWrite(path))
                file.SetLength(file.Length / 2);

            var (audio, pcm) = await _media.DecodeAsync(path);

            var lost = audio.Lost.ShouldHaveSingleItem(name);
            lost.Start.TotalSeconds.ShouldBe(5, 1, name);
            lost.End.TotalSeconds.ShouldBe(10, 0.1, name);
            pcm.Length.ShouldBe((int)audio.Samples * PcmFormat.BytesPerSample, name);
            audio.Loudness.Duration.TotalSeconds.ShouldBe(10, 0.1, name);
        }
    }

    [FFmpegFact]
    public async Task A_hole_of_many_minutes_is_told_as_any_other()
    {
        var path = await _media.MakeAsync(
            "long-hole.mkv", "-f", "lavfi", "-i", "sine=440:r=48000:d=304", "-af", "aselect='not(between(t,2,302))'",
            "-c:a", "libopus");

        var (decoded, _) = await _media.DecodeAsync(path);

        var lost = decoded.Lost.ShouldHaveSingleItem();
        lost.Start.TotalSeconds.ShouldBe(2, 0.1);
        lost.End.TotalSeconds.ShouldBe(302, 0.1);
    }

    [FFmpegFact]
    public async Task What_a_stopped_ffmpeg_left_is_not_taken_for_the_whole()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = await _media.MakeAsync("talk.flac", "-f", "lavfi", "-i", Tone);
        var stream = await MadeMedia.StreamOf(path);
        foreach (var code in (int[])[137, 255])
        {
            var ffmpeg = await _media.ScriptAsync($"stopped-{code}", $"head -c 64000 /dev/urandom\nexit {code}");
            var decoder = new AudioDecoder(new(), new() { FFmpeg = ffmpeg }, 1);

            var decode = decoder.DecodeAsync(path, stream, _media.PathOf("out"), CancellationToken.None);

            (await decode.ShouldThrowAsync<YttlException>()).Failure.Code.ShouldBe("audio.interrupted");
        }
    }

    [FFmpegFact]
    public async Task What_holds_no_sound_at_all_is_undecodable_and_says_so()
    {
        var path = await _media.MakeAsync("broken.m4a", "-f", "lavfi", "-i", Tone, "-movflags", "+faststart");
        var stream = await MadeMedia.StreamOf(path);
        await using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength((await File.ReadAllBytesAsync(path)).AsSpan().IndexOf("mdat"u8) + 4);
        }

        var decoder = new AudioDecoder(new(), new(), 1);
        var decode = decoder.DecodeAsync(path, stream, _media.PathOf("out"), CancellationToken.None);

        var failure = (await decode.ShouldThrowAsync<YttlException>()).Failure;
        failure.Code.ShouldBe("audio.undecodable");
        failure.Message.ShouldNotContain("\n");
    }

    private static TimeSpan FirstSound(DecodedAudio audio)
    {
        var frame = audio.Loudness.Levels.IndexOfAnyExcept(Loudness.Digital);
        return frame * Loudness.Frame;
    }

    public void Dispose() => _media.Dispose();
}
