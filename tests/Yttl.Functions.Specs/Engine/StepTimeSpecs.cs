using Microsoft.Azure.WebJobs.Host;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Functions.Settings;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Engine;

/// <summary>A step whose time is up ends its run, and is not tried again.</summary>
public sealed class StepTimeSpecs
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(108);

    [Fact]
    public async Task A_step_that_never_ends_is_stopped_once_and_its_run_says_which_and_what_to_change()
    {
        var time = new ManualTime();
        var steps = new FakePipeline().Steps().Bind(Steps.Resolve, async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return new ResolveOutcome(null, null);
        });
        await using var app = await DurableApp.StartAsync(steps, limit: Limit, time: time);

        await app.ScheduleAsync(SummarizeVideoWorkflow.Definition, "run", Runs.Video());
        await time.PendingAsync(Limit);
        time.Advance(Limit);
        var result = await app.ResultOfAsync(SummarizeVideoWorkflow.Definition, "run");

        result.Status.ShouldBe(RunStatus.Failed);
        result.Source.ShouldBe(Runs.Talk);
        result.Failure.ShouldBe(new Failure(
            FailureCategory.Processing,
            "step.timeout",
            "resolve did not end within 108 minutes and was stopped: raise AzureFunctionsJobHost__functionTimeout, of which a"
            + " step may take nine tenths, and post the source again; only what is missing is done."));
        app.Attempts.ShouldBe(["resolve"]);
        app.Backend.Waits.ShouldBeEmpty();
        (await app.Journal.ReadAsync(new("run"), CancellationToken.None)).ShouldHaveSingleItem()
            .Steps.ShouldHaveSingleItem().Failure.ShouldBe(FailureCategory.Processing);
    }

    [Fact]
    public async Task A_step_that_the_host_itself_stops_is_not_tried_again_either()
    {
        var pipeline = new FakePipeline
        {
            Resolve = _ => throw new FunctionTimeoutException("Timeout value of 02:00:00 exceeded by function: Functions.resolve"),
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());

        var result = await app.RunAsync(SummarizeVideoWorkflow.Definition, "run", Runs.Video());

        result.Failure!.Code.ShouldBe("step.timeout");
        result.Failure.Message.ShouldStartWith("resolve did not end within the time that the Functions host allows");
        result.Failure.Message.ShouldContain(StepTimeLimit.Setting);
        app.Attempts.ShouldBe(["resolve"]);
    }
}
