using Microsoft.Extensions.Logging.Abstractions;
using OpenAI.Audio;
using Yttl.TestKit;
using Yttl.Whisper.Audio;
using Yttl.Whisper.Recognition;
using Yttl.Whisper.Running;

namespace Yttl.Whisper.Specs.Recognition;

/// <summary>The server on the real libraries. The model for tests runs the whole pipeline and hears nothing.</summary>
public sealed class WhisperNetSpecs
{
    [NativeWhisperFact]
    public async Task The_official_client_is_answered_by_the_real_library()
    {
        await using var server = await StartAsync(Model);

        var heard = (await server.Client().TranscribeAudioAsync(
            TestData.PathOf("speech/jfk.wav"),
            new AudioTranscriptionOptions
            {
                ResponseFormat = AudioTranscriptionFormat.Verbose,
                TimestampGranularities = AudioTimestampGranularities.Segment | AudioTimestampGranularities.Word,
                Language = "en",
            })).Value;

        heard.Duration.ShouldBe(TimeSpan.FromSeconds(11));
        heard.Language.ShouldBe("en");
        var serving = server.State.ShouldBeOfType<ModelState.Serving>();
        serving.Recognizer.Runtime.Library.ShouldStartWith("cpu");
        serving.Recognizer.Runtime.Device.ShouldNotBeNull();
        serving.Recognizer.Languages.ShouldContain("en");
    }

    [NativeWhisperFact]
    public async Task Two_recordings_are_heard_at_once_with_one_set_of_weights()
    {
        await using var server = await StartAsync(Model);
        var audio = await File.ReadAllBytesAsync(TestData.PathOf("speech/jfk.wav"));

        var answers = await Task.WhenAll(
            server.PostAsync(audio, CancellationToken.None, ("language", "en")),
            server.PostAsync(audio, CancellationToken.None, ("response_format", "text")));

        answers.Select(answer => (int)answer.StatusCode).ShouldBe([200, 200]);
    }

    [NativeWhisperFact]
    public async Task Less_than_a_tenth_of_a_second_is_no_speech()
    {
        using var recognizer = await Loader(Model).LoadAsync(CancellationToken.None);

        foreach (var samples in new[] { 0, 1, 199, FFmpegAudioDecoder.SampleRate / 10 - 1 })
        {
            var heard = await recognizer.RecognizeAsync(
                new float[samples], new RecognitionRequest(null, null, 0, Words: true, 1), CancellationToken.None);

            heard.Segments.ShouldBeEmpty();
        }
    }

    [TestDataFact]
    public async Task A_file_that_is_no_model_is_named_with_its_cause()
    {
        foreach (var (file, cause) in BrokenModels.All)
        {
            var path = TestData.PathOf(file);

            var failure = await Should.ThrowAsync<ModelLoadException>(Loader(path).LoadAsync(CancellationToken.None));

            failure.Message.ShouldContain(path);
            failure.Message.ShouldContain(cause);
        }
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_named()
    {
        var failure = await Should.ThrowAsync<ModelLoadException>(
            Loader("/nowhere/ggml-base.bin").LoadAsync(CancellationToken.None));

        failure.Message.ShouldContain("/nowhere/ggml-base.bin");
    }

    [NativeWhisperFact]
    public async Task Recognition_stops_when_it_is_told_to()
    {
        using var recognizer = await Loader(Model).LoadAsync(CancellationToken.None);
        using var leaving = new CancellationTokenSource();
        // Ten minutes: minutes of work, were it not stopped.
        var work = recognizer.RecognizeAsync(
            new float[600 * FFmpegAudioDecoder.SampleRate],
            new RecognitionRequest("en", null, 0, Words: false, 1),
            leaving.Token);

        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(work);
    }

    private static string Model => TestData.PathOf("models/for-tests-ggml-tiny.bin");

    private static WhisperModelLoader Loader(string path) =>
        new(path, WantedRuntime.Auto, NullLogger<WhisperModelLoader>.Instance);

    private static async Task<RunningServer> StartAsync(string model)
    {
        var options = new ServerOptions { Model = model, Processors = 2, Threads = 1 };
        var server = await RunningServer.StartAsync(
            options, Loader(model), new FFmpegAudioDecoder(options.LongestAudio));
        await server.LeavesLoadingAsync();
        return server;
    }
}
