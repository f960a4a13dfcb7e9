using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Questions;
using Yttl.Core.Summaries;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.Workflows.Specs.Questions;

/// <summary>A question is answered from a transcript, which is read where there is none.</summary>
public sealed class AskSpecs
{
    private static readonly Failure NoCaptions = new(FailureCategory.Unavailable, "captions.none", "No captions.");

    private static readonly SummaryOptions Writer =
        new("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null) { InputTokens = 5_000 };

    private static readonly AskInput Input =
        new(new TranscriptInput("talk", null, null, SpeechExecution.None), null, "When was it?", Writer);

    [Theory, EveryEngine]
    public async Task The_transcript_of_a_source_is_read_and_asked(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline();

        var result = await engine.RunAsync(AskVideoWorkflow.Definition, Input, pipeline.Steps());

        result.Answer!.Sentences.ShouldHaveSingleItem().Text.ShouldBe("It was in 1759.");
        (result.Video?.Title, result.Failure).ShouldBe(("A title", null));
        result.Notes.ShouldBe(["one note"]);
        pipeline.Asked.ShouldBe(new AnswerRequest(pipeline.Artifact("transcript"), "A title", "When was it?", Writer));
        pipeline.Calls.ShouldBeEmpty();
    }

    [Theory, EveryEngine]
    public async Task Without_a_transcript_there_is_no_answer(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { ReadCaptions = () => new CaptionsOutcome(null, ["left one"], NoCaptions) };

        var result = await engine.RunAsync(AskVideoWorkflow.Definition, Input, pipeline.Steps());

        (result.Answer, result.Failure).ShouldBe((null, NoCaptions));
        pipeline.Asked.ShouldBeNull();
    }

    [Theory, EveryEngine]
    public async Task A_stored_transcript_is_not_read_again(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { Resolve = _ => throw new InvalidOperationException("not wanted") };
        var stored = Input with { Read = null, Stored = new StoredTranscript(pipeline.Artifact("text"), "A talk") };

        var result = await engine.RunAsync(AskVideoWorkflow.Definition, stored, pipeline.Steps());

        (result.Answer!.Status, result.Video).ShouldBe((AnswerStatus.Answered, null));
        pipeline.Asked!.Title.ShouldBe("A talk");
    }

    [Theory, EveryEngine]
    public async Task A_model_that_does_not_wake_is_named_as_the_reason(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline();
        var steps = pipeline.Steps().Bind(
            Steps.AwaitModel, (_, _) => Task.FromResult(new AwaitModelOutcome(TimeSpan.FromMinutes(5), "it answers 503")));

        await engine.RunAsync(AskVideoWorkflow.Definition, Input with { OnDemand = true }, steps);

        pipeline.Asked!.WithoutModel?.Code.ShouldBe("model.not-ready");
    }

    [Fact]
    public void What_makes_no_other_answer_is_not_in_its_key() =>
        AskInput.WriterOf(
            Writer with { Length = SummaryLength.Long, Style = SummaryStyle.Bullets, Instructions = "In verse." }, inputTokens: 5_000)
            .ShouldBe(Writer);
}
