using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Functions.UrlLists;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Specs;
using Yttl.Workflows.UrlLists;

namespace Yttl.Functions.Specs.Engine;

public sealed class UrlListTriggerSpecs
{
    private const string List =
        "# talks\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\nhttp://127.0.0.1/secret\nhttps://www.youtube.com/watch?v=9bZkp7q19f0\n";

    private readonly ConcurrentQueue<UrlListResults> _written = new();

    private static UrlListTrigger Trigger => new(
        Runs.Defaults, NullLogger<UrlListTrigger>.Instance);

    [Fact]
    public async Task A_list_whose_name_leads_elsewhere_is_not_read()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());

        await Trigger.OnEventAsync(List, "../artifacts/talks.txt", app.Client, CancellationToken.None);

        await foreach (var instance in app.Client.GetAllInstancesAsync())
            instance.InstanceId.ShouldBeNull();
    }

    [Fact]
    public async Task A_list_that_is_delivered_twice_starts_nothing_twice_and_its_results_become_final()
    {
        var pipeline = new FakePipeline();
        await using var app = await DurableApp.StartAsync(pipeline.Steps().Bind(Steps.WriteUrlListResults, (results, _) =>
        {
            _written.Enqueue(results);
            return Task.FromResult(new PlainOutcome());
        }));
        var trigger = Trigger;

        await trigger.OnEventAsync(List, "talks.txt", app.Client, CancellationToken.None);
        await trigger.OnScanAsync(List, "talks.txt", app.Client, CancellationToken.None);
        var feeders = new List<string>();
        await foreach (var instance in app.Client.GetAllInstancesAsync())
            if (instance.Name == FeedUrlListWorkflow.Definition.Name)
                feeders.Add(instance.InstanceId);
        var feeder = feeders.ShouldHaveSingleItem();
        await app.ResultOfAsync(FeedUrlListWorkflow.Definition, feeder);
        await trigger.OnEventAsync(List, "talks.txt", app.Client, CancellationToken.None);

        app.Attempts.Count(name => name == "resolve").ShouldBe(2);
        _written.First().IsFinal.ShouldBeFalse();
        var final = _written.Last();
        final.IsFinal.ShouldBeTrue();
        final.Accepted.Select(outcome => (outcome.Line, outcome.Id.Value, outcome.Status)).ShouldBe(
            [(2, $"{feeder}:0", RunStatus.Complete), (4, $"{feeder}:1", RunStatus.Complete)]);
        final.Rejected.ShouldHaveSingleItem().Failure.Code.ShouldBe("source.not-public");
    }
}
