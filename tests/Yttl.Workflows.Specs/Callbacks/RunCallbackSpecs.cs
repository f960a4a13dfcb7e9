using System.Collections.Concurrent;
using Yttl.Core.Callbacks;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.TestKit;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.Workflows.Specs.Callbacks;

public sealed class RunCallbackSpecs
{
    private const string Address = "https://example.com/hook";

    private static readonly Failure Refused = new(FailureCategory.Network, "callback.refused", "The callback was not delivered.");

    private readonly ConcurrentQueue<CallbackRequest> _sent = new();

    [Theory, EveryEngine]
    public async Task Who_asked_is_told_once_how_the_run_ended(EngineUnderTest engine)
    {
        var result = await RunAsync(engine, new FakePipeline(), Address);

        result.Notes.ShouldBe(["one note"]);
        var callback = _sent.ShouldHaveSingleItem();
        (callback.Address, callback.Delivery).ShouldBe((Address, "run"));
        Golden.Matches("callback.json", callback.Body);
    }

    [Theory, EveryEngine]
    public async Task A_run_that_failed_says_why(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { Resolve = _ => new ResolveOutcome(null, FakePipeline.SomeFailure) };

        (await RunAsync(engine, pipeline, Address)).Status.ShouldBe(RunStatus.Failed);

        var body = _sent.ShouldHaveSingleItem().Body;
        body.ShouldContain("\"state\":\"failed\"");
        body.ShouldContain("model.refused");
    }

    [Theory, EveryEngine]
    public async Task A_run_without_a_callback_sends_none(EngineUnderTest engine)
    {
        await RunAsync(engine, new FakePipeline(), null);

        _sent.ShouldBeEmpty();
    }

    [Theory, EveryEngine]
    public async Task A_callback_that_is_not_delivered_is_noted_and_the_run_is_what_it_was(EngineUnderTest engine)
    {
        var refused = await RunAsync(engine, new FakePipeline(), Address, () => new PlainOutcome(Refused));
        var thrown = await RunAsync(engine, new FakePipeline(), Address, () => throw new YttlException(
            FailureCategory.Network, "callback.unreachable", "Nobody answered.", transient: true));

        (refused.Status, thrown.Status).ShouldBe((RunStatus.Complete, RunStatus.Complete));
        refused.Notes.ShouldBe(["one note", Refused.Message]);
        thrown.Notes.ShouldBe(["one note", "Nobody answered."]);
    }

    [Theory, EveryEngine]
    public async Task A_list_tells_once_for_all_its_videos(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            List = () => new ListOutcome("A list", [new PlaylistEntry("a", null, null), new PlaylistEntry("b", null, null)], null),
        };

        var result = await engine.RunAsync(
            SummarizePlaylistWorkflow.Definition,
            new RunInput("list", Options, Execution) { Callback = Address },
            Steps(pipeline, () => new PlainOutcome(Refused)));

        result.Notes.ShouldBe([Refused.Message]);
        _sent.ShouldHaveSingleItem().Body.ShouldContain("\"state\":\"complete\"");
    }

    private static RunOptions Options { get; } = new(
        null, null, [], new SummaryOptions("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null));

    private static ExecutionOptions Execution { get; } = new(3, [], "out") { VideoWindow = 2 };

    private Task<VideoResult> RunAsync(
        EngineUnderTest engine, FakePipeline pipeline, string? callback, Func<PlainOutcome>? answer = null) =>
        engine.RunAsync(
            SummarizeVideoWorkflow.Definition,
            new RunInput("talk", Options, Execution) { Callback = callback },
            Steps(pipeline, answer ?? (() => new PlainOutcome())));

    private StepTable Steps(FakePipeline pipeline, Func<PlainOutcome> answer) =>
        pipeline.Steps().Bind(Workflows.Catalogue.Steps.SendCallback, (request, _) =>
        {
            _sent.Enqueue(request);
            return Task.FromResult(answer());
        });
}
