using Yttl.Core.Failures;
using Yttl.Core.Http;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Reports;
using Yttl.TestKit.Http;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Engine;

public sealed class ModelReadinessSpecs
{
    [Fact]
    public async Task A_server_that_was_scaled_to_zero_is_woken_and_waited_for_by_durable_timers()
    {
        var asked = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = ++asked <= 3 ? 503 : 200;
            context.Response.Headers.RetryAfter = "40";
            return Task.CompletedTask;
        });
        using var http = HttpClients.Create();
        var ask = new AwaitModelStep(http, _ => new Uri(server.Url, "v1"), TimeProvider.System);
        await using var app = await DurableApp.StartAsync(
            new FakePipeline { SegmentsPerHour = [1] }.Steps().Bind(Steps.AwaitModel, ask.RunAsync));

        var result = await app.RunAsync(
            SummarizeVideoWorkflow.Definition, "talk", Runs.Video() with { Execution = Runs.Execution with { OnDemand = true } });

        result.Status.ShouldBe(RunStatus.Complete);
        app.Backend.Waits.Select(wait => Math.Round(wait.TotalSeconds)).ShouldBe([40, 40, 40]);
        app.Attempts.Count(name => name is "await-model").ShouldBe(4);
        app.Attempts.SkipWhile(name => name is not "await-model").Skip(4).First().ShouldBe("summarize-segment");
    }

    [Fact]
    public async Task A_server_that_could_not_be_asked_is_a_note_of_the_report()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps().Bind(
            Steps.AwaitModel,
            (_, _) => throw new YttlException(FailureCategory.Input, "model.unknown", "Nobody knows its address.")));

        var input = Runs.Video() with { Execution = Runs.Execution with { OnDemand = true } };
        var result = await app.RunAsync(SummarizeVideoWorkflow.Definition, "talk", input);

        result.Notes.ShouldContain("Nobody knows its address.");
    }
}
