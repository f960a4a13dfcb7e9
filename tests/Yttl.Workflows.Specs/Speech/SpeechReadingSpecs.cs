using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Steps;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.Workflows.Specs.Speech;

public sealed class SpeechReadingSpecs
{
    private static readonly Failure NoCaptions = new(FailureCategory.Unavailable, "captions.none", "No captions.");

    [Theory, EveryEngine]
    public async Task Without_captions_the_audio_is_decoded_planned_heard_and_stitched(EngineUnderTest engine)
    {
        var speech = new FakeSpeech();

        var result = await ReadAsync(engine, speech);

        result.Transcript!.Cues.ShouldBe(5);
        result.Notes.ShouldBe(["left one", "decoded", "planned", "stitched"]);
        var calls = speech.Calls.ToList();
        calls.Take(3).ShouldBe(["decode 0", "plan", "detect from 7"]);
        calls.Skip(3).Take(3).ShouldBe(["chunk 0 in de", "chunk 1 in de", "chunk 2 in de"], ignoreOrder: true);
        calls.Skip(6).ShouldBe(["stitch", "delete"]);
    }

    [Theory, EveryEngine]
    public async Task Captions_are_used_and_nothing_is_decoded(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline();

        var result = await ReadAsync(engine, pipeline, Options);

        result.Transcript!.Cues.ShouldBe(7);
        pipeline.Speech.Calls.ShouldBeEmpty();
    }

    [Theory, EveryEngine]
    public async Task Captions_are_passed_over_when_speech_is_forced(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { ReadCaptions = () => throw new InvalidOperationException("not wanted") };

        (await ReadAsync(engine, pipeline, Options with { Force = true })).Transcript!.Cues.ShouldBe(5);
    }

    [Theory, EveryEngine]
    public async Task Without_a_recogniser_missing_captions_fail_with_their_reason(EngineUnderTest engine)
    {
        var pipeline = WithoutCaptions(new FakeSpeech());

        (await ReadAsync(engine, pipeline, null)).Failure.ShouldBe(NoCaptions);
    }

    [Theory, EveryEngine]
    public async Task A_file_with_neither_captions_nor_audio_fails_for_its_captions(EngineUnderTest engine)
    {
        var none = new Failure(FailureCategory.Input, "audio.none", "No audio.");
        var speech = new FakeSpeech { Decode = _ => new DecodeOutcome(null, null, null, [], none) };

        (await ReadAsync(engine, speech)).Failure.ShouldBe(NoCaptions);
    }

    [Theory, EveryEngine]
    public async Task The_outcomes_of_chunks_are_stitched_in_their_order(EngineUnderTest engine)
    {
        var pipeline = WithoutCaptions(new FakeSpeech { Chunks = 6 });

        await ReadAsync(engine, pipeline, Options);

        pipeline.Speech.Stitched!.Chunks.Select(chunk => pipeline.TextOf(chunk.Transcript!.Value))
            .ShouldBe(Enumerable.Range(0, 6).Select(chunk => $"words {chunk}"));
    }

    [Theory, EveryEngine]
    public async Task A_chunk_whose_step_throws_is_a_failed_chunk_and_stops_no_other(EngineUnderTest engine)
    {
        var speech = new FakeSpeech
        {
            Transcribe = (chunk, _) => chunk == 1
                ? throw new YttlException(FailureCategory.Api, "speech.rejected", "No.")
                : null,
        };

        await ReadAsync(engine, speech);

        speech.Stitched!.Chunks.Select(chunk => chunk.Status)
            .ShouldBe([ChunkStatus.Ok, ChunkStatus.Failed, ChunkStatus.Ok]);
        speech.Stitched.Chunks[1].Failure!.Code.ShouldBe("speech.rejected");
    }

    [Theory, EveryEngine]
    public async Task A_wait_that_the_recogniser_asks_for_is_taken_without_its_slot(EngineUnderTest engine)
    {
        var speech = new FakeSpeech
        {
            Transcribe = (chunk, before) => chunk == 0 && before == 0
                ? new ChunkOutcome(ChunkStatus.Failed, null, null, RetryAfter: TimeSpan.FromMinutes(2))
                : null,
        };

        await ReadAsync(engine, speech, workers: 1);

        speech.Calls.Where(call => call.StartsWith("chunk", StringComparison.Ordinal))
            .ShouldBe(["chunk 0 in de", "chunk 1 in de", "chunk 2 in de", "chunk 0 in de"]);
        speech.Stitched!.Chunks.ShouldAllBe(chunk => chunk.Status == ChunkStatus.Ok);
    }

    [Theory, EveryEngine]
    public async Task Audio_that_was_deleted_meanwhile_is_decoded_once_more_for_all(EngineUnderTest engine)
    {
        FakeSpeech speech = null!;
        speech = new FakeSpeech
        {
            Transcribe = (_, _) => speech.Calls.Contains("decode 1")
                ? null
                : new ChunkOutcome(ChunkStatus.Ok, null, null, AudioGone: true),
        };

        await ReadAsync(engine, speech);

        speech.Calls.Count(call => call == "decode 1").ShouldBe(1);
        speech.Calls.ShouldNotContain("decode 2");
        speech.Stitched!.Chunks.ShouldAllBe(chunk => chunk.Transcript != null);
    }

    [Theory, EveryEngine]
    public async Task Audio_that_is_always_gone_fails_its_chunks_instead_of_decoding_for_ever(EngineUnderTest engine)
    {
        var speech = new FakeSpeech { Transcribe = (_, _) => new ChunkOutcome(ChunkStatus.Ok, null, null, AudioGone: true) };

        await ReadAsync(engine, speech);

        speech.Calls.Count(call => call.StartsWith("decode", StringComparison.Ordinal)).ShouldBe(3);
        speech.Stitched!.Chunks.ShouldAllBe(chunk => chunk.Failure!.Code == "audio.missing");
    }

    [Theory, EveryEngine]
    public async Task A_language_that_cannot_be_told_is_left_to_the_chunks(EngineUnderTest engine)
    {
        var speech = new FakeSpeech { Detect = () => new DetectLanguageOutcome(null, "not told") };

        var result = await ReadAsync(engine, speech);

        result.Notes.ShouldContain("not told");
        speech.Calls.ShouldContain("chunk 0 in any");
    }

    [Theory, EveryEngine]
    public async Task What_failed_every_chunk_is_not_told_of_the_language_too(EngineUnderTest engine)
    {
        var missing = new Failure(FailureCategory.Processing, "tool.missing", "The recogniser is not there.");
        var speech = new FakeSpeech
        {
            Detect = () => new DetectLanguageOutcome(null, $"not told ({missing.Message})"),
            Stitch = () => new StitchOutcome(null, [], missing),
        };

        var result = await ReadAsync(engine, speech);

        result.Failure.ShouldBe(missing);
        result.Notes.ShouldNotContain(note => note.Contains("not told"));
    }

    [Theory, EveryEngine]
    public async Task A_language_that_is_known_is_not_asked_for(EngineUnderTest engine)
    {
        FakePipeline pipeline = null!;
        pipeline = WithoutCaptions(new FakeSpeech
        {
            Decode = _ => new DecodeOutcome(
                pipeline.Artifact("track"), FakeSpeech.Audio, LanguageTag.Parse("fr", null), [], null),
        });

        await ReadAsync(engine, pipeline, Options);

        pipeline.Speech.Calls.ShouldNotContain("detect from 7");
        pipeline.Speech.Calls.ShouldContain("chunk 0 in fr");
    }

    private static Task<TranscriptResult> ReadAsync(EngineUnderTest engine, FakeSpeech speech, int workers = 2) =>
        ReadAsync(engine, WithoutCaptions(speech), Options, workers);

    private static Task<TranscriptResult> ReadAsync(
        EngineUnderTest engine, FakePipeline pipeline, SpeechOptions? options, int workers = 2) =>
        engine.RunAsync(
            ReadTranscriptWorkflow.Definition,
            new TranscriptInput("source", null, options, new SpeechExecution(new ChunkCapacity(workers, 1_000_000))),
            pipeline.Steps());

    private static FakePipeline WithoutCaptions(FakeSpeech speech) => new()
    {
        Speech = speech,
        ReadCaptions = () => new CaptionsOutcome(null, ["left one"], NoCaptions),
    };

    private static SpeechOptions Options => new(
        new SpeechModel("local", "tiny"),
        SilenceSettings.Default,
        ChunkOptions.Default,
        new RecognizerProfile(25_000_000, TimeSpan.FromMinutes(20), 4_000, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), 0),
        Force: false);
}
