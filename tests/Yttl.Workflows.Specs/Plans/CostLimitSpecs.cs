using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.Workflows.Specs.Plans;

/// <summary>A limit of the cost stops a run before its first model call, or not at all.</summary>
public sealed class CostLimitSpecs
{
    private static readonly RunInput Input = new(
        "talk",
        new RunOptions(null, null, [], new SummaryOptions("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null)),
        new ExecutionOptions(3, [], "out") { OnDemand = true });

    [Theory, EveryEngine]
    public async Task A_run_that_is_predicted_to_cost_more_calls_no_model_and_says_what_to_do(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline();

        var result = await RunAsync(engine, pipeline, 0.25m);

        result.Status.ShouldBe(RunStatus.Failed);
        result.Title.ShouldBe("A title");
        result.Failure.ShouldBe(new Failure(
            FailureCategory.Input,
            "cost.exceeded",
            "The summaries would cost about 0.5 USD (8 calls to openai a model), more than the 0.25 of --max-cost: no model was "
            + "called, and the transcript is kept. Run again with a higher --max-cost, or choose a cheaper model (--llm-model)."));
        result.Notes.ShouldBe(["one note"]);
        (pipeline.Calls.Count, pipeline.Rendered).ShouldBe((0, null));
    }

    [Theory, EveryEngine]
    public async Task A_run_that_is_predicted_to_cost_the_limit_goes_on(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline();

        (await RunAsync(engine, pipeline, 0.5m, onDemand: false)).Status.ShouldBe(RunStatus.Complete);

        pipeline.Calls.ShouldNotBeEmpty();
    }

    [Theory, EveryEngine]
    public async Task A_cost_that_is_unknown_is_above_every_limit(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { Prediction = FakePipeline.SomePrediction with { Cost = null, Currency = null } };

        var result = await RunAsync(engine, pipeline, 1_000);

        result.Failure!.Code.ShouldBe("cost.unknown");
        result.Failure.Message.ShouldBe(
            "--max-cost is set, and what openai a model costs is unknown: give its price in --prices, or leave --max-cost out.");
        pipeline.Calls.ShouldBeEmpty();
    }

    [Theory, EveryEngine]
    public async Task Without_a_limit_or_without_a_model_no_cost_is_too_high(EngineUnderTest engine)
    {
        var dear = new FakePipeline { Prediction = FakePipeline.SomePrediction with { Cost = 1_000_000 } };
        var extractive = new SummaryOptions("extractive", "", null, SummaryLength.Medium, SummaryStyle.Narrative, null);

        (await RunAsync(engine, dear, null, onDemand: false)).Status.ShouldBe(RunStatus.Complete);
        (await RunAsync(engine, dear, 0, extractive, onDemand: false)).Status.ShouldBe(RunStatus.Complete);
    }

    /// <param name="onDemand">Whether the model is woken first, for which no step is bound.</param>
    private static Task<VideoResult> RunAsync(
        EngineUnderTest engine, FakePipeline pipeline, decimal? limit, SummaryOptions? options = null, bool onDemand = true) =>
        engine.RunAsync(
            SummarizeVideoWorkflow.Definition,
            Input with
            {
                Options = Input.Options with { Summary = options ?? Input.Options.Summary },
                Execution = Input.Execution with { MaxCost = limit, OnDemand = onDemand },
            },
            pipeline.Steps());
}
