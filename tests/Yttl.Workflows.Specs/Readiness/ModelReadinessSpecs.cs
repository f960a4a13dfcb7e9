using System.Collections.Concurrent;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Reports;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.Workflows.Specs.Readiness;

public sealed class ModelReadinessSpecs
{
    private readonly ConcurrentQueue<ModelRole> _asked = new();

    [Theory, EveryEngine]
    public async Task Each_model_is_waited_for_before_it_is_called_for_the_first_time(EngineUnderTest engine)
    {
        var pipeline = Deaf();

        var result = await RunAsync(
            engine, pipeline, onDemand: true, before => before < 2 ? TimeSpan.FromMinutes(1) : null);

        result.Status.ShouldBe(RunStatus.Complete);
        _asked.ShouldBe([ModelRole.Speech, ModelRole.Speech, ModelRole.Speech, ModelRole.Summaries]);
    }

    [Theory, EveryEngine]
    public async Task A_recogniser_that_does_not_come_up_is_the_reason_that_there_is_no_transcript(EngineUnderTest engine)
    {
        var pipeline = Deaf();

        var result = await RunAsync(engine, pipeline, onDemand: true, _ => TimeSpan.FromMinutes(2));

        result.Status.ShouldBe(RunStatus.Failed);
        result.Failure!.Code.ShouldBe("model.not-ready");
        result.Failure.Message.ShouldContain("within 20 minutes (it answers 503)");
        _asked.Count.ShouldBe(11);
        pipeline.Speech.Calls.ShouldNotContain(call => call.StartsWith("chunk", StringComparison.Ordinal));
    }

    [Theory, EveryEngine]
    public async Task A_summariser_that_does_not_come_up_is_a_note_of_the_report(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline();

        var result = await RunAsync(engine, pipeline, onDemand: true, _ => TimeSpan.FromMinutes(2));

        const string Note =
            "The model server did not come up within 20 minutes (it answers 503): look at its log, then ask again.";
        result.Status.ShouldBe(RunStatus.Complete);
        result.Notes.Count(note => note == Note).ShouldBe(1);
        pipeline.Rendered!.Notes.ShouldContain(Note);
    }

    [Fact]
    public async Task The_time_that_the_questions_take_counts_too()
    {
        var engine = new EngineUnderTest("each question takes a second", ReplaySeed: 1);

        await RunAsync(engine, Deaf(), onDemand: true, _ => TimeSpan.FromSeconds(10));

        _asked.Count.ShouldBe(20 * 60 / 11 + 1);
    }

    [Theory, EveryEngine]
    public async Task What_is_always_there_is_not_waited_for(EngineUnderTest engine)
    {
        (await RunAsync(engine, Deaf(), onDemand: false, _ => null)).Status.ShouldBe(RunStatus.Complete);

        _asked.ShouldBeEmpty();
    }

    private static FakePipeline Deaf() => new()
    {
        ReadCaptions = () => new CaptionsOutcome(
            null, [], new Failure(FailureCategory.Unavailable, "captions.none", "No captions.")),
    };

    private Task<VideoResult> RunAsync(
        EngineUnderTest engine, FakePipeline pipeline, bool onDemand, Func<int, TimeSpan?> retryAfter) =>
        engine.RunAsync(
            SummarizeVideoWorkflow.Definition,
            Input(onDemand),
            pipeline.Steps().Bind(Steps.AwaitModel, (request, _) =>
            {
                var before = _asked.Count;
                _asked.Enqueue(request.Role);
                return Task.FromResult(new AwaitModelOutcome(retryAfter(before), "it answers 503"));
            }));

    private static RunInput Input(bool onDemand) => new(
        "talk",
        new RunOptions(
            null,
            new SpeechOptions(
                new SpeechModel("local", "whisper"), SilenceSettings.Default, ChunkOptions.Default,
                new RecognizerProfile(1, RecognizerProfile.Window, 1, default, default, 1), Force: false),
            [],
            new SummaryOptions("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null)),
        new ExecutionOptions(3, [], "out")
        {
            Speech = new SpeechExecution(new ChunkCapacity(2, 1), onDemand),
            OnDemand = onDemand,
        });
}
