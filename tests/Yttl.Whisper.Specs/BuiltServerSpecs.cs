using System.ClientModel;
using System.Diagnostics;
using OpenAI.Audio;
using Yttl.TestKit;

namespace Yttl.Whisper.Specs;

/// <summary>The built program, real ffmpeg, Whisper.net and OpenAI's client. The model for tests hears nothing.</summary>
public sealed class BuiltServerSpecs : IDisposable
{
    private static readonly AudioTranscriptionOptions Verbose = new()
    {
        ResponseFormat = AudioTranscriptionFormat.Verbose,
        TimestampGranularities = AudioTimestampGranularities.Segment | AudioTimestampGranularities.Word,
        Language = "en",
    };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [NativeWhisperFact]
    public async Task The_official_client_is_answered_whatever_the_container()
    {
        await using var server = await StartAsync();

        foreach (var container in new[] { "wav", "mp3", "ogg", "webm", "mp4" })
        {
            var path = Make("talk." + container, "-i", TestData.PathOf("speech/jfk.wav"), "-t", "2");

            var heard = (await server.Client().TranscribeAudioAsync(path, Verbose)).Value;

            heard.Duration!.Value.TotalSeconds.ShouldBe(2, 0.2, container);
            heard.Language.ShouldBe("en");
        }
    }

    [NativeWhisperFact]
    public async Task Who_finds_it_full_is_told_when_to_come_and_who_leaves_makes_room()
    {
        await using var server = await StartAsync("--processors", "1", "--queue", "0");
        var hour = Make("hour.wav", "-f", "lavfi", "-i", "anoisesrc=duration=3600:sample_rate=16000:amplitude=0.1");
        var talk = Make("talk.wav", "-i", TestData.PathOf("speech/jfk.wav"), "-t", "1");
        using var leaving = new CancellationTokenSource();
        await using var upload = File.OpenRead(hour);
        var first = server.Client().TranscribeAudioAsync(upload, "hour.wav", Verbose, leaving.Token);
        await server.HealthAsync(health => health.GetProperty("at_work").GetInt32() == 1);

        var refused = await Should.ThrowAsync<ClientResultException>(
            server.Client().TranscribeAudioAsync(talk, Verbose));
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        await server.HealthAsync(health => health.GetProperty("at_work").GetInt32() == 0);
        var heard = (await server.Client().TranscribeAudioAsync(talk, Verbose)).Value;

        refused.Status.ShouldBe(503);
        refused.GetRawResponse()!.Headers.TryGetValue("Retry-After", out var wait).ShouldBeTrue();
        int.Parse(wait!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 120);
        heard.Duration!.Value.TotalSeconds.ShouldBe(1, 0.01);
    }

    [NativeWhisperFact]
    public async Task It_tells_which_runtime_is_loaded_and_ends_well_when_it_is_asked_to()
    {
        await using var server = await StartAsync();

        var health = await server.HealthAsync(_ => true);

        health.GetProperty("runtime").GetString().ShouldStartWith("cpu");
        health.GetProperty("device").GetString().ShouldBe("CPU");
        if (!OperatingSystem.IsWindows())
            (await server.TerminateAsync()).ShouldBe(0);
    }

    [NativeWhisperFact]
    public async Task A_broken_model_ends_it_with_one_line_that_says_why()
    {
        foreach (var (file, cause) in BrokenModels.All)
        {
            var (exitCode, error) = await ServerProcess.RunAsync("--model", TestData.PathOf(file));

            exitCode.ShouldBe(1, error);
            var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.Contains("Listening on", StringComparison.Ordinal));
            var line = lines.ShouldHaveSingleItem();
            line.ShouldContain(TestData.PathOf(file));
            line.ShouldContain(cause);
        }
    }

    [Fact]
    public async Task A_folder_for_uploads_that_cannot_be_used_is_named_before_anything_starts()
    {
        var file = _folder.Write("file", "");

        var (exitCode, error) = await ServerProcess.RunAsync("--model", "any.bin", "--spool", file + "/below");

        exitCode.ShouldBe(1);
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("--spool");
    }

    private Task<ServerProcess> StartAsync(params string[] options) => ServerProcess.StartAsync(
        ["--model", TestData.PathOf("models/for-tests-ggml-tiny.bin"), "--spool", _folder.Path, .. options]);

    private string Make(string name, params string[] arguments)
    {
        var path = _folder.PathOf(name);
        using var process = Process.Start("ffmpeg", ["-v", "error", .. arguments, path]);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        return path;
    }
}
