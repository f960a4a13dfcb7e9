using Yttl.LocalEngine;
using Yttl.TestKit.Http;

namespace Yttl.Web.Specs.Runs;

/// <summary>What was asked for and has not ended goes on at the next start.</summary>
public sealed class QueueSpecs
{
    [Fact]
    public async Task Runs_that_are_under_way_or_wait_when_the_server_ends_are_complete_after_the_next_start()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        var gate = new TaskCompletionSource();
        model.Gate = gate.Task;
        await using var web = await RunningWeb.StartAsync(model, videosAtOnce: 2);
        var ids = new List<string>();
        foreach (var name in new[] { "a.vtt", "b.vtt", "c.vtt" })
            ids.Add((await web.PostAsync("/api/summaries", RunningWeb.Body(web.Talk(name)))).Text("id"));
        await model.CalledAsync(2);

        await web.StopAsync();
        Directory.GetFiles(Path.Combine(web.Home, "serve", "queue")).Length.ShouldBe(3);
        gate.SetResult();
        await web.StartAsync();

        foreach (var id in ids)
            (await web.OverAsync(id)).Text("state").ShouldBe("complete");
        Directory.GetFiles(Path.Combine(web.Home, "serve", "queue")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_was_stopped_does_not_go_on_at_the_next_start()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Hang);
        await using var web = await RunningWeb.StartAsync(model);
        var id = (await web.PostAsync("/api/summaries", RunningWeb.Body(web.Talk()))).Text("id");
        await model.CalledAsync(1);
        await web.PostAsync($"/api/summaries/{id}/terminate");

        await web.StopAsync();
        await web.StartAsync();

        (await web.GetAsync($"/api/summaries/{id}")).Text("state").ShouldBe("terminated");
    }

    [Theory]
    [InlineData("{ \"source\": ")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "source": "/a.mp4" }""")]
    public async Task A_queued_file_that_is_damaged_is_left_out_and_the_others_go_on(string content)
    {
        await using var web = await RunningWeb.StartAsync();
        await web.StopAsync();
        Directory.CreateDirectory(Path.Combine(web.Home, "serve", "queue"));
        File.WriteAllText(Path.Combine(web.Home, "serve", "queue", "abc.json"), content);

        await web.StartAsync();

        (await web.GetAsync("/api/summaries")).Status.ShouldBe(200);
    }

    /// <summary>Between its two runs it is among those that failed and among those that wait.</summary>
    [Fact]
    public async Task A_source_that_failed_is_listed_once_while_it_is_posted_again()
    {
        await using var web = await RunningWeb.StartAsync();
        var body = RunningWeb.Body(web.Folder.PathOf("none.mp4"));
        var posting = Task.Run(async () =>
        {
            for (var n = 0; n < 60; n++)
                (await web.PostAsync("/api/summaries", body)).Status.ShouldBe(202);
        });

        do
        {
            var listed = await web.GetAsync("/api/summaries");
            listed.Status.ShouldBe(200, listed.Body);
            listed.Json.GetProperty("summaries").GetArrayLength().ShouldBeLessThanOrEqualTo(1);
        }
        while (!posting.IsCompleted);

        await posting;
    }

    [Fact]
    public async Task A_run_of_another_process_is_shown_as_running_and_joined()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        var gate = new TaskCompletionSource();
        model.Gate = gate.Task;
        await using var web = await RunningWeb.StartAsync(model);
        var talk = web.Talk();
        var options = web.Options();
        await using var other = new VideoSummarizer(options.Host);
        var running = other.SummarizeAsync(talk, options.Run, null, CancellationToken.None);
        await model.CalledAsync(1);

        var listed = (await web.GetAsync("/api/summaries")).Json.GetProperty("summaries").EnumerateArray().ShouldHaveSingleItem();
        listed.GetProperty("state").GetString().ShouldBe("running");
        var joined = await web.PostAsync("/api/summaries", RunningWeb.Body(talk));
        joined.Text("state").ShouldBe("running");
        joined.Text("id").ShouldBe(listed.GetProperty("id").GetString());
        (await web.PostAsync($"/api/summaries/{joined.Text("id")}/terminate")).Status.ShouldBe(409);

        gate.SetResult();
        await running;
        (await web.OverAsync(joined.Text("id"))).Text("state").ShouldBe("complete");
    }
}
