using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Providers;
using Yttl.Core.Speech.Steps;
using Yttl.TestKit;
using Yttl.TestKit.Tones;

namespace Yttl.Core.Specs.Speech;

/// <summary>One chunk with a recogniser that is not at its best.</summary>
public sealed class TranscribeChunkSpecs
{
    private static readonly ToneTalk Talk = ToneTalk.Make(TimeSpan.FromSeconds(60));

    [Fact]
    public async Task Times_beyond_the_upload_are_moved_to_its_end_and_stay_in_order()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.TimesBeyond);
        await using var pipeline = new TonePipeline(server, Talk);

        var transcript = await pipeline.TranscriptOf(await pipeline.TranscribeAsync(pipeline.Cut(1, 20, 40), 1));

        var words = transcript.Phrases.SelectMany(phrase => phrase.Words).ToList();
        words.ShouldNotBeEmpty();
        words.ShouldAllBe(word => word.Start >= TimeSpan.FromSeconds(19) && word.End <= TimeSpan.FromSeconds(41));
        words.Select(word => word.Start).ShouldBeInOrder();
    }

    [Fact]
    public async Task A_loop_is_asked_for_again_at_another_temperature()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Loops, RecognizerAnswer.Heard);
        await using var pipeline = new TonePipeline(server, Talk);

        var outcome = await pipeline.TranscribeAsync(pipeline.Cut(0));

        outcome.Note.ShouldBeNull();
        (await TextOf(pipeline, outcome)).ShouldBe(string.Join(' ', Talk.Words.Select(word => word.Text)));
        server.Calls.Select(call => call.Field("temperature")).ShouldBe(["0", "0.4"]);
    }

    [Fact]
    public async Task A_loop_that_stays_is_heard_in_halves()
    {
        await using var server = await LoopbackRecognizer.StartAsync(call =>
            call.Length > TimeSpan.FromSeconds(40) ? RecognizerAnswer.Loops : RecognizerAnswer.Heard);
        await using var pipeline = new TonePipeline(server, Talk);

        var outcome = await pipeline.TranscribeAsync(pipeline.Cut(0));

        outcome.Note.ShouldBeNull();
        (await TextOf(pipeline, outcome)).ShouldBe(string.Join(' ', Talk.Words.Select(word => word.Text)));
        server.Calls.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_loop_that_never_ends_is_kept_and_said()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Loops);
        await using var pipeline = new TonePipeline(server, Talk);

        var outcome = await pipeline.TranscribeAsync(pipeline.Cut(0));

        outcome.Status.ShouldBe(ChunkStatus.Ok);
        outcome.Note.ShouldNotBeNull().ShouldContain("0:00–1:00");
    }

    [Theory]
    [InlineData("garbage", "speech.bad-output")]
    [InlineData("dies", "speech.unreachable")]
    public async Task What_three_attempts_do_not_mend_is_a_failed_chunk(string how, string code)
    {
        await using var server = await LoopbackRecognizer.StartAsync(
            how == "dies" ? RecognizerAnswer.Dies : RecognizerAnswer.Garbage);
        await using var pipeline = new TonePipeline(server, Talk);

        var outcome = await pipeline.TranscribeAsync(pipeline.Cut(0));

        outcome.Status.ShouldBe(ChunkStatus.Failed);
        outcome.Failure.ShouldNotBeNull().Code.ShouldBe(code);
        server.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_recogniser_that_dies_once_in_the_middle_of_an_answer_loses_nothing()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Dies, RecognizerAnswer.Heard);
        await using var pipeline = new TonePipeline(server, Talk);

        (await pipeline.TranscribeAsync(pipeline.Cut(0))).Status.ShouldBe(ChunkStatus.Ok);
    }

    [Fact]
    public async Task A_recogniser_that_hangs_is_a_failed_chunk()
    {
        var time = new ManualTime();
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Hang);
        var retry = new RetrySettings(1, TimeSpan.Zero) { AttemptTimeout = TimeSpan.FromSeconds(90) };
        await using var pipeline = new TonePipeline(server, Talk, time: time, retry: retry);

        var chunk = pipeline.TranscribeAsync(pipeline.Cut(0));
        await time.PendingAsync(TimeSpan.FromSeconds(90));
        time.Advance(TimeSpan.FromSeconds(90));

        (await chunk).Failure.ShouldNotBeNull().Code.ShouldBe("speech.timeout");
    }

    [Fact]
    public async Task A_long_wait_that_is_asked_for_is_the_workflows_to_wait()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Limited("Retry-After", "600"));
        await using var pipeline = new TonePipeline(server, Talk);

        (await pipeline.TranscribeAsync(pipeline.Cut(0))).RetryAfter.ShouldBe(TimeSpan.FromMinutes(10));
        (await pipeline.DetectAsync(0)).RetryAfter.ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("86400")]
    public async Task A_provider_that_says_so_for_ever_or_for_a_day_is_not_asked_again(string retryAfter)
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Limited("Retry-After", retryAfter));
        await using var pipeline = new TonePipeline(server, Talk);

        var outcome = await pipeline.TranscribeAsync(pipeline.Cut(0));

        outcome.RetryAfter.ShouldBeNull();
        outcome.Failure.ShouldNotBeNull().Code.ShouldBe("speech.rate-limited");
        (await pipeline.DetectAsync(0)).RetryAfter.ShouldBeNull();
    }

    [Fact]
    public async Task Audio_that_was_deleted_is_asked_for_again()
    {
        await using var server = await LoopbackRecognizer.StartAsync();
        await using var pipeline = new TonePipeline(server, Talk);
        await pipeline.DeleteAudioAsync();

        (await pipeline.TranscribeAsync(pipeline.Cut(0))).AudioGone.ShouldBeTrue();
        (await pipeline.DetectAsync(0)).AudioGone.ShouldBeTrue();
        server.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recogniser_without_memory_for_a_chunk_gets_it_in_pieces_of_ten_seconds_or_more()
    {
        await using var server = await LoopbackRecognizer.StartAsync(call => call.Length > TimeSpan.FromSeconds(18)
            ? RecognizerAnswer.Error(500, "CUDA error: out of memory")
            : RecognizerAnswer.Heard);
        await using var pipeline = new TonePipeline(server, Talk);

        var outcome = await pipeline.TranscribeAsync(pipeline.Cut(0));

        (await TextOf(pipeline, outcome)).ShouldBe(string.Join(' ', Talk.Words.Select(word => word.Text)));
        server.Calls.ShouldAllBe(call => call.Length >= TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task What_is_too_long_for_one_upload_goes_in_two()
    {
        await using var server = await LoopbackRecognizer.StartAsync();
        var limits = new RecognizerProfile(
            1 << 28, TimeSpan.FromSeconds(45), 32_000, TimeSpan.Zero, TimeSpan.Zero, 0);
        await using var pipeline = new TonePipeline(server, Talk, limits: limits);

        var outcome = await pipeline.TranscribeAsync(pipeline.Cut(0));

        (await TextOf(pipeline, outcome)).ShouldBe(string.Join(' ', Talk.Words.Select(word => word.Text)));
        server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task No_memory_for_the_shortest_piece_is_a_failed_chunk()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Error(500, "out of memory"));
        await using var pipeline = new TonePipeline(server, Talk);

        var failure = (await pipeline.TranscribeAsync(pipeline.Cut(0))).Failure.ShouldNotBeNull();

        failure.Category.ShouldBe(FailureCategory.Memory);
        failure.Code.ShouldBe("speech.memory");
    }

    [Fact]
    public async Task The_language_is_sent_by_its_code_and_what_was_heard_is_kept()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.InWelsh);
        await using var pipeline = new TonePipeline(server, Talk);

        var outcome = await pipeline.TranscribeAsync(pipeline.Cut(0), 0, LanguageTag.Parse("pt-BR", null));

        server.Calls.Single().Field("language").ShouldBe("pt");
        (await pipeline.TranscriptOf(outcome)).Language.ShouldBe(LanguageTag.Parse("cy", null));
    }

    [Fact]
    public async Task The_language_is_detected_on_thirty_seconds()
    {
        await using var server = await LoopbackRecognizer.StartAsync();
        await using var pipeline = new TonePipeline(server, Talk);

        (await pipeline.DetectAsync(12)).ShouldBe(new DetectLanguageOutcome(LanguageTag.Parse("en", null), null));

        var call = server.Calls.ShouldHaveSingleItem();
        call.Length.ShouldBe(TimeSpan.FromSeconds(30));
        call.Field("language").ShouldBeNull();
    }

    [Fact]
    public async Task A_recogniser_that_cannot_tell_the_language_fails_no_run()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Error(400, "no"));
        await using var pipeline = new TonePipeline(server, Talk);

        var outcome = await pipeline.DetectAsync(0);

        outcome.Language.ShouldBeNull();
        outcome.Note.ShouldNotBeNull().ShouldContain("could not be detected");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Text_without_times_is_spread_over_the_chunk(string how)
    {
        await using var server = await LoopbackRecognizer.StartAsync(
            how == "text" ? RecognizerAnswer.PlainText : RecognizerAnswer.JsonText);
        await using var pipeline = new TonePipeline(server, Talk);

        var transcript = await pipeline.TranscriptOf(await pipeline.TranscribeAsync(pipeline.Cut(1, 20), 1));

        transcript.TimesAreApproximate.ShouldBeTrue();
        transcript.Phrases[0].Start.ShouldBe(TimeSpan.FromSeconds(19));
        transcript.Phrases[^1].End.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Words_without_segments_become_phrases()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.WordsOnly);
        await using var pipeline = new TonePipeline(server, Talk);

        var transcript = await pipeline.TranscriptOf(await pipeline.TranscribeAsync(pipeline.Cut(0)));

        transcript.Phrases.Count.ShouldBeGreaterThan(3);
        transcript.Phrases.SelectMany(phrase => phrase.Words).Count().ShouldBe(Talk.Words.Count);
    }

    private static async Task<string> TextOf(TonePipeline pipeline, ChunkOutcome outcome) =>
        string.Join(' ', (await pipeline.TranscriptOf(outcome)).Phrases.Select(phrase => phrase.Text));
}
