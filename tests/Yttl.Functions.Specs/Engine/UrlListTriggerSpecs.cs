using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Functions.UrlLists;
using Yttl.TestKit;
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
        Runs.Defaults,
        new InMemoryArtifactStore(),
        new InMemoryRunJournal(),
        TimeProvider.System,
        NullLogger<UrlListTrigger>.Instance);

    private static MemoryStream Upload => new(Encoding.UTF8.GetBytes(List));

    [Fact]
    public async Task A_list_whose_name_leads_elsewhere_is_not_read()
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());

        await FeedAsync(app, Upload, "../artifacts/talks.txt");

        await foreach (var instance in app.Client.GetAllInstancesAsync())
            instance.InstanceId.ShouldBeNull();
    }

    [Fact]
    public async Task A_list_that_is_delivered_twice_starts_nothing_twice_and_its_results_become_final()
    {
        var pipeline = new FakePipeline();
        await using var app = await StartAsync(pipeline);

        await FeedAsync(app, Upload);
        await FeedAsync(app, Upload);
        var feeder = (await FeedersOf(app)).ShouldHaveSingleItem();
        await app.ResultOfAsync(FeedUrlListWorkflow.Definition, feeder);
        await FeedAsync(app, Upload);

        app.Attempts.Count(name => name == "resolve").ShouldBe(2);
        _written.First().IsFinal.ShouldBeFalse();
        var final = _written.Last();
        final.IsFinal.ShouldBeTrue();
        final.Accepted.Select(outcome => (outcome.Line, outcome.Id.Value, outcome.Status)).ShouldBe(
            [(2, $"{feeder}:0", RunStatus.Complete), (4, $"{feeder}:1", RunStatus.Complete)]);
        final.Rejected.ShouldHaveSingleItem().Failure.Code.ShouldBe("source.not-public");
    }

    [Fact]
    public async Task A_list_that_left_something_undone_is_uploaded_again_and_its_next_generation_does_only_that()
    {
        var isDown = true;
        FakePipeline pipeline = null!;
        pipeline = new FakePipeline
        {
            Resolve = source => isDown && source.EndsWith("9bZkp7q19f0", StringComparison.Ordinal)
                ? new ResolveOutcome(null, FakePipeline.SomeFailure)
                : pipeline.Resolved(source),
        };
        await using var app = await StartAsync(pipeline);
        await FeedAsync(app, Upload);
        var first = (await FeedersOf(app)).ShouldHaveSingleItem();
        await app.ResultOfAsync(FeedUrlListWorkflow.Definition, first);
        isDown = false;
        app.Attempts.Clear();

        await FeedAsync(app, Upload);
        (await FeedersOf(app)).Order().ShouldBe([first, $"{first}-2"]);
        var final = await app.ResultOfAsync(FeedUrlListWorkflow.Definition, $"{first}-2");
        pipeline.Calls.Clear();
        await FeedAsync(app, Upload);

        final.Accepted.ShouldAllBe(line => line.Status == RunStatus.Complete);
        (await FeedersOf(app)).Order().ShouldBe([first, $"{first}-2"]);
        pipeline.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_without_end_is_not_read_to_its_end()
    {
        await using var app = await StartAsync(new FakePipeline());
        var upload = new MemoryStream(Encoding.UTF8.GetBytes(new string('x', UrlList.MostCharacters * 4)));

        await FeedAsync(app, upload);

        upload.Position.ShouldBeLessThan(upload.Length / 2);
        var results = await app.ResultOfAsync(FeedUrlListWorkflow.Definition, (await FeedersOf(app)).ShouldHaveSingleItem());
        results.Accepted.ShouldBeEmpty();
        results.Rejected.ShouldHaveSingleItem().Failure.Code.ShouldBe("list.too-large");
    }

    /// <summary>Event Grid delivers at least once, and may do so late.</summary>
    [Fact]
    public async Task A_list_that_left_something_undone_and_is_only_delivered_again_starts_nothing()
    {
        var pipeline = new FakePipeline { Resolve = _ => new ResolveOutcome(null, FakePipeline.SomeFailure) };
        await using var app = await StartAsync(pipeline);
        var uploaded = DateTimeOffset.UtcNow;
        await FeedAsync(app, Upload, uploaded: uploaded);
        var first = (await FeedersOf(app)).ShouldHaveSingleItem();
        await app.ResultOfAsync(FeedUrlListWorkflow.Definition, first);

        await FeedAsync(app, Upload, uploaded: uploaded);

        (await FeedersOf(app)).ShouldBe([first]);
    }

    /// <summary>Feeds a list that is uploaded now unless said otherwise.</summary>
    private static Task FeedAsync(DurableApp app, Stream list, string name = "talks.txt", DateTimeOffset? uploaded = null) =>
        Trigger.FeedAsync(name, list, uploaded ?? DateTimeOffset.UtcNow, app.Client, CancellationToken.None);

    private Task<DurableApp> StartAsync(FakePipeline pipeline) =>
        DurableApp.StartAsync(pipeline.Steps().Bind(Steps.WriteUrlListResults, (results, _) =>
        {
            _written.Enqueue(results);
            return Task.FromResult(new PlainOutcome());
        }));

    private static async Task<List<string>> FeedersOf(DurableApp app)
    {
        var feeders = new List<string>();
        await foreach (var instance in app.Client.GetAllInstancesAsync())
            if (instance.Name == FeedUrlListWorkflow.Definition.Name)
                feeders.Add(instance.InstanceId);
        return feeders;
    }
}
