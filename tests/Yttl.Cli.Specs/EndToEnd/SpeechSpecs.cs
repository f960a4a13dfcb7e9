using System.Text.Json;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.TestKit.Tones;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>
/// Audio in, transcript out, by the built program, real ffmpeg, and a recogniser that hears words of tones: every word is
/// known, and so is when it is said.
/// </summary>
public sealed class SpeechSpecs : IDisposable
{
    private readonly YttlProcess _yttl = new();

    public void Dispose() => _yttl.Dispose();

    [FFmpegTheory]
    [InlineData("adaptive")]
    [InlineData("fixed")]
    [InlineData("memory_optimized")]
    public async Task Of_an_hour_every_word_comes_once_in_order_at_its_time(string strategy)
    {
        var talk = ToneTalk.Make(TimeSpan.FromHours(1)) with { Noise = 0.003 };

        await HearsEveryWordAsync(talk, "--chunk-size-strategy", strategy, "--max-concurrent-whisper", "4");
    }

    [FFmpegFact]
    public async Task Ten_minutes_without_a_silence_lose_no_word_and_repeat_none() =>
        await HearsEveryWordAsync(
            ToneTalk.Make(TimeSpan.FromMinutes(16), seed: 2, breathless: (120, 720)), "--max-concurrent-whisper", "3");

    [FFmpegFact]
    public async Task A_word_across_every_cut_of_fixed_length_comes_once() =>
        await HearsEveryWordAsync(
            ToneTalk.Make(TimeSpan.FromSeconds(200), seed: 3, breathless: (0, 200)),
            "--chunk-size-strategy", "fixed", "--chunk-seconds", "10");

    [FFmpegFact]
    public async Task A_silence_at_80_seconds_of_100_loses_nothing() =>
        await HearsEveryWordAsync(
            ToneTalk.Make(TimeSpan.FromSeconds(100), seed: 4, pauses: [(80, 83)], breathless: (0, 100)));

    [FFmpegFact]
    public async Task Speech_is_recognised_only_where_there_are_no_captions_unless_it_is_forced()
    {
        await using var recognizer = await LoopbackRecognizer.StartAsync();
        ToneTalk.Make(TimeSpan.FromSeconds(20)).WriteWave(_yttl.Folder.PathOf("talk.wav"));
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 1));
        string[] command = ["transcript", "talk.wav", "--whisper-base-url", recognizer.BaseUrl.ToString()];

        (await _yttl.RunAsync(command)).Output.ShouldContain("Engineers");
        recognizer.Calls.ShouldBeEmpty();
        (await _yttl.RunAsync([.. command, "--force-transcribe"])).Output.ShouldNotContain("Engineers");
        recognizer.Calls.ShouldNotBeEmpty();
    }

    [FFmpegFact]
    public async Task A_chunk_that_fails_is_a_gap_in_a_partial_report_and_the_next_run_fills_it_alone()
    {
        var isDown = true;
        await using var recognizer = await LoopbackRecognizer.StartAsync(call =>
            isDown && call.Words.Any(word => word.Number == 400)
                ? RecognizerAnswer.Error(400, "no such audio")
                : RecognizerAnswer.Heard);
        ToneTalk.Make(TimeSpan.FromMinutes(8)).WriteWave(_yttl.Folder.PathOf("talk.wav"));
        string[] command =
        [
            "summarize", "talk.wav", "--whisper-base-url", recognizer.BaseUrl.ToString(), "--format", "json",
            "--chunk-size-strategy", "fixed", "--chunk-seconds", "60",
        ];

        var first = await _yttl.RunAsync(command);
        var calls = recognizer.Calls.Count;
        isDown = false;
        var second = await _yttl.RunAsync(command);

        first.ExitCode.ShouldBe(3, first.Error);
        second.ExitCode.ShouldBe(0, second.Error);
        (recognizer.Calls.Count - calls).ShouldBe(1, "only the chunk that failed is heard again");
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(second.Output.Trim()));
        var transcript = report.RootElement.GetProperty("transcript");
        transcript.GetProperty("source").GetString().ShouldBe("whisper");
        transcript.GetProperty("coveredSeconds").GetDouble()
            .ShouldBe(transcript.GetProperty("speechSeconds").GetDouble(), 0.001);
    }

    [FFmpegFact]
    public async Task Another_summary_of_the_same_audio_listens_to_nothing_again()
    {
        await using var recognizer = await LoopbackRecognizer.StartAsync();
        ToneTalk.Make(TimeSpan.FromMinutes(2)).WriteWave(_yttl.Folder.PathOf("talk.wav"));
        string[] command = ["summarize", "talk.wav", "--whisper-base-url", recognizer.BaseUrl.ToString()];

        (await _yttl.RunAsync(command)).ExitCode.ShouldBe(0);
        var calls = recognizer.Calls.Count;
        (await _yttl.RunAsync([.. command, "--length", "short"])).ExitCode.ShouldBe(0);

        calls.ShouldBeGreaterThan(0);
        recognizer.Calls.Count.ShouldBe(calls);
    }

    [FFmpegFact]
    public async Task Another_language_model_listens_to_nothing_again()
    {
        await using var recognizer = await LoopbackRecognizer.StartAsync();
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        ToneTalk.Make(TimeSpan.FromMinutes(2)).WriteWave(_yttl.Folder.PathOf("talk.wav"));
        string[] command =
        [
            "summarize", "talk.wav", "--whisper-base-url", recognizer.BaseUrl.ToString(),
            "--llm-base-url", model.BaseUrl.ToString(), "--llm-model",
        ];

        (await _yttl.RunAsync([.. command, "one"])).ExitCode.ShouldBe(0);
        var (heard, written) = (recognizer.Calls.Count, model.Calls.Count);
        (await _yttl.RunAsync([.. command, "two"])).ExitCode.ShouldBe(0);

        heard.ShouldBeGreaterThan(0);
        recognizer.Calls.Count.ShouldBe(heard);
        model.Calls.Skip(written).Select(call => call.Model).ShouldBe(Enumerable.Repeat("two", written));
    }

    [FFmpegFact]
    public async Task What_a_failed_chunk_leaves_out_is_named_with_its_times_and_its_reason()
    {
        await using var recognizer = await LoopbackRecognizer.StartAsync(call =>
            call.Words.Any(word => word.Number == 400) ? RecognizerAnswer.Error(400, "no such audio") : RecognizerAnswer.Heard);
        ToneTalk.Make(TimeSpan.FromMinutes(8)).WriteWave(_yttl.Folder.PathOf("talk.wav"));

        var ran = await _yttl.RunAsync(
            "summarize", "talk.wav", "--whisper-base-url", recognizer.BaseUrl.ToString(), "--format", "json",
            "--chunk-size-strategy", "fixed", "--chunk-seconds", "60");

        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(ran.Output.Trim()));
        var gap = report.RootElement.GetProperty("gaps").EnumerateArray().ShouldHaveSingleItem();
        gap.GetProperty("stage").GetString().ShouldBe("transcription");
        (gap.GetProperty("end").GetDouble() - gap.GetProperty("start").GetDouble()).ShouldBe(60, 1);
        gap.GetProperty("message").GetString()!.ShouldContain("no such audio");
    }

    [FFmpegFact]
    public async Task A_plan_is_shown_and_nothing_is_transcribed()
    {
        await using var recognizer = await LoopbackRecognizer.StartAsync();
        ToneTalk.Make(TimeSpan.FromMinutes(3)).WriteWave(_yttl.Folder.PathOf("talk.wav"));
        string[] command = ["plan", "talk.wav", "--whisper-base-url", recognizer.BaseUrl.ToString()];

        var text = await _yttl.RunAsync(command);
        var json = await _yttl.RunAsync([.. command, "--json"]);

        text.ExitCode.ShouldBe(0, text.Error);
        text.Output.ShouldContain("Predicted time");
        using var plan = JsonDocument.Parse(json.Output);
        plan.RootElement.GetProperty("schema").GetString().ShouldBe("yttl/plan@1");
        plan.RootElement.GetProperty("durationSeconds").GetDouble().ShouldBe(180, 0.01);
        plan.RootElement.GetProperty("chunks").GetArrayLength().ShouldBeGreaterThan(1);
        recognizer.Calls.ShouldBeEmpty();
    }

    [FFmpegFact]
    public async Task Decoded_audio_is_gone_when_the_transcript_is_there()
    {
        await using var recognizer = await LoopbackRecognizer.StartAsync();
        ToneTalk.Make(TimeSpan.FromSeconds(20)).WriteWave(_yttl.Folder.PathOf("talk.wav"));
        _yttl.Environment["YTTL_HOME"] = _yttl.Folder.PathOf("home");

        await _yttl.RunAsync("transcript", "talk.wav", "--whisper-base-url", recognizer.BaseUrl.ToString());

        Directory.EnumerateFiles(_yttl.Folder.PathOf("home"), "*.pcm", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Required_speech_recognition_without_a_recogniser_is_refused_with_what_to_do()
    {
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 1));

        var ran = await _yttl.RunAsync("summarize", "talk.vtt", "--force-transcribe");

        ran.ExitCode.ShouldBe(2);
        ran.ErrorLines[0].ShouldStartWith("yttl: no speech recogniser is configured: give --whisper-provider");
    }

    private async Task HearsEveryWordAsync(ToneTalk talk, params string[] options)
    {
        await using var recognizer = await LoopbackRecognizer.StartAsync();
        talk.WriteWave(_yttl.Folder.PathOf("talk.wav"));

        var ran = await _yttl.RunAsync(
            ["transcript", "talk.wav", "--format", "json", "--whisper-base-url", recognizer.BaseUrl.ToString(), .. options]);

        ran.ShouldHaveHeard(talk);
    }
}
