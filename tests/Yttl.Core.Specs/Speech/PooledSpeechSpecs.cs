using Yttl.Core.Failures;
using Yttl.Core.ModelServers;
using Yttl.Core.Providers;
using Yttl.Core.Specs.ModelServers;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Calls;
using Yttl.TestKit;
using Yttl.TestKit.Tones;

namespace Yttl.Core.Specs.Speech;

/// <summary>A recogniser whose servers come and go.</summary>
public sealed class PooledSpeechSpecs
{
    private static readonly SpeechUpload Upload =
        new(new byte[100], SpeechEncoding.Wav, TimeSpan.FromSeconds(10), null);

    private static readonly YttlException Crashed = new(
        FailureCategory.Processing, "server.crashed", "The speech server died: run again.", transient: true);

    private static readonly YttlException NoMemory = new(
        FailureCategory.Memory, "server.memory", "The speech server was stopped for want of memory.");

    [Fact]
    public async Task A_place_is_leased_for_each_call_and_given_back()
    {
        await using var server = await LoopbackRecognizer.StartAsync();
        await using var pool = new FakePool(() => server.BaseUrl, () => null);
        using var recogniser = Recogniser(pool);

        await recogniser.TranscribeAsync(Upload, default);

        (pool.Leased, pool.Returned).ShouldBe((1, 1));
        server.Calls.Single().Path.ShouldBe("/v1/audio/transcriptions");
    }

    [Fact]
    public async Task A_call_whose_server_died_is_repeated_on_the_next_one()
    {
        await using var dying = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Dies);
        await using var fresh = await LoopbackRecognizer.StartAsync();
        var leases = 0;
        await using var pool = new FakePool(() => leases++ == 0 ? dying.BaseUrl : fresh.BaseUrl, () => Crashed);
        using var recogniser = Recogniser(pool);

        (await recogniser.TranscribeAsync(Upload, default)).Segments.ShouldBeEmpty();

        (pool.Leased, pool.Returned).ShouldBe((2, 2));
        fresh.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Why_the_server_went_is_said_and_no_memory_is_not_tried_again()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Dies);
        await using var pool = new FakePool(() => server.BaseUrl, () => NoMemory);
        using var recogniser = Recogniser(pool);

        var failure = await Should.ThrowAsync<YttlException>(() => recogniser.TranscribeAsync(Upload, default));

        failure.Failure.ShouldBe(NoMemory.Failure);
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_is_well_and_fails_speaks_for_itself()
    {
        await using var server = await LoopbackRecognizer.StartAsync(RecognizerAnswer.Error(400, "no such field"));
        await using var pool = new FakePool(() => server.BaseUrl, () => null);
        using var recogniser = Recogniser(pool);

        var failure = await Should.ThrowAsync<YttlException>(() => recogniser.TranscribeAsync(Upload, default));

        failure.Failure.Code.ShouldBe("speech.rejected");
        failure.Failure.Message.ShouldContain("no such field");
    }

    [Fact]
    public async Task No_more_calls_ask_for_a_place_than_there_are()
    {
        var (two, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await LoopbackRecognizer.StartAsync();
        server.Work = call =>
        {
            if (call.Number == 1)
                two.SetResult();
            return gate.Task;
        };
        await using var pool = new FakePool(() => server.BaseUrl, () => null);
        using var recogniser = Recogniser(pool);

        var calls = Enumerable.Range(0, 5).Select(_ => recogniser.TranscribeAsync(Upload, default)).ToList();
        await two.Task.WaitAsync(Eventually.Timeout);
        var leasedAtFirst = pool.Leased;
        gate.SetResult();
        await Task.WhenAll(calls);

        leasedAtFirst.ShouldBe(2);
        (pool.Returned, server.PeakConcurrency).ShouldBe((5, 2));
    }

    private static OpenAiSpeechToText Recogniser(IServerPool pool) => new(
        pool, new SpeechSettings("local", null, "base", null, 2, new RetrySettings(3, TimeSpan.Zero)), new ManualTime());
}
