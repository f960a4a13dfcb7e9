using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Predictions;
using Yttl.Core.Time;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Predictions;

/// <summary>A transcript that is not there yet is as long as its speech.</summary>
public sealed class EstimateTranscriptSpecs
{
    private readonly InMemoryArtifactStore _store = new();

    [Theory]
    [InlineData(10)]
    [InlineData(601)]
    public async Task Speech_has_160_words_a_minute(int minutes) =>
        WordsOf(await EstimateAsync(TimeSpan.FromMinutes(minutes), [])).ShouldBe(160 * minutes);

    [Fact]
    public async Task Silences_that_are_skipped_hold_none()
    {
        var estimated = await EstimateAsync(TimeSpan.FromMinutes(10), [Range(0, 2), Range(5, 8)]);

        WordsOf(estimated).ShouldBe(160 * 5);
        estimated.Cues.ShouldAllBe(cue => cue.Start >= TimeSpan.FromMinutes(2)
            && (cue.End <= TimeSpan.FromMinutes(5) || cue.Start >= TimeSpan.FromMinutes(8)));
    }

    [Fact]
    public async Task Sound_of_a_second_holds_no_sentence() =>
        (await EstimateAsync(TimeSpan.FromSeconds(1), [])).Cues.ShouldBeEmpty();

    private async Task<Transcript> EstimateAsync(TimeSpan duration, IReadOnlyList<TimeRange> skipped)
    {
        var plan = await _store.WriteJsonAsync(
            new ChunkPlan(ChunkStrategy.Adaptive, [], skipped, duration, duration, 1, duration, "1 worker", null),
            ChunkingJson.Default.ChunkPlan,
            CancellationToken.None);
        var outcome = await new EstimateTranscriptStep(_store).RunAsync(
            new EstimateRequest(duration, plan, null), CancellationToken.None);
        return await _store.ReadJsonAsync(outcome.Transcript.Content, CaptionsJson.Default.Transcript, CancellationToken.None);
    }

    private static int WordsOf(Transcript transcript) => transcript.Cues.Sum(cue => cue.Text.Split(' ').Length);

    private static TimeRange Range(int from, int to) => new(TimeSpan.FromMinutes(from), TimeSpan.FromMinutes(to));
}
