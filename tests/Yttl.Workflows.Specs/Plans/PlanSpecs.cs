using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Sources;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.Workflows.Specs.Plans;

/// <summary>What a run will take is planned without what it would pay for.</summary>
public sealed class PlanSpecs
{
    private static readonly Failure NoCaptions = new(FailureCategory.Unavailable, "captions.none", "No captions.");
    private static readonly Failure NoAudio = new(FailureCategory.Input, "audio.none", "No audio.");

    private static readonly SpeechOptions Speech = new(
        new SpeechModel("local", "whisper"), SilenceSettings.Default, ChunkOptions.Default,
        new RecognizerProfile(1, RecognizerProfile.Window, 1, default, default, 1), Force: false);

    private static readonly PlanInput Input = new(
        new RunInput(
            "talk",
            new RunOptions(
                null, Speech, [], new SummaryOptions("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null)),
            new ExecutionOptions(7, [], "out") { InputTokens = 5_000 }),
        new AudioPlanning(Speech, new ChunkCapacity(1, 1)));

    [Theory, EveryEngine]
    public async Task Captions_are_divided_as_the_run_would_and_nothing_is_recognised_or_summarised(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { SegmentsPerHour = [3, 2] };

        var result = await PlanAsync(engine, pipeline, Input);

        (result.Failure, result.IsEstimate, result.Track).ShouldBe((null, false, null));
        result.Notes.ShouldBe(["one note"]);
        result.Prediction.ShouldBe(FakePipeline.SomePrediction);
        pipeline.Predicted!.Hours.Count.ShouldBe(2);
        (pipeline.Predicted.Title, pipeline.Predicted.Window, pipeline.Predicted.Options.InputTokens).ShouldBe(("A title", 7, 5_000));
        pipeline.Calls.ShouldBeEmpty();
        pipeline.Speech.Calls.ShouldBeEmpty();
    }

    [Theory, EveryEngine]
    public async Task Without_captions_the_audio_is_cut_and_its_transcript_estimated(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { ReadCaptions = () => new CaptionsOutcome(null, ["left one"], NoCaptions) };

        var result = await PlanAsync(engine, pipeline, Input);

        (result.Failure, result.IsEstimate).ShouldBe((null, true));
        (result.Track, result.Plan).ShouldBe((pipeline.Artifact("track"), pipeline.Artifact("plan")));
        result.Notes.ShouldBe(["left one", "decoded", "planned"]);
        result.Prediction.ShouldNotBeNull();
        pipeline.Speech.Calls.ShouldBe(["decode 0", "plan", "delete"]);
        pipeline.Calls.ShouldBeEmpty();
    }

    [Theory, EveryEngine]
    public async Task Captions_are_passed_over_when_speech_is_forced(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { ReadCaptions = () => throw new InvalidOperationException("not wanted") };
        var forced = Input with { Run = Input.Run with { Options = Input.Run.Options with { Speech = Speech with { Force = true } } } };

        (await PlanAsync(engine, pipeline, forced)).IsEstimate.ShouldBeTrue();
    }

    [Theory, EveryEngine]
    public async Task Without_captions_and_audio_the_reason_is_that_of_the_captions(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            ReadCaptions = () => new CaptionsOutcome(null, [], NoCaptions),
            Speech = new FakeSpeech { Decode = _ => new DecodeOutcome(null, null, null, [], NoAudio) },
        };

        (await PlanAsync(engine, pipeline, Input)).Failure.ShouldBe(NoCaptions);
    }

    [Theory, EveryEngine]
    public async Task A_list_has_a_plan_for_each_video_and_no_audio_is_read(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            List = () => new ListOutcome(
                "A list",
                [
                    new PlaylistEntry("https://example.com/1", "One", null),
                    new PlaylistEntry("https://example.com/2", "Two", NoAudio),
                ],
                null)
            {
                LeftOut = 3,
            },
            ReadCaptions = () => new CaptionsOutcome(null, [], NoCaptions),
        };

        var result = await engine.RunAsync(PlanListWorkflow.Definition, Input, pipeline.Steps());

        (result.Title, result.Failure).ShouldBe(("A list", null));
        result.Entries.Select(entry => (entry.Title, entry.Plan.IsEstimate, entry.Plan.Failure))
            .ShouldBe([("One", true, null), ("Two", false, NoAudio)]);
        result.Notes.ShouldHaveSingleItem().ShouldContain("3 more videos");
        pipeline.Speech.Calls.ShouldBeEmpty();
    }

    private static Task<PlanResult> PlanAsync(EngineUnderTest engine, FakePipeline pipeline, PlanInput input) =>
        engine.RunAsync(PlanVideoWorkflow.Definition, input, pipeline.Steps());
}
