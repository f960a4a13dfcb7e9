using System.Diagnostics;
using Yttl.TestKit;
using Yttl.Whisper.Audio;

namespace Yttl.Whisper.Specs.Audio;

public sealed class FFmpegAudioDecoderSpecs : IDisposable
{
    private static readonly string Sample = Repository.PathOf("samples/longitude.mp4");

    private readonly TempFolder _folder = new();
    private readonly FFmpegAudioDecoder _decoder = new(TimeSpan.FromHours(4));

    public void Dispose() => _folder.Dispose();

    [FFmpegFact]
    public async Task A_tone_in_a_container_becomes_samples_at_16_kHz_mono()
    {
        var path = Make("tone.mkv", "-f", "lavfi", "-i", "sine=frequency=440:duration=2:sample_rate=44100", "-ac", "2");

        var samples = await _decoder.DecodeAsync(path, CancellationToken.None);

        samples.Length.ShouldBeInRange(31_900, 32_200);
        samples.Max().ShouldBeInRange(0.05f, 1f);
        Directory.GetFiles(_folder.Path).ShouldBe([path]);
    }

    [FFmpegFact]
    public async Task A_video_gives_its_sound()
    {
        var upload = _folder.PathOf("upload");
        File.Copy(Sample, upload);

        var samples = await _decoder.DecodeAsync(upload, CancellationToken.None);

        samples.Length.ShouldBeGreaterThan(16_000);
    }

    [FFmpegFact]
    public async Task A_video_without_sound_says_so()
    {
        var path = Make("silent.mp4", "-f", "lavfi", "-i", "color=c=red:s=64x64:d=1");

        var failure = await Should.ThrowAsync<AudioException>(_decoder.DecodeAsync(path, CancellationToken.None));

        failure.Message.ShouldBe("The file has no audio.");
    }

    [FFmpegFact]
    public async Task Text_is_no_recording_and_the_message_names_no_path()
    {
        var path = _folder.Write("upload", "this is not audio");

        var failure = await Should.ThrowAsync<AudioException>(_decoder.DecodeAsync(path, CancellationToken.None));

        failure.Message.ShouldContain("the file");
        failure.Message.ShouldNotContain(_folder.Path);
    }

    [FFmpegFact]
    public async Task Audio_over_the_limit_is_refused()
    {
        var path = Make("long.wav", "-f", "lavfi", "-i", "sine=duration=5");
        var decoder = new FFmpegAudioDecoder(TimeSpan.FromSeconds(3));

        var failure = await Should.ThrowAsync<AudioException>(decoder.DecodeAsync(path, CancellationToken.None));

        failure.Message.ShouldContain("longer than");
    }

    [FFmpegFact]
    public async Task A_playlist_inside_the_upload_reaches_no_other_address()
    {
        using var server = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        server.Start();
        var path = _folder.Write(
            "upload",
            $"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://{server.LocalEndpoint}/a.ts\n#EXT-X-ENDLIST\n");

        await Should.ThrowAsync<AudioException>(_decoder.DecodeAsync(path, CancellationToken.None));

        server.Pending().ShouldBeFalse();
    }

    [FFmpegFact]
    public async Task A_playlist_inside_the_upload_opens_no_file_of_this_machine()
    {
        var secret = Make("secret.ts", "-f", "lavfi", "-i", "sine=duration=2");
        var path = _folder.Write(
            "upload", $"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{secret}\n#EXT-X-ENDLIST\n");

        await Should.ThrowAsync<AudioException>(_decoder.DecodeAsync(path, CancellationToken.None));
    }

    [FFmpegTheory]
    [InlineData("mp3")]
    [InlineData("ogg")]
    [InlineData("opus")]
    [InlineData("webm")]
    [InlineData("mp4")]
    [InlineData("m4a")]
    [InlineData("mov")]
    [InlineData("flac")]
    [InlineData("aac")]
    [InlineData("ts")]
    [InlineData("mpg")]
    [InlineData("avi")]
    [InlineData("flv")]
    [InlineData("wma")]
    [InlineData("aiff")]
    [InlineData("caf")]
    public async Task Whatever_the_container_its_sound_is_heard(string container)
    {
        var made = Make("tone." + container, "-f", "lavfi", "-i", "sine=duration=2:sample_rate=48000");
        var upload = _folder.PathOf("upload");
        File.Move(made, upload);

        var samples = await _decoder.DecodeAsync(upload, CancellationToken.None);

        samples.Length.ShouldBeInRange(31_000, 34_000);
        samples.Max().ShouldBeInRange(0.05f, 1f);
    }

    [FFmpegFact]
    public async Task Who_leaves_stops_the_decoding()
    {
        using var left = new CancellationTokenSource();
        await left.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(_decoder.DecodeAsync(Sample, left.Token));
    }

    private string Make(string name, params string[] arguments)
    {
        var path = _folder.PathOf(name);
        using var process = Process.Start("ffmpeg", ["-v", "error", .. arguments, path]);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        return path;
    }
}
