using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Providers;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Calls;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.TestKit.Tones;

namespace Yttl.Core.Specs.Speech;

/// <summary>One call of a recogniser: what is sent, and what each kind of answer means.</summary>
public sealed class SpeechCallSpecs
{
    private const string Key = "sk-very-secret-0123456789";

    private static readonly SpeechUpload Upload = new(
        Wave(ToneTalk.Make(TimeSpan.FromSeconds(10))), SpeechEncoding.Wav, TimeSpan.FromSeconds(10), null);

    [Fact]
    public async Task An_answer_larger_than_any_upload_can_say_is_a_bad_one()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Endless);
        using var client = Client(server);

        var failure = await Should.ThrowAsync<YttlException>(() => client.TranscribeAsync(Upload, default));

        failure.Failure.Code.ShouldBe("speech.bad-output");
        failure.Failure.Message.ShouldContain("answered with more than 11 MB");
    }

    [Fact]
    public async Task A_call_of_which_each_answer_comes_a_byte_at_a_time_ends_with_its_own_time()
    {
        var time = new ManualTime();
        var retry = new RetrySettings(20, TimeSpan.Zero)
        {
            AttemptTimeout = TimeSpan.FromSeconds(60),
            CallTimeout = TimeSpan.FromSeconds(150),
        };
        TimeSpan[] attempts = [retry.AttemptTimeout, retry.AttemptTimeout, TimeSpan.FromSeconds(30)];
        var sent = 0;
        await using var server = await LoopbackRecognizer.StartAsync(new RecognizerAnswer(async (_, context) =>
        {
            var sending = ModelAnswer.SlowDrip.Send(context);
            time.Advance(attempts[sent++]);
            await sending;
        }));
        using var client = Client(server, settings => settings with { Retry = retry }, time);

        var failure = await Should.ThrowAsync<YttlException>(
            () => client.TranscribeAsync(Upload, default).WaitAsync(Eventually.Timeout));

        server.Calls.Count.ShouldBe(3);
        failure.Failure.Code.ShouldBe("speech.timeout");
        failure.Failure.Message.ShouldContain("did not answer within 60 seconds");
    }

    [Fact]
    public async Task An_upload_is_sent_with_its_key_as_verbose_json_with_times_of_words()
    {
        await using var server = await LoopbackRecognizer.StartAsync();
        using var client = Client(server);

        var answer = await client.TranscribeAsync(Upload with { Language = LanguageTag.Parse("de", null) }, default);

        answer.TimesAreApproximate.ShouldBeFalse();
        answer.Segments.SelectMany(segment => segment.Phrase.Words).Count().ShouldBe(server.Calls[0].Words.Count);
        var call = server.Calls.ShouldHaveSingleItem();
        call.Path.ShouldBe("/v1/audio/transcriptions");
        call.Authorization.ShouldBe($"Bearer {Key}");
        call.FileName.ShouldBe("audio.wav");
        call.Field("model").ShouldBe("whisper-1");
        call.Field("response_format").ShouldBe("verbose_json");
        call.Field("timestamp_granularities[]").ShouldBe("segment,word");
        call.Field("language").ShouldBe("de");
        call.Field("no_context").ShouldBeNull();
    }

    [Fact]
    public async Task A_model_that_tells_voices_apart_is_asked_for_them()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Diarized);
        using var client = Client(server, settings => settings with { Model = "gpt-4o-transcribe-diarize" });

        var answer = await client.TranscribeAsync(Upload, default);

        var call = server.Calls.ShouldHaveSingleItem();
        call.Field("response_format").ShouldBe("diarized_json");
        call.Field("chunking_strategy").ShouldBe("auto");
        call.Field("timestamp_granularities[]").ShouldBeNull();
        answer.TimesAreApproximate.ShouldBeFalse();
        answer.Segments.Select(segment => segment.Phrase.Speaker).Distinct().ShouldBe(["A", "B"]);
    }

    [Fact]
    public async Task A_server_of_ones_own_is_told_not_to_take_english_for_granted_nor_to_go_on_from_before()
    {
        await using var server = await LoopbackRecognizer.StartAsync();
        using var client = Client(server, settings => settings with { Provider = "local", ApiKey = null });

        await client.TranscribeAsync(Upload, default);

        var call = server.Calls.ShouldHaveSingleItem();
        call.Authorization.ShouldBeNull();
        call.Field("language").ShouldBe("auto");
        call.Field("no_context").ShouldBe("true");
    }

    [Fact]
    public async Task A_server_that_knows_no_language_auto_is_asked_again_without_and_remembered()
    {
        await using var server = await LoopbackRecognizer.StartAsync(
            RecognizerAnswer.Error(422, "Input should be a language: 'auto'"), RecognizerAnswer.Heard);
        using var client = Client(server, settings => settings with { Provider = "local" });

        await client.TranscribeAsync(Upload, default);
        await client.TranscribeAsync(Upload, default);

        server.Calls.Select(call => call.Field("language")).ShouldBe(["auto", null, null]);
    }

    [Fact]
    public async Task A_model_that_refuses_verbose_json_is_asked_for_plain_text_and_remembered()
    {
        await using var server = await LoopbackRecognizer.StartAsync(
            RecognizerAnswer.Error(400, "response_format 'verbose_json' is not compatible with model"),
            RecognizerAnswer.JsonText);
        using var client = Client(server);

        var answer = await client.TranscribeAsync(Upload, default);
        await client.TranscribeAsync(Upload, default);

        answer.TimesAreApproximate.ShouldBeTrue();
        answer.Segments[^1].Phrase.End.ShouldBe(TimeSpan.FromSeconds(10));
        server.Calls.Select(call => call.Field("response_format")).ShouldBe(["verbose_json", "json", "json"]);
    }

    [Fact]
    public async Task A_key_that_was_refused_once_is_not_sent_again()
    {
        await using var server = await LoopbackRecognizer.StartAsync(
            RecognizerAnswer.Error(401, $"Incorrect API key provided: {Key}"));
        using var client = Client(server);

        var first = await Should.ThrowAsync<YttlException>(() => client.TranscribeAsync(Upload, default));
        var second = await Should.ThrowAsync<YttlException>(() => client.TranscribeAsync(Upload, default));

        first.Failure.Code.ShouldBe("speech.key-refused");
        first.ToString().ShouldNotContain(Key);
        second.Failure.ShouldBe(first.Failure);
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_429_is_waited_out()
    {
        await using var server = await LoopbackRecognizer.StartAsync(
            RecognizerAnswer.RateLimited, RecognizerAnswer.RateLimited, RecognizerAnswer.Heard);
        using var client = Client(server);

        (await client.TranscribeAsync(Upload, default)).Segments.ShouldNotBeEmpty();
        server.Calls.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("Retry-After", "7", 7.0)]
    [InlineData("Retry-After", "Thu, 01 Jan 2026 00:00:12 GMT", 12.0)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("x-ratelimit-reset-requests", "1.25s", 1.25)]
    public async Task A_429_is_waited_out_for_as_long_as_it_says_and_holds_no_place(
        string header, string value, double seconds)
    {
        await using var server = await LoopbackRecognizer.StartAsync(
            RecognizerAnswer.Limited(header, value), RecognizerAnswer.Heard);
        var time = new ManualTime();
        using var client = Client(server, settings => settings with { MaxConcurrent = 1 }, time);

        var limited = client.TranscribeAsync(Upload, default);
        await time.PendingAsync(TimeSpan.FromSeconds(seconds));
        await client.TranscribeAsync(Upload, default).WaitAsync(Eventually.Timeout);
        limited.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(seconds));

        (await limited).Segments.ShouldNotBeEmpty();
        server.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Uploads_of_different_videos_take_turns()
    {
        await using var server = await LoopbackRecognizer.StartAsync();
        var gate = new TaskCompletionSource();
        server.Work = _ => gate.Task;
        using var client = Client(server, settings => settings with { MaxConcurrent = 1 });

        var uploads = new[] { ("a", 0.0), ("a", 0.1), ("a", 0.2), ("b", 0.3) }
            .Select(each => client.TranscribeAsync(Upload with { Video = each.Item1, Temperature = each.Item2 }, default))
            .ToList();
        gate.SetResult();
        await Task.WhenAll(uploads);

        server.Calls.Select(call => call.Field("temperature")).ShouldBe(["0", "0.1", "0.3", "0.2"]);
    }

    [Theory]
    [InlineData(200, """{"error":"failed to process audio"}""", "speech.error", FailureCategory.Api)]
    [InlineData(200, """{"error":"ggml: failed to allocate buffer"}""", "speech.memory", FailureCategory.Memory)]
    [InlineData(200, "<html>It works!</html>", "speech.bad-output", FailureCategory.Api)]
    [InlineData(200, "null", "speech.bad-output", FailureCategory.Api)]
    [InlineData(200, "[]", "speech.bad-output", FailureCategory.Api)]
    [InlineData(400, """{"error":{"message":"Invalid file format"}}""", "speech.rejected", FailureCategory.Api)]
    [InlineData(404, "{}", "speech.not-found", FailureCategory.Input)]
    [InlineData(413, "", "speech.too-large", FailureCategory.Api)]
    [InlineData(429, """{"error":{"code":"insufficient_quota"}}""", "speech.quota", FailureCategory.Authentication)]
    [InlineData(503, "", "speech.unavailable", FailureCategory.Network)]
    public async Task What_an_error_means_is_said(int status, string body, string code, FailureCategory category)
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Status(status, body));
        using var client = Client(server);

        var failure = await Should.ThrowAsync<YttlException>(() => client.TranscribeAsync(Upload, default));

        failure.Failure.Code.ShouldBe(code);
        failure.Failure.Category.ShouldBe(category);
        server.Calls.Count.ShouldBe(failure.Transient ? 3 : 1);
    }

    [Theory]
    [InlineData("""{"text":""}""")]
    [InlineData("""{"text":"","segments":[]}""")]
    [InlineData("""{"segments":[{"start":0,"end":2,"text":"  "}],"text":" "}""")]
    public async Task Nothing_said_is_an_answer(string body)
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Status(200, body));
        using var client = Client(server);

        (await client.TranscribeAsync(Upload, default)).Segments.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pieces_of_words_as_whisper_cpp_sends_them_become_words()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Status(200, """
            {"language":"english","segments":[{"start":0,"end":2,"text":" Hello, dear (old) Longitude.","words":[
              {"word":" Hel","start":0.0,"end":0.2},{"word":"lo","start":0.2,"end":0.4},{"word":",","start":0.4,"end":0.4},
              {"word":" dear","start":0.5,"end":0.7},{"word":" (","start":0.7,"end":0.8},{"word":"old","start":0.8,"end":1.0},
              {"word":")","start":1.0,"end":1.0},{"word":" Longi","start":1.1,"end":1.4},{"word":"tude","start":1.4,"end":1.8},
              {"word":".","start":1.8,"end":2.0}]}]}
            """));
        using var client = Client(server);

        var phrase = (await client.TranscribeAsync(Upload, default)).Segments.ShouldHaveSingleItem().Phrase;

        phrase.Words.Select(word => word.Text).ShouldBe(["Hello,", " dear", " (old)", " Longitude."]);
        phrase.Words[3].End.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Words_beside_the_segments_take_their_punctuation_from_them()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Status(200, """
            {"language":"german","text":"Ja. „Nein“, sagt er.","segments":[{"start":0,"end":1,"text":" Ja."},
              {"start":1,"end":3,"text":" „Nein“, sagt er."}],"words":[{"word":"Ja","start":0.1,"end":0.5},
              {"word":"Nein","start":1.1,"end":1.5},{"word":"sagt","start":1.8,"end":2.1},{"word":"er","start":2.2,"end":2.5}]}
            """));
        using var client = Client(server);

        var answer = await client.TranscribeAsync(Upload, default);

        answer.Language.ShouldBe(LanguageTag.Parse("de", null));
        answer.Segments[0].Phrase.Words.Select(word => word.Text).ShouldBe(["Ja."]);
        answer.Segments[1].Phrase.Words.Select(word => word.Text).ShouldBe(["„Nein“,", " sagt", " er."]);
    }

    [Theory]
    [InlineData(503, "model.circuit-open")]
    [InlineData(401, "speech.key-refused")]
    public async Task A_recogniser_that_works_again_is_called_at_once_by_the_next_run(int status, string unsent)
    {
        var isDown = true;
        await using var server = await LoopbackRecognizer.StartAsync(
            _ => isDown ? RecognizerAnswer.Error(status, "no") : RecognizerAnswer.Heard);
        using var client = Client(server, settings => settings with { Retry = new RetrySettings(1, TimeSpan.Zero) });

        await InARunAsync(async () =>
        {
            for (var call = 0; call < CallBreaker.LeastAttempts; call++)
                await Should.ThrowAsync<YttlException>(() => client.TranscribeAsync(Upload, default));
            isDown = false;
            var sent = server.Calls.Count;
            var failure = await Should.ThrowAsync<YttlException>(() => client.TranscribeAsync(Upload, default));
            (failure.Failure.Code, server.Calls.Count).ShouldBe((unsent, sent));
            return failure;
        });

        (await InARunAsync(() => client.TranscribeAsync(Upload, default))).Segments.ShouldNotBeEmpty();
    }

    /// <summary>The run ends with the method.</summary>
    private static async Task<T> InARunAsync<T>(Func<Task<T>> work)
    {
        CallingRun.Begin();
        return await work();
    }

    private static OpenAiSpeechToText Client(
        LoopbackRecognizer server, Func<SpeechSettings, SpeechSettings>? change = null, ManualTime? time = null)
    {
        var settings = new SpeechSettings(
            "openai", server.BaseUrl, "whisper-1", Key, 2, new RetrySettings(3, TimeSpan.Zero));
        settings = change?.Invoke(settings) ?? settings;
        return new OpenAiSpeechToText(
            settings,
            time ?? new ManualTime(),
            ProviderConnection.CreateHttpClient(settings.AnswerBounds, TimeProvider.System),
            () => 0);
    }

    private static ReadOnlyMemory<byte> Wave(ToneTalk talk)
    {
        using var folder = new TempFolder();
        talk.WriteWave(folder.PathOf("talk.wav"));
        return File.ReadAllBytes(folder.PathOf("talk.wav"));
    }
}
