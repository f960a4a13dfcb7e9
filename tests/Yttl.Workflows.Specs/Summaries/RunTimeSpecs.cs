using System.Collections.Concurrent;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Steps;
using Yttl.Core.Summaries;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs.Engines;
using Yttl.Workflows.Specs.Memory;

namespace Yttl.Workflows.Specs.Summaries;

/// <summary>A run whose time is up while there is work left.</summary>
public sealed class RunTimeSpecs
{
    private const string TimeUp = "run.time-up";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    private readonly SkippingTime _time = new();

    [Theory, EveryEngine]
    public async Task What_was_not_begun_by_then_is_a_gap_with_the_reason(EngineUnderTest engine)
    {
        var pipeline = SlowSegments(TimeSpan.FromMinutes(10));

        var result = await RunAsync(engine, pipeline, Limit);

        result.Failure.ShouldBeNull();
        pipeline.Rendered!.Segments.Select(segment => (segment.Status, segment.Failure?.Code))
            .ShouldBe([(SummaryStatus.Ok, null), (SummaryStatus.Ok, null), (SummaryStatus.Failed, TimeUp), (SummaryStatus.Failed, TimeUp)]);
        pipeline.Rendered.Segments[2].Failure.ShouldBe(new Failure(
            FailureCategory.Processing,
            TimeUp,
            "The 0.25 hours that a run may take were up: run the same again, and only what is missing is done."));
    }

    [Theory, EveryEngine]
    public async Task What_there_is_by_then_is_consolidated_without_a_model(EngineUnderTest engine)
    {
        var asked = new ConcurrentQueue<ConsolidationRequest>();
        FakePipeline pipeline = null!;
        pipeline = SlowSegments(TimeSpan.FromMinutes(10), request =>
        {
            asked.Enqueue(request);
            return pipeline.Ok("own words") with { Status = SummaryStatus.Fallback, Failure = request.WithoutModel };
        });

        var result = await RunAsync(engine, pipeline, Limit);

        asked.Select(request => (request.Level, request.Parts.Count, request.WithoutModel?.Code))
            .ShouldBe([(ConsolidationLevel.Overall, 2, TimeUp), (ConsolidationLevel.Overall, 1, TimeUp)]);
        result.Notes.ShouldContain(note => note.StartsWith("2 of 6 summaries fell back to extractive", StringComparison.Ordinal));
        result.Notes.ShouldContain(note => note.StartsWith("2 of 6 summaries could not be made", StringComparison.Ordinal));
    }

    [Theory, EveryEngine]
    public async Task Within_the_time_everything_is_done_by_the_model(EngineUnderTest engine)
    {
        var asked = new ConcurrentQueue<ConsolidationRequest>();
        var pipeline = SlowSegments(TimeSpan.FromMinutes(10), request =>
        {
            asked.Enqueue(request);
            return null;
        });

        await RunAsync(engine, pipeline, TimeSpan.FromMinutes(41));

        pipeline.Rendered!.Segments.ShouldAllBe(segment => segment.Status == SummaryStatus.Ok);
        asked.ShouldAllBe(request => request.WithoutModel == null);
    }

    [Theory, EveryEngine]
    public async Task A_wait_that_would_outlast_it_is_not_taken(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            SegmentsPerHour = [1],
            SummarizeSegment = (_, _) => new SummaryOutcome(SummaryStatus.Failed, null, null, TimeSpan.FromMinutes(6), default),
        };

        await RunAsync(engine, pipeline, Limit);

        pipeline.Calls.ShouldBe(["text 0", "text 0", "text 0"]);
        pipeline.Rendered!.Segments[0].Failure!.Code.ShouldBe(TimeUp);
        pipeline.Rendered.Overall.Failure!.Code.ShouldBe(TimeUp);
    }

    [Theory, EveryEngine]
    public async Task The_next_run_has_its_own_time_and_does_only_what_is_missing(EngineUnderTest engine)
    {
        var memory = new DictionaryMemory();
        var pipeline = SlowSegments(TimeSpan.FromMinutes(10));
        await RunAsync(engine, pipeline, Limit, memory: memory);
        pipeline.Calls.Clear();

        await RunAsync(engine, pipeline, TimeSpan.FromMinutes(21), memory: memory);

        pipeline.Calls.ShouldBe(
        [
            "text 2", "text 3",
            "Overall of summary of text 0, summary of text 1, summary of text 2, summary of text 3", "Overall of Overall 0",
        ]);
        pipeline.Rendered!.Segments.ShouldAllBe(segment => segment.Status == SummaryStatus.Ok);
    }

    [Theory, EveryEngine]
    public async Task Chunks_that_were_not_heard_by_then_are_gaps_of_the_transcript(EngineUnderTest engine)
    {
        var pipeline = Deaf(new FakeSpeech
        {
            Transcribe = (_, _) =>
            {
                _time.Advance(TimeSpan.FromMinutes(10));
                return null;
            },
        });

        await RunAsync(engine, pipeline, Limit, Speech);

        pipeline.Speech.Stitched!.Chunks.Select(chunk => (chunk.Status, chunk.Failure?.Code))
            .ShouldBe([(ChunkStatus.Ok, null), (ChunkStatus.Ok, null), (ChunkStatus.Failed, TimeUp)]);
        pipeline.Speech.Calls.ShouldContain("delete");
        pipeline.Rendered!.Segments.ShouldAllBe(segment => segment.Failure!.Code == TimeUp);
    }

    [Theory, EveryEngine]
    public async Task Audio_is_not_decoded_any_more_by_then(EngineUnderTest engine)
    {
        var pipeline = Deaf(new FakeSpeech());

        var result = await RunAsync(engine, pipeline, TimeSpan.Zero, Speech);

        result.Status.ShouldBe(RunStatus.Failed);
        result.Failure!.Code.ShouldBe(TimeUp);
        pipeline.Speech.Calls.ShouldBeEmpty();
    }

    [Theory, EveryEngine]
    public async Task A_model_that_sleeps_is_not_waited_for_beyond_it(EngineUnderTest engine)
    {
        var asked = 0;
        var pipeline = Deaf(new FakeSpeech());
        var steps = pipeline.Steps().Bind(Steps.AwaitModel, (_, _) =>
        {
            asked++;
            return Task.FromResult(new AwaitModelOutcome(TimeSpan.FromMinutes(6), "it answers 503"));
        });

        var input = Input(Limit, Speech);
        var asleep = input with
        {
            Execution = input.Execution with { Speech = SpeechExecution.None with { OnDemand = true } },
        };

        var result = await engine.RunAsync(
            SummarizeVideoWorkflow.Definition, asleep, steps, time: _time);

        result.Failure!.Code.ShouldBe(TimeUp);
        asked.ShouldBe(3);
    }

    private FakePipeline SlowSegments(TimeSpan each, Func<ConsolidationRequest, SummaryOutcome?>? consolidate = null) => new()
    {
        SegmentsPerHour = [4],
        SummarizeSegment = (_, _) =>
        {
            _time.Advance(each);
            return null;
        },
        Consolidate = consolidate ?? (_ => null),
    };

    private static FakePipeline Deaf(FakeSpeech speech) => new()
    {
        Speech = speech,
        ReadCaptions = () => new CaptionsOutcome(
            null, [], new Failure(FailureCategory.Unavailable, "captions.none", "No captions.")),
    };

    private Task<VideoResult> RunAsync(
        EngineUnderTest engine,
        FakePipeline pipeline,
        TimeSpan limit,
        SpeechOptions? speech = null,
        IStepMemory? memory = null) =>
        engine.RunAsync(SummarizeVideoWorkflow.Definition, Input(limit, speech), pipeline.Steps(), memory: memory, time: _time);

    private static RunInput Input(TimeSpan limit, SpeechOptions? speech) => new(
        "source",
        new RunOptions(null, speech, [], new SummaryOptions("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null)),
        new ExecutionOptions(Window: 1, [ReportFormat.Html], "out") { TimeLimit = limit });

    private static SpeechOptions Speech => new(
        new SpeechModel("local", "tiny"), SilenceSettings.Default, ChunkOptions.Default,
        new RecognizerProfile(1, RecognizerProfile.Window, 1, default, default, 1), Force: false);
}
