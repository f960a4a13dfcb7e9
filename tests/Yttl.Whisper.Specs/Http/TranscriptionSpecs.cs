using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OpenAI.Audio;
using Yttl.Whisper.Audio;
using Yttl.Whisper.Recognition;

namespace Yttl.Whisper.Specs.Http;

public sealed class TranscriptionSpecs : IDisposable
{
    private readonly FakeRecognizer _model = new();
    private readonly FakeDecoder _decoder = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task The_official_client_reads_segments_and_words_of_a_verbose_answer()
    {
        await using var server = await StartAsync();

        var heard = (await server.Client().TranscribeAudioAsync(
            new MemoryStream([1, 2, 3]),
            "talk.mp3",
            new AudioTranscriptionOptions
            {
                ResponseFormat = AudioTranscriptionFormat.Verbose,
                TimestampGranularities = AudioTimestampGranularities.Segment | AudioTimestampGranularities.Word,
                Language = "en",
                Prompt = "YTTL",
                Temperature = 0.2f,
            })).Value;

        heard.Text.ShouldBe("Hello there. Goodbye.");
        heard.Language.ShouldBe("en");
        heard.Duration.ShouldBe(TimeSpan.FromSeconds(1));
        heard.Segments.Select(segment => (segment.Id, segment.StartTime.TotalSeconds, segment.EndTime.TotalSeconds))
            .ShouldBe([(0, 0, 0.5), (1, 0.5, 1)]);
        heard.Segments[0].AverageLogProbability.ShouldBe(-0.25f);
        heard.Segments[0].NoSpeechProbability.ShouldBe(0.01f);
        heard.Segments[0].TokenIds.ToArray().ShouldBe([2425, 456]);
        heard.Words.Select(word => word.Word).ShouldBe(["Hello", "there."]);
        _model.Asked.ShouldBe(new RecognitionRequest("en", "YTTL", 0.2f, Words: true, Threads: _model.Asked!.Threads));
        _decoder.Upload.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task The_default_answer_is_the_text_as_json()
    {
        await using var server = await StartAsync();

        using var answer = await server.PostAsync();

        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"text":"Hello there. Goodbye."}""");
        _model.Asked!.Words.ShouldBeFalse();
        _model.Asked.Language.ShouldBeNull();
    }

    [Fact]
    public async Task Letters_of_every_script_are_sent_as_they_are()
    {
        _model.Answer = new("ja", [new(TimeSpan.Zero, TimeSpan.FromSeconds(1), "日本語 \"はい\"", [], 0, 0, [])]);
        await using var server = await StartAsync();

        using var answer = await server.PostAsync();

        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"text":"日本語 \"はい\""}""");
    }

    [Fact]
    public async Task Plain_text_ends_with_a_newline()
    {
        await using var server = await StartAsync();

        using var answer = await server.PostAsync(("response_format", "text"));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("Hello there. Goodbye.\n");
    }

    [Theory]
    [InlineData("response_format", "srt")]
    [InlineData("temperature", "1.5")]
    [InlineData("temperature", "NaN")]
    [InlineData("language", "xx")]
    [InlineData("timestamp_granularities[]", "syllable")]
    public async Task A_value_that_cannot_be_honoured_is_named(string field, string value)
    {
        await using var server = await StartAsync();

        using var answer = await server.PostAsync((field, value));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = await ErrorAsync(answer);
        error.GetProperty("type").GetString().ShouldBe("invalid_request_error");
        error.GetProperty("param").GetString().ShouldBe(field.TrimEnd('[', ']'));
        _model.Asked.ShouldBeNull();
    }

    [Theory]
    [InlineData("auto", null)]
    [InlineData("de-CH", "de")]
    [InlineData("EN", "en")]
    public async Task A_language_is_asked_for_as_whisper_names_it(string sent, string? asked)
    {
        await using var server = await StartAsync();

        using var answer = await server.PostAsync(("language", sent));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        _model.Asked!.Language.ShouldBe(asked);
    }

    [Fact]
    public async Task A_form_without_a_file_says_so()
    {
        await using var server = await StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent("whisper-1"), "model" } };

        using var answer = await server.Http.PostAsync("v1/audio/transcriptions", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ErrorAsync(answer)).GetProperty("code").GetString().ShouldBe("missing_file");
    }

    [Fact]
    public async Task A_form_with_two_files_is_the_senders_fault()
    {
        await using var server = await StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent([1]), "file", "a.mp3" }, { new ByteArrayContent([2]), "file", "b.mp3" },
        };

        using var answer = await server.Http.PostAsync("v1/audio/transcriptions", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ErrorAsync(answer)).GetProperty("param").GetString().ShouldBe("file");
        server.Spooled().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_form_is_refused()
    {
        await using var server = await StartAsync();

        using var answer = await server.Http.PostAsync(
            "v1/audio/transcriptions", new StringContent("{}", Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ErrorAsync(answer)).GetProperty("code").GetString().ShouldBe("invalid_form");
    }

    [Fact]
    public async Task A_form_that_is_cut_off_is_the_senders_fault()
    {
        await using var server = await StartAsync();
        var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhis");
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };

        using var answer = await server.Http.PostAsync("v1/audio/transcriptions", content);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_upload_over_the_limit_is_413_and_leaves_nothing_behind()
    {
        await using var server = await StartAsync(RunningServer.Options with { MaxUpload = 1024 });

        using var answer = await server.PostAsync(new byte[1025], CancellationToken.None);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await ErrorAsync(answer)).GetProperty("code").GetString().ShouldBe("file_too_large");
        server.Spooled().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_far_over_the_limit_is_refused_by_its_announced_length()
    {
        await using var server = await StartAsync(RunningServer.Options with { MaxUpload = 1024 });

        using var answer = await server.PostAsync(new byte[2 * 1024 * 1024], CancellationToken.None);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_file_that_is_no_recording_is_the_senders_fault()
    {
        _decoder.Failure = new AudioException("The file cannot be decoded.");
        await using var server = await StartAsync();

        using var answer = await server.PostAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = await ErrorAsync(answer);
        error.GetProperty("message").GetString().ShouldBe("The file cannot be decoded.");
        error.GetProperty("code").GetString().ShouldBe("invalid_audio");
        server.Spooled().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failure_inside_says_nothing_of_the_inside()
    {
        _model.Failure = new InvalidOperationException("secret path /models");
        await using var server = await StartAsync();

        using var answer = await server.PostAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("secret");
    }

    [Fact]
    public async Task The_place_is_free_again_after_a_failure()
    {
        _model.Failure = new RecognitionException("Whisper could not process this audio (code -6).");
        await using var server = await StartAsync();
        using var failed = await server.PostAsync();
        _model.Failure = null;

        using var answer = await server.PostAsync();

        failed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private Task<RunningServer> StartAsync(Whisper.Running.ServerOptions? options = null) =>
        RunningServer.StartAsync(_model, _decoder, options);

    private static async Task<JsonElement> ErrorAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
}
