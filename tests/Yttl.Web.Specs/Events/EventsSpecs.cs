using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.Web.Events;
using Yttl.Workflows.Seam;

namespace Yttl.Web.Specs.Events;

public sealed class EventsSpecs
{
    [Fact]
    public async Task A_watcher_gets_a_snapshot_then_every_change_to_the_end_and_an_explicit_end()
    {
        await using var web = await RunningWeb.StartAsync();
        var earlier = await web.SummarizeAsync(web.Talk("earlier.vtt"));
        using var answer = await web.OpenAsync("/api/events");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var reader = new EventReader(await answer.Content.ReadAsStreamAsync());

        var first = await reader.NextAsync();
        first.Name.ShouldBe("snapshot");
        JsonDocument.Parse(first.Data).RootElement.GetProperty("summaries").EnumerateArray().ShouldHaveSingleItem()
            .GetProperty("id").GetString().ShouldBe(earlier.Text("id"));

        var id = (await web.PostAsync("/api/summaries", RunningWeb.Body(web.Talk()))).Text("id");
        var (number, shown) = (first.Number, "");
        while (shown is not "complete")
        {
            var next = await reader.NextAsync();
            next.Name.ShouldBe("run");
            next.Number.ShouldBeGreaterThan(number);
            number = next.Number;
            var run = JsonDocument.Parse(next.Data).RootElement;
            run.GetProperty("id").GetString().ShouldBe(id);
            shown = run.GetProperty("state").GetString()!;
        }

        await web.SendAsync(HttpMethod.Delete, $"/api/summaries/{id}", null);
        var gone = await reader.NextAsync();
        (gone.Name, gone.Data).ShouldBe(("gone", $$"""{"id":"{{id}}"}"""));

        await web.StopAsync();
        (await reader.NextAsync()).Name.ShouldBe("end");
    }

    [Fact]
    public async Task A_comment_comes_where_nothing_happens_for_15_seconds()
    {
        var time = new ManualTime();
        await using var web = await RunningWeb.StartAsync();
        await web.StopAsync();
        web.Time = time;
        await web.StartAsync();
        using var answer = await web.OpenAsync("/api/events");
        using var reader = new EventReader(await answer.Content.ReadAsStreamAsync());
        (await reader.NextAsync()).Name.ShouldBe("snapshot");

        await time.PendingAsync(EventStream.Silence).WaitAsync(Eventually.Timeout);
        time.Advance(EventStream.Silence);

        (await reader.NextAsync()).Name.ShouldBe("comment");
    }

    [Fact]
    public async Task Runs_of_other_processes_come_and_go_too()
    {
        await using var web = await RunningWeb.StartAsync();
        using var answer = await web.OpenAsync("/api/events");
        using var reader = new EventReader(await answer.Content.ReadAsStreamAsync());
        (await reader.NextAsync()).Name.ShouldBe("snapshot");
        var options = web.Options();
        await using var other = new VideoSummarizer(options.Host);

        var result = (await other.SummarizeAsync(web.Talk(), options.Run, null, CancellationToken.None)).ShouldHaveSingleItem();
        await TellsAsync("complete");
        new RunStore(web.Home, TimeProvider.System).Delete(result.RunId);
        await TellsAsync("gone");

        async Task TellsAsync(string word)
        {
            while (await reader.NextAsync() is var next && !(next.Name == word || next.Data.Contains($"\"{word}\"", StringComparison.Ordinal)))
                next.Name.ShouldBe("run");
        }
    }

    [Fact]
    public async Task A_hundred_watchers_see_twenty_runs_to_their_ends()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        await using var web = await RunningWeb.StartAsync(model, videosAtOnce: 4);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => web.OpenAsync("/api/events")));
        var readers = await Task.WhenAll(answers.Select(async answer => new EventReader(await answer.Content.ReadAsStreamAsync())));
        foreach (var reader in readers)
            (await reader.NextAsync()).Name.ShouldBe("snapshot");

        var ids = (await Task.WhenAll(Enumerable.Range(0, 20).Select(async n =>
            (await web.PostAsync("/api/summaries", RunningWeb.Body(web.Talk($"{n}.vtt", minutes: 6)))).Text("id")))).ToHashSet();

        ids.Count.ShouldBe(20);
        await Task.WhenAll(readers.Select(reader => CompleteAsync(reader, [.. ids])));
        foreach (var answer in answers)
            answer.Dispose();

        static async Task CompleteAsync(EventReader reader, HashSet<string> left)
        {
            while (left.Count > 0)
                if (JsonDocument.Parse((await reader.NextAsync()).Data).RootElement is var run
                    && run.GetProperty("state").GetString() is "complete")
                    left.Remove(run.GetProperty("id").GetString()!);
        }
    }

    /// <summary>However much happens, a watcher that does not read costs nothing: it gets the latest state of each run.</summary>
    [Fact]
    public async Task The_feed_keeps_one_event_a_run_and_a_watcher_that_missed_some_starts_over()
    {
        var time = new ManualTime();
        await using var feed = new RunFeed(
            (run, _) => Task.FromResult(new FeedEvent("run", run.Value)), NullLogger.Instance, time);
        feed.Start();
        using var watching = feed.Watch();
        await ChangeAsync(feed, time, ["a"]);
        await ChangeAsync(feed, time, ["a"]);
        feed.Since(0).ShouldNotBeNull().Select(one => (one.Number, one.Event.Data)).ShouldBe([(2, "a")]);

        await ChangeAsync(feed, time, Enumerable.Range(0, 600).Select(n => $"run-{n}"));

        feed.Since(0).ShouldBeNull();
        feed.Since(feed.Number - 10).ShouldNotBeNull().Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_run_that_cannot_be_described_makes_watchers_start_over_and_the_next_is_told()
    {
        var time = new ManualTime();
        await using var feed = new RunFeed(
            (run, _) => run.Value is "broken" ? throw new IOException("The disk is full.")
                : Task.FromResult(new FeedEvent("run", run.Value)),
            NullLogger.Instance,
            time);
        feed.Start();
        using var watching = feed.Watch();

        await ChangeAsync(feed, time, ["broken"]);

        feed.Since(0).ShouldBeNull();
        var number = feed.Number;
        await ChangeAsync(feed, time, ["a"]);
        feed.Since(number).ShouldNotBeNull().Select(one => one.Event.Data).ShouldBe(["a"]);
    }

    private static async Task ChangeAsync(RunFeed feed, ManualTime time, IEnumerable<string> runs)
    {
        var before = feed.Number;
        foreach (var run in runs)
            feed.Change(new RunId(run));
        var news = feed.NewsAsync(before);
        await time.PendingAsync(RunFeed.Gathering).WaitAsync(Eventually.Timeout);
        time.Advance(RunFeed.Gathering);
        await news.WaitAsync(Eventually.Timeout);
    }
}
