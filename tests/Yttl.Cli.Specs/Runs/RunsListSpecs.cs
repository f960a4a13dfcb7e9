using System.Text.Json;
using Spectre.Console;
using Yttl.Cli.Specs.CommandLines;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Specs.Runs;

public sealed class RunsListSpecs : IDisposable
{
    private static readonly RunRequest Extractive = new(new SummarizeOptions(), "extractive", "");
    private static readonly RunRequest ByModel =
        new(new SummarizeOptions { Length = SummaryLength.Short }, "openai", "models/gpt-5.4-mini");

    private readonly TempFolder _home = new();
    private readonly RunStore _runs;
    private readonly InProcess _yttl;

    public RunsListSpecs()
    {
        _runs = new RunStore(_home.PathOf("home"), TimeProvider.System);
        _yttl = new InProcess(_home.Path) { Environment = { ["YTTL_HOME"] = _home.PathOf("home") } };
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Runs_are_found_by_state_text_and_time_and_at_most_so_many_are_listed()
    {
        await EndAsync("aaaaaaaaaaaa", RunStatus.Complete, "A river");
        await EndAsync("bbbbbbbbbbbb", RunStatus.Partial, "Délta of the River");
        await EndAsync("cccccccccccc", RunStatus.Failed, "Stars");

        (await IdsAsync("--state", "complete,failed")).ShouldBe(["cccccccccccc", "aaaaaaaaaaaa"]);
        (await IdsAsync("--text", "RIVER")).ShouldBe(["bbbbbbbbbbbb", "aaaaaaaaaaaa"]);
        (await IdsAsync("--text", "delta")).ShouldBe(["bbbbbbbbbbbb"]);
        (await IdsAsync("--limit", "1")).ShouldBe(["cccccccccccc"]);
        (await IdsAsync("--since", "1h")).Count.ShouldBe(3);
        (await IdsAsync("--since", "0h")).ShouldBeEmpty();
        (await IdsAsync("--since", "2999-01-01")).ShouldBeEmpty();
        (await _yttl.RunAsync("runs", "list", "--limit", "2")).ErrorLines
            .ShouldBe(["yttl: note: these are the newest 2 runs: --limit N shows more"]);
        (await _yttl.RunAsync("runs", "list", "--limit", "1")).ErrorLines
            .ShouldBe(["yttl: note: this is the newest run: --limit N shows more"]);
    }

    [Fact]
    public async Task All_wrong_filters_are_named()
    {
        var ran = await _yttl.RunAsync("runs", "list", "--state", "dreaming", "--since", "soon", "--limit", "0");

        ran.ExitCode.ShouldBe(2);
        ran.ErrorLines.Count.ShouldBe(3);
        ran.ErrorLines[0].ShouldBe(
            "yttl: --state dreaming: expected a comma-separated list of running, complete, partial, failed, terminated");
        ran.ErrorLines[2].ShouldBe("yttl: --limit 0: expected a whole number from 1 to 1000000");
        (await _yttl.RunAsync("search", "river", "--limit", "0")).ErrorLines.ShouldBe([ran.ErrorLines[2]]);
    }

    [Fact]
    public async Task A_run_that_was_stopped_is_terminated_in_every_word_and_found_by_cancelled_too()
    {
        await EndAsync("aaaaaaaaaaaa", RunStatus.Complete, "A river");
        await EndAsync("bbbbbbbbbbbb", RunStatus.Terminated, "Stars");

        (await IdsAsync("--state", "terminated")).ShouldBe(["bbbbbbbbbbbb"]);
        (await IdsAsync("--state", "Cancelled,failed")).ShouldBe(["bbbbbbbbbbbb"]);
        (await _yttl.RunAsync("runs", "list", "--state", "cancelled")).Output.ShouldContain("bbbbbbbbbbbb  terminated  ");
    }

    [Fact]
    public async Task Of_a_path_the_end_is_shown_which_tells_it_from_others()
    {
        await EndAsync("aaaaaaaaaaaa", RunStatus.Failed, null);
        _yttl.Columns = 50;

        (await _yttl.RunAsync("runs", "list")).Output.ShouldMatch(@"\n\S+  failed  .*  …\S*aaaaaaaaaaaa\.mp4\n$".Replace("aaaaaaaaaaaa", "a{4,12}"));
    }

    [Fact]
    public async Task Two_runs_of_one_video_are_told_apart_and_in_50_columns_their_ids_are_whole()
    {
        await EndAsync("aaaaaaaaaaaa", RunStatus.Complete, "How Ships Found Their Longitude", Extractive);
        await EndAsync("bbbbbbbbbbbb", RunStatus.Complete, "How Ships Found Their Longitude", ByModel);
        await EndAsync("cccccccccccc", RunStatus.Complete, new string('長', 60), ByModel);

        (await _yttl.RunAsync("runs", "list")).Output.ShouldContain("  openai gpt-5.4-mini, short  How Ships Found Their Longitude\n");
        foreach (var columns in new[] { 50, 80, 200 })
        {
            _yttl.Columns = columns;
            var lines = (await _yttl.RunAsync("runs", "list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.Length.ShouldBe(4);
            lines.ShouldAllBe(line => line.GetCellWidth() <= columns);
            lines[1].ShouldStartWith("cccccccccccc  complete  ");
            lines[2].ShouldStartWith("bbbbbbbbbbbb  complete  ");
            lines[2].ShouldContain("openai");
            lines[2].ShouldContain("How Ships");
        }
    }

    [Fact]
    public async Task The_beginning_of_an_id_suffices_where_it_is_that_of_one_run()
    {
        await EndAsync("3f2a00000001", RunStatus.Complete, "One");
        await EndAsync("3f2a00000001:1", RunStatus.Complete, "One of a list");
        await EndAsync("3f3b00000002", RunStatus.Complete, "Two");

        (await _yttl.RunAsync("runs", "show", "3f2")).Output.ShouldStartWith("3f2a00000001  complete  ");
        (await _yttl.RunAsync("runs", "show", "3f2:1")).Output.ShouldStartWith("3f2a00000001:1  complete  ");
        var ambiguous = await _yttl.RunAsync("runs", "delete", "3f");
        ambiguous.ExitCode.ShouldBe(1);
        ambiguous.ErrorLines.ShouldBe(
            ["yttl: '3f' is the beginning of 2 runs: 3f2a00000001, 3f3b00000002; give more of the id"]);
    }

    [Fact]
    public async Task A_run_is_deleted_by_its_id_or_by_enough_of_it()
    {
        await EndAsync("3f2a00000001", RunStatus.Complete, "One");
        await EndAsync("3f3b00000002", RunStatus.Complete, "Two");
        await EndAsync("3f3b", RunStatus.Complete, "Three");

        var shortened = await _yttl.RunAsync("runs", "delete", "3f2a0");
        shortened.ExitCode.ShouldBe(1);
        shortened.ErrorLines.ShouldBe(
        [
            "yttl: '3f2a0' is too short to delete a run by: it would be 3f2a00000001  One; "
            + "give its id, or the first 6 letters or more",
        ]);
        (await _yttl.RunAsync("runs", "delete", "3f2a00")).ErrorLines.ShouldBe(["deleted: 3f2a00000001  One"]);
        (await _yttl.RunAsync("runs", "delete", "3f3b")).ErrorLines.ShouldBe(["deleted: 3f3b  Three"]);
        (await IdsAsync()).ShouldBe(["3f3b00000002"]);
    }

    [Fact]
    public async Task A_failed_attempt_is_a_note_on_the_run_that_it_repeats()
    {
        await EndAsync("3f2a00000001", RunStatus.Complete, "One");
        await EndAsync("3f2a00000001", RunStatus.Failed, "One");

        (await _yttl.RunAsync("runs", "list")).Output.ShouldEndWith("  One (last attempt: failed)\n");
        (await _yttl.RunAsync("runs", "show", "3f2")).Output
            .ShouldMatch(@"note: an attempt at [-0-9]+ [0-9:]+ failed: it broke; the earlier result stays\n$");
        var json = await _yttl.RunAsync("runs", "show", "3f2", "--json");
        using var document = JsonDocument.Parse(json.Output);
        var run = document.RootElement.GetProperty("runs")[0];
        run.GetProperty("state").GetString().ShouldBe("complete");
        run.GetProperty("result").GetProperty("status").GetString().ShouldBe("complete");
        run.GetProperty("attempt").GetProperty("failure").GetProperty("code").GetString().ShouldBe("a.code");
    }

    [Fact]
    public async Task A_mistyped_source_is_no_run()
    {
        (await _yttl.RunAsync("summarize", _home.PathOf("none.vtt"))).ExitCode.ShouldBe(1);

        (await IdsAsync()).ShouldBeEmpty();
        Directory.GetFiles(_home.PathOf("home/runs"), "*.json*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_whose_source_is_gone_keeps_its_record()
    {
        var talk = _home.Write("talk.vtt", "WEBVTT\n\n00:00.000 --> 00:09.000\nHello there.\n");
        (await _yttl.RunAsync("summarize", talk, "--out", _home.PathOf("out"))).ExitCode.ShouldBe(0);
        File.Delete(talk);
        (await _yttl.RunAsync("summarize", talk, "--out", _home.PathOf("out"))).ExitCode.ShouldBe(1);

        (await IdsAsync("--state", "complete")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_attempt_leaves_the_performance_of_the_good_result()
    {
        var talk = _home.Write("talk.vtt", "WEBVTT\n\n00:00.000 --> 00:09.000\nHello there.\n");
        (await _yttl.RunAsync("summarize", talk, "-o", _home.PathOf("out"))).ExitCode.ShouldBe(0);
        var id = (await IdsAsync()).ShouldHaveSingleItem();
        var good = (await _yttl.RunAsync("runs", "show", id)).Output;
        good.ShouldContain("Total time");

        for (var attempt = 0; attempt < 2; attempt++)
            (await _yttl.RunAsync("summarize", talk, "-o", _home.Write("taken", ""))).ExitCode.ShouldBe(1);
        var after = (await _yttl.RunAsync("runs", "show", id)).Output;

        after.Split('\n').Where(line => !line.Contains("an attempt at", StringComparison.Ordinal)).ShouldBe(good.Split('\n'));

        (await _yttl.RunAsync("summarize", talk, "-o", _home.PathOf("out"))).ExitCode.ShouldBe(0);
        (await _yttl.RunAsync("runs", "show", id)).Output.ShouldContain("Remembered");
        Directory.GetFiles(_home.PathOf("home/runs"), "*.kept.jsonl").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_never_started_has_no_performance()
    {
        (await _yttl.RunAsync("summarize", _home.Write("empty.vtt", ""))).ExitCode.ShouldBe(1);
        var id = (await IdsAsync()).ShouldHaveSingleItem();

        var ran = await _yttl.RunAsync("runs", "show", id);

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.ShouldContain("is empty");
        ran.Output.ShouldNotContain("Performance");
    }

    private async Task EndAsync(string id, RunStatus status, string? title, RunRequest? request = null)
    {
        var run = new RunId(id);
        if (run.IsRoot)
            await _runs.StartAsync(run, $"/talks/{id}.mp4", request ?? Extractive, default);
        await _runs.EndAsync(
            new VideoResult(
                run, $"/talks/{id}.mp4", status, "video", title, null, [], 0, [],
                status is RunStatus.Failed ? new Failure(FailureCategory.Api, "a.code", "It broke.") : null),
            default);
    }

    private async Task<IReadOnlyList<string>> IdsAsync(params string[] filters)
    {
        var ran = await _yttl.RunAsync(["runs", "list", "--json", .. filters]);
        ran.ExitCode.ShouldBe(0, ran.Error);
        using var document = JsonDocument.Parse(ran.Output);
        return [.. document.RootElement.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetString()!)];
    }
}
