using Yttl.Core.Providers;
using Yttl.Core.Speech.Steps;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.TestKit.Tones;

namespace Yttl.Core.Specs.Speech;

/// <summary>
/// A talk in chunks against a recogniser that fails in every way that providers do: each chunk is heard or says why not,
/// and no text is invented.
/// </summary>
public sealed class SpeechChaosSpecs
{
    private static readonly ToneTalk Talk = ToneTalk.Make(TimeSpan.FromSeconds(60));

    public static TheoryData<string> Ways => [.. ProviderFailures.ByName.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public Task When_every_call_fails_in_one_way_every_chunk_says_so(string way) =>
        CheckAsync(_ => true, way, outcomes => outcomes.ShouldAllBe(outcome => outcome.Status == ChunkStatus.Failed));

    [Theory]
    [MemberData(nameof(Ways))]
    public Task When_every_other_call_fails_in_one_way_what_is_heard_was_said(string way) =>
        CheckAsync(
            call => call.Number % 2 == 0,
            way,
            outcomes => outcomes.Exists(outcome => outcome.Status == ChunkStatus.Ok)
                .ShouldBe(way != "auth", "a key that was refused is not sent again"));

    private static async Task CheckAsync(Func<RecognizerCall, bool> fails, string way, Action<List<ChunkOutcome>> check)
    {
        var time = new ManualTime();
        var retry = new RetrySettings(2, TimeSpan.Zero);
        var failure = new RecognizerAnswer(async (_, context) =>
        {
            var sending = ProviderFailures.ByName[way].Send(context);
            if (way is "hang" or "slow drip")
                time.Advance(retry.AttemptTimeout);
            await sending;
        });
        await using var server = await LoopbackRecognizer.StartAsync(
            call => fails(call) ? failure : RecognizerAnswer.Heard);
        await using var pipeline = new TonePipeline(server, Talk, time: time, retry: retry);
        var plan = pipeline.Cut(1, 20, 40);

        var outcomes = new List<ChunkOutcome>();
        for (var chunk = 0; chunk < 3; chunk++)
            outcomes.Add(await pipeline.TranscribeAsync(plan, chunk));

        foreach (var outcome in outcomes)
        {
            (outcome.Failure is { Message.Length: > 0 }).ShouldBe(outcome.Status == ChunkStatus.Failed);
            if (outcome.Status == ChunkStatus.Ok)
                (await pipeline.TranscriptOf(outcome)).Phrases.SelectMany(phrase => phrase.Text.Split(' '))
                    .Except(Talk.Words.Select(word => word.Text)).ShouldBeEmpty();
        }

        check(outcomes);
    }
}
