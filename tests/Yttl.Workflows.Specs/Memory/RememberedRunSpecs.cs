using Yttl.Core.Reports.Writing;
using Yttl.Core.Summaries;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.Workflows.Specs.Memory;

/// <summary>A run that starts again over what an earlier one finished, on every engine.</summary>
public sealed class RememberedRunSpecs
{
    private static readonly RunInput Input = new(
        "https://example.org/talk",
        new RunOptions(null, null, [], new SummaryOptions("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null)),
        new ExecutionOptions(Window: 3, [ReportFormat.Html], "out"));

    private readonly DictionaryMemory _memory = new();
    private int _segmentFails = -1;

    [Theory, EveryEngine]
    public async Task What_is_remembered_is_not_run_and_the_report_is_made_of_the_same(EngineUnderTest engine)
    {
        var first = Pipeline();
        var result = await RunAsync(engine, first);
        var second = Pipeline();

        (await RunAsync(engine, second)).ShouldBeEquivalentTo(result);

        first.Calls.Count.ShouldBe(5 + 2 + 1);
        second.Calls.ShouldBeEmpty();
        second.Rendered.ShouldBeEquivalentTo(first.Rendered);
    }

    [Theory, EveryEngine]
    public async Task A_gap_is_filled_and_only_what_rests_on_it_is_made_anew(EngineUnderTest engine)
    {
        var pipeline = Pipeline();
        _segmentFails = 1;
        await RunAsync(engine, pipeline);
        _segmentFails = -1;
        pipeline.Calls.Clear();

        await RunAsync(engine, pipeline);

        pipeline.Calls.ShouldBe(
        [
            "text 1", "Hour of summary of text 0, summary of text 1, summary of text 2", "Overall of Hour 0 of 3, Hour 15 of 2",
        ]);
    }

    [Theory, EveryEngine]
    public async Task However_often_workflow_code_is_replayed_each_step_asks_the_memory_once(EngineUnderTest engine)
    {
        await RunAsync(engine, Pipeline());
        _memory.Asked.Clear();

        await RunAsync(engine, Pipeline());

        _memory.Asked.ShouldBeUnique();
        _memory.Asked.Count.ShouldBe(_memory.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_history_over_remembered_work_is_the_history_of_the_first_run(int seed)
    {
        var first = new ReplayEngine(Pipeline().Steps(), seed, _memory);
        await first.RunAsync(SummarizeVideoWorkflow.Definition, new RunId("run"), Input);
        var second = new ReplayEngine(Unused().Steps(), seed, _memory);

        await second.RunAsync(SummarizeVideoWorkflow.Definition, new RunId("run"), Input);

        second.Asked.ShouldBe(first.Asked);
        second.Asked.Count.ShouldBeGreaterThan(8);
    }

    private FakePipeline Pipeline()
    {
        FakePipeline pipeline = null!;
        return pipeline = new FakePipeline
        {
            SegmentsPerHour = [3, 2],
            SummarizeSegment = (text, _) => text == $"text {_segmentFails}" ? FakePipeline.Failed() : null,
            Consolidate = request => pipeline.Ok($"{request.Level} {request.Start.TotalMinutes:0} of {request.Parts.Count}"),
        };
    }

    private static FakePipeline Unused() => new()
    {
        SegmentsPerHour = [3, 2],
        SummarizeSegment = (_, _) => throw new InvalidOperationException("It is remembered."),
    };

    private Task<VideoResult> RunAsync(EngineUnderTest engine, FakePipeline pipeline) =>
        engine.RunAsync(SummarizeVideoWorkflow.Definition, Input, pipeline.Steps(), memory: _memory);
}
