using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Chunking;

public sealed class PlanChunksStepSpecs
{
    private readonly InMemoryArtifactStore _store = new();

    [Fact]
    public async Task The_plan_is_stored_as_it_was_made()
    {
        var track = Talks.Ordinary(1, TimeSpan.FromMinutes(20));

        var outcome = await RunAsync(track);

        var plan = await _store.ReadJsonAsync(outcome.Plan, ChunkingJson.Default.ChunkPlan, CancellationToken.None);
        var made = ChunkPlanner.Plan(track, ChunkOptions.Default, Talks.Whisper, Talks.Workers(2));
        plan.Chunks.ShouldBe(made.Chunks);
        plan.Skipped.ShouldBe(made.Skipped);
        (plan with { Chunks = made.Chunks, Skipped = made.Skipped }).ShouldBe(made);
        outcome.Chunks.ShouldBe(made.Chunks.Count);
        outcome.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cough_in_a_silent_intro_is_not_the_first_speech()
    {
        var outcome = await RunAsync(Talks.Seconds(100, (0, 10), (10.5, 30)));

        outcome.FirstSpeech.ShouldBe(TimeSpan.FromSeconds(30));
        outcome.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_all_there_is_are_coughs_the_first_one_has_to_do()
    {
        var outcome = await RunAsync(Talks.Seconds(20, (0, 10), (10.5, 20)));

        outcome.FirstSpeech.ShouldBe(TimeSpan.FromSeconds(10));
        outcome.Notes.ShouldHaveSingleItem().ShouldStartWith("No sound lasts for 2 s");
    }

    [Fact]
    public async Task Silence_has_no_first_speech()
    {
        var outcome = await RunAsync(Talks.Seconds(20, (0, 20)));

        outcome.FirstSpeech.ShouldBeNull();
        outcome.Chunks.ShouldBe(0);
        outcome.Notes.ShouldBe(["The audio is silent from beginning to end."]);
    }

    private async Task<PlanChunksOutcome> RunAsync(AudioTrack track)
    {
        var stored = await _store.WriteJsonAsync(track, AudioJson.Default.AudioTrack, CancellationToken.None);
        var request = new PlanChunksRequest(stored, ChunkOptions.Default, Talks.Whisper, Talks.Workers(2));
        return await new PlanChunksStep(_store).RunAsync(request, CancellationToken.None);
    }
}
