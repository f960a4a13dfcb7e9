using Yttl.Core.Summaries;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.Workflows.Specs.Plans;

/// <summary>A run predicts its summaries before the first of them, and its report holds the prediction.</summary>
public sealed class PredictedRunSpecs
{
    private static readonly RunInput Input = new(
        "talk",
        new RunOptions(null, null, [], new SummaryOptions("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null)),
        new ExecutionOptions(3, [], "out"));

    [Theory, EveryEngine]
    public async Task The_report_gets_what_was_predicted(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline();

        await RunAsync(engine, pipeline, Input);

        pipeline.Rendered!.Predicted.ShouldBe(FakePipeline.SomePrediction);
    }

    [Theory, EveryEngine]
    public async Task Without_a_model_nothing_is_predicted(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline();
        var extractive = Input.Options.Summary with { Provider = "extractive", Model = "" };

        await RunAsync(engine, pipeline, Input with { Options = Input.Options with { Summary = extractive } });

        (pipeline.Predicted, pipeline.Rendered!.Predicted).ShouldBe((null, null));
    }

    private static Task<VideoResult> RunAsync(EngineUnderTest engine, FakePipeline pipeline, RunInput input) =>
        engine.RunAsync(SummarizeVideoWorkflow.Definition, input, pipeline.Steps());
}
