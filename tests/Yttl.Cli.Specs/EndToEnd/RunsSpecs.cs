using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

public sealed class RunsSpecs : IDisposable
{
    private readonly YttlProcess _yttl = new();

    public RunsSpecs() => _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 12));

    public void Dispose() => _yttl.Dispose();

    [Fact]
    public async Task A_run_with_a_gap_is_listed_shown_resumed_and_deleted()
    {
        var refuses = true;
        await using var model = await LoopbackModel.StartAsync(call => refuses && call.Number == 0
            ? ModelAnswer.Refusal
            : ModelAnswer.Text("A point is made."));
        var first = await _yttl.RunAsync(
            "summarize", "talk.vtt", "--llm-provider", "local", "--llm-base-url", $"{model.BaseUrl}", "--llm-model", "m");
        first.ExitCode.ShouldBe(3, first.Error);
        var calls = model.Calls.Count;

        var run = (await RunsAsync("list")).ShouldHaveSingleItem();
        run.GetProperty("state").GetString().ShouldBe("partial");
        var id = run.GetProperty("id").GetString()!;
        (await RunsAsync("show", id)).ShouldHaveSingleItem()
            .GetProperty("result").GetProperty("gaps").GetInt32().ShouldBe(1);

        refuses = false;
        var resumed = await _yttl.RunAsync("runs", "resume", id);
        resumed.ExitCode.ShouldBe(0, resumed.Error);
        resumed.Output.ShouldBe(first.Output);
        model.Calls.Count.ShouldBe(calls + 2); // the segment and its hour
        (await RunsAsync("list"))[0].GetProperty("state").GetString().ShouldBe("complete");

        (await _yttl.RunAsync("runs", "delete", id)).ExitCode.ShouldBe(0);
        (await RunsAsync("list")).ShouldBeEmpty();
        File.Exists(first.Output.Trim()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("show")]
    [InlineData("resume")]
    [InlineData("delete")]
    public async Task An_unknown_run_is_one_line(string command)
    {
        var ran = await _yttl.RunAsync("runs", command, "3f2a");

        ran.ExitCode.ShouldBe(1);
        ran.ErrorLines.ShouldHaveSingleItem().ShouldBe(
            "yttl: no such run: 3f2a; list them with 'yttl runs list'");
    }

    [Fact]
    public async Task Runs_are_listed_in_columns_for_people()
    {
        await _yttl.RunAsync("summarize", "talk.vtt");

        var ran = await _yttl.RunAsync("runs", "list");

        ran.ExitCode.ShouldBe(0, ran.Error);
        var lines = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].ShouldStartWith("Run ");
        lines[1].ShouldMatch("^[0-9a-f]{12}  complete  [0-9-]{10} [0-9:]{5}  extractive  talk$");
    }

    [Fact]
    public async Task What_is_damaged_is_dropped_with_a_note_and_made_again()
    {
        _yttl.Environment["YTTL_HOME"] = _yttl.Folder.PathOf("home");
        var first = await _yttl.RunAsync("summarize", "talk.vtt", "--format", "md");
        var report = await File.ReadAllTextAsync(first.Output.Trim());
        foreach (var entry in Directory.GetFiles(_yttl.Folder.PathOf("home/memory"), "*", SearchOption.AllDirectories))
            await File.AppendAllTextAsync(entry, "x");

        var again = await _yttl.RunAsync("summarize", "talk.vtt", "--format", "md");

        again.ExitCode.ShouldBe(0, again.Error);
        again.ErrorLines.ShouldContain(line =>
            line.StartsWith("yttl: note: the stored result of a step is dropped and made again: it is incomplete or damaged"));
        (await File.ReadAllTextAsync(again.Output.Trim())).ShouldBe(report);
        (await _yttl.RunAsync("summarize", "talk.vtt")).Error.ShouldNotContain("dropped");
    }

    [Fact]
    public async Task With_no_resume_everything_is_made_anew_and_without_nothing_is()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        _yttl.Folder.Write("talk.vtt", CaptionFiles.OfMinutes(10));
        string[] command = ["summarize", "talk.vtt", "--llm-base-url", model.BaseUrl.ToString(), "--llm-model", "m"];
        await _yttl.RunAsync(command);
        var calls = model.Calls.Count;

        (await _yttl.RunAsync(command)).ExitCode.ShouldBe(0);
        model.Calls.Count.ShouldBe(calls);
        (await _yttl.RunAsync([.. command, "--no-resume"])).ExitCode.ShouldBe(0);

        calls.ShouldBeGreaterThan(0);
        model.Calls.Count.ShouldBe(2 * calls);
    }

    [Fact]
    public async Task A_site_is_asked_once_by_a_repeated_command_and_again_with_refresh()
    {
        await using var site = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(CaptionFiles.WebVtt(minutes: 12)));
        using var ytDlp = new FakeYtDlp();
        ytDlp.Prints(null, $$$"""
            {"id": "talk1", "title": "A talk", "extractor": "example", "duration": 720, "webpage_url": "https://example.org/talk1",
             "formats": [{}], "subtitles": {"en": [{"ext": "vtt", "url": "{{{site.Url}}}talk.vtt"}]}}
            """);
        _yttl.Uses(ytDlp);

        var first = await _yttl.RunAsync("summarize", "https://example.org/talk1");
        first.ExitCode.ShouldBe(0, first.Error);
        await _yttl.RunAsync("summarize", "https://example.org/talk1", "--length", "short");
        (Asked(), site.Requests.Count).ShouldBe((2, 1)); // whether it is a list, and what the video is

        await _yttl.RunAsync("summarize", "https://example.org/talk1", "--refresh");
        (Asked(), site.Requests.Count).ShouldBe((4, 2));

        int Asked() => ytDlp.Calls.Count(call => call.Contains("https://example.org/talk1"));
    }

    [Fact]
    public async Task A_run_goes_on_after_ctrl_c_and_its_record_says_that_it_was_stopped()
    {
        var hangs = true;
        await using var model = await LoopbackModel.StartAsync(call =>
            hangs && call.Number > 0 ? ModelAnswer.Hang : ModelAnswer.Text("A point is made."));
        string[] command =
        [
            "summarize", "talk.vtt", "--sequential",
            "--llm-provider", "local", "--llm-base-url", $"{model.BaseUrl}", "--llm-model", "m",
        ];
        using (var process = _yttl.Start(command))
        {
            await model.CalledAsync(times: 2);
            using var kill = System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]);
            var ended = await YttlProcess.EndAsync(process);
            ended.ExitCode.ShouldBe(130);
            ended.MessageLines.ShouldBe(["yttl: terminated; run the same command again to continue"]);
        }

        (await RunsAsync("list"))[0].GetProperty("state").GetString().ShouldBe("terminated");
        (await _yttl.RunAsync("runs", "list")).Output.ShouldContain(" terminated ");

        hangs = false;
        var again = await _yttl.RunAsync(command);

        again.ExitCode.ShouldBe(0, again.Error);
        model.Calls.Count.ShouldBe(4); // two segments and their hour, the second segment twice
    }

    [Fact]
    public async Task A_run_whose_process_was_killed_is_stopped_and_one_that_goes_on_is_running_and_locked()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Hang);
        string[] command =
        [
            "summarize", "talk.vtt",
            "--llm-provider", "local", "--llm-base-url", $"{model.BaseUrl}", "--llm-model", "m",
        ];
        using var process = _yttl.Start(command);
        await model.CalledAsync(times: 1);

        (await RunsAsync("list"))[0].GetProperty("state").GetString().ShouldBe("running");
        var second = await _yttl.RunAsync(command);
        second.ExitCode.ShouldBe(1);
        second.MessageLines.ShouldHaveSingleItem().ShouldStartWith("yttl: another process is working on run ");

        process.Kill();
        await process.WaitForExitAsync();

        (await RunsAsync("list"))[0].GetProperty("state").GetString().ShouldBe("terminated");
    }

    private async Task<IReadOnlyList<JsonElement>> RunsAsync(params string[] arguments)
    {
        var ran = await _yttl.RunAsync(["runs", .. arguments, "--json"]);
        ran.ExitCode.ShouldBe(0, ran.Error);
        using var document = JsonDocument.Parse(ran.Output);
        return [.. document.RootElement.GetProperty("runs").EnumerateArray().Select(run => run.Clone())];
    }
}
