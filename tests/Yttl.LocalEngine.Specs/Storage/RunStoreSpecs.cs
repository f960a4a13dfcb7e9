using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Segments;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Specs.Storage;

public sealed class RunStoreSpecs : IDisposable
{
    private static readonly RunId Id = new("3f2a");

    private readonly TempFolder _home = new();
    private readonly ManualTime _time = new();
    private readonly List<string> _leftOut = [];
    private readonly RunStore _runs;

    public RunStoreSpecs() => _runs = new RunStore(_home.Path, _time);

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_run_is_recorded_from_its_start_to_its_end()
    {
        var started = await _runs.StartAsync(Id, "talk.mp4", null, default);
        _time.Advance(TimeSpan.FromMinutes(3));
        await _runs.EndAsync(Result(Id, RunStatus.Partial), default);

        var ended = _runs.Find(Id);

        started.State.ShouldBe(RunStatus.Running);
        ended.ShouldNotBeNull().ShouldSatisfyAllConditions(
            run => run.State.ShouldBe(RunStatus.Partial),
            run => run.Started.ShouldBe(started.Started),
            run => run.Ended.ShouldBe(started.Started + TimeSpan.FromMinutes(3)),
            run => run.Result!.Notes.ShouldBe(["a note"]),
            run => run.Result!.Failure.ShouldBe(new Failure(FailureCategory.Api, "a.code", "Failed.")));
    }

    [Theory]
    [InlineData("running", RunStatus.Running)]
    [InlineData("complete", RunStatus.Complete)]
    [InlineData("partial", RunStatus.Partial)]
    [InlineData("failed", RunStatus.Failed)]
    [InlineData("terminated", RunStatus.Terminated)]
    public async Task A_record_that_the_first_version_wrote_is_read(string word, RunStatus state)
    {
        Directory.CreateDirectory(_home.PathOf("runs"));
        _home.Write("runs/e2ff1381baaa.json", $$"""
            {
              "id": "e2ff1381baaa", "source": "/talks/longitude.en.vtt", "state": "{{word}}",
              "started": "2026-11-30T09:37:40.1429677+00:00", "ended": "2026-11-30T09:37:43.6255245+00:00",
              "result": {
                "runId": "e2ff1381baaa", "source": "/talks/longitude.en.vtt", "status": "complete",
                "id": "longitude.en-c5c2f7", "title": "longitude.en",
                "report": "055802bcf3a2713aa719c76d6f3781422da1925f257abe2ddb07b0f12892c42d",
                "files": ["/talks/summaries/longitude.en-c5c2f7.html", "/talks/summaries/longitude.en-c5c2f7.md"],
                "gaps": 0, "notes": ["A note."], "failure": null, "retries": 0, "errors": []
              },
              "request": {
                "options": {
                  "language": null, "outputLanguage": null,
                  "listening": {
                    "force": true, "silence": { "threshold": null, "minLength": "00:00:00.5000000" },
                    "chunks": { "strategy": "adaptive", "fixedLength": "00:05:00" }
                  },
                  "length": "medium", "style": "narrative", "instructions": null, "playlist": false, "sponsorBlock": [],
                  "outputFolder": "/talks/summaries", "formats": ["html", "md"], "sequential": false,
                  "timeLimit": "1.00:00:00", "reuse": 0
                },
                "provider": "extractive", "model": "", "address": null, "speech": null
              }
            }
            """);

        var run = _runs.Find(new RunId("e2ff1381baaa")).ShouldNotBeNull();

        run.State.ShouldBe(state);
        run.Result!.Status.ShouldBe(RunStatus.Complete);
        run.Request!.Options.Formats.ShouldBe([ReportFormat.Html, ReportFormat.Markdown]);
        run.Request.Options.TimeLimit.ShouldBe(TimeSpan.FromDays(1));
        run.Request.Options.Speech.Force.ShouldBeTrue();
        run.Request.Options.Sections.ShouldBe(SectionOptions.Default);
    }

    [Fact]
    public async Task A_run_that_the_user_stopped_keeps_what_an_earlier_one_achieved()
    {
        await _runs.EndAsync(Result(Id, RunStatus.Complete), default);
        await _runs.StartAsync(Id, "talk.mp4", null, default);

        var run = await _runs.TerminateAsync(Id, default);

        run.ShouldNotBeNull().State.ShouldBe(RunStatus.Complete);
        run.Result.ShouldNotBeNull().Status.ShouldBe(RunStatus.Complete);
        run.Attempt.ShouldNotBeNull().State.ShouldBe(RunStatus.Terminated);
    }

    [Theory]
    [InlineData(RunStatus.Complete)]
    [InlineData(RunStatus.Partial)]
    public async Task A_repetition_that_fails_is_noted_on_the_run_and_its_good_result_stays(RunStatus good)
    {
        var first = await _runs.StartAsync(Id, "talk.mp4", Request("/talks/summaries"), default);
        _time.Advance(TimeSpan.FromMinutes(3));
        var before = await _runs.EndAsync(Result(Id, good), default);
        _time.Advance(TimeSpan.FromHours(1));
        var again = await _runs.StartAsync(Id, "talk.mp4", Request("/proc/foo"), default);
        await _runs.EndAsync(Result(Id, RunStatus.Failed), default);

        var run = _runs.Find(Id).ShouldNotBeNull();

        again.State.ShouldBe(RunStatus.Running);
        (run.State, run.Started, run.Ended).ShouldBe((good, first.Started, before.Ended));
        run.Result!.Status.ShouldBe(good);
        run.Request!.Options.OutputFolder.ShouldBe("/talks/summaries");
        run.Attempt.ShouldNotBeNull().State.ShouldBe(RunStatus.Failed);
        run.Attempt.Started.ShouldBe(first.Started + TimeSpan.FromMinutes(63));
        run.Attempt.Failure!.Code.ShouldBe("a.code");
    }

    [Fact]
    public async Task A_video_of_a_list_keeps_its_good_result_too()
    {
        var video = Id.Child(0);
        await _runs.EndAsync(Result(video, RunStatus.Complete), default);
        await _runs.EndAsync(Result(video, RunStatus.Failed), default);

        var run = _runs.Find(video).ShouldNotBeNull();

        (run.State, run.Attempt?.State).ShouldBe((RunStatus.Complete, RunStatus.Failed));
    }

    [Fact]
    public async Task A_repetition_with_a_report_replaces_the_result_and_leaves_no_note()
    {
        await _runs.StartAsync(Id, "talk.mp4", Request("/talks/summaries"), default);
        await _runs.EndAsync(Result(Id, RunStatus.Complete), default);
        await _runs.StartAsync(Id, "talk.mp4", Request("/proc/foo"), default);
        await _runs.EndAsync(Result(Id, RunStatus.Failed), default);
        _time.Advance(TimeSpan.FromHours(1));
        var again = await _runs.StartAsync(Id, "talk.mp4", Request("/talks/elsewhere"), default);
        _time.Advance(TimeSpan.FromMinutes(1));
        await _runs.EndAsync(Result(Id, RunStatus.Partial), default);

        var run = _runs.Find(Id).ShouldNotBeNull();

        (run.State, run.Started, run.Attempt).ShouldBe((RunStatus.Partial, again.Attempt!.Started, null));
        run.Request!.Options.OutputFolder.ShouldBe("/talks/elsewhere");
    }

    [Fact]
    public async Task Runs_are_listed_newest_first()
    {
        foreach (var id in new[] { "b", "a", "c" })
        {
            await _runs.StartAsync(new RunId(id), "talk.mp4", null, default);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        _runs.NewestFirst(_leftOut.Add).ToList().Select(run => run.Id.Value).ShouldBe(["c", "a", "b"]);
    }

    [Fact]
    public async Task A_home_without_runs_lists_none()
    {
        new RunStore(_home.PathOf("nowhere"), _time).NewestFirst(_leftOut.Add).ShouldBeEmpty();
        _leftOut.ShouldBeEmpty();
        _runs.Find(Id).ShouldBeNull();
        (await _runs.TerminateAsync(Id, default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "id": "x", "source": "talk.mp4", "sta""")]
    public async Task A_record_that_cannot_be_read_is_left_out_with_a_reason(string content)
    {
        await _runs.StartAsync(Id, "talk.mp4", null, default);
        var path = _home.Write("runs/broken.json", content);

        _runs.NewestFirst(_leftOut.Add).ToList().ShouldHaveSingleItem().Id.ShouldBe(Id);
        _leftOut.ShouldHaveSingleItem().ShouldContain(path);
    }

    [Theory]
    [InlineData("\"talk.mp4\"", "null")]
    [InlineData("\"running\"", "\"dreaming\"")]
    [InlineData("\"started\"", "\"begun\"")]
    public async Task A_record_that_says_something_else_is_left_out_too(string text, string replacement)
    {
        await _runs.StartAsync(Id, "talk.mp4", null, default);
        var content = await File.ReadAllTextAsync(_home.PathOf("runs/3f2a.json"));
        content.ShouldContain(text);
        _home.Write("runs/3f2a.json", content.Replace(text, replacement, StringComparison.Ordinal));

        _runs.NewestFirst(_leftOut.Add).ToList().ShouldBeEmpty();
        _leftOut.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Entries_without_a_run_of_their_own_are_one_file_however_many_they_are()
    {
        await _runs.StartAsync(Id, "a list", null, default);
        await _runs.EndAsync(Result(Id.Child(1), RunStatus.Complete), default);
        await _runs.WriteEntriesAsync(
            Id, [.. Enumerable.Range(0, 5_000).Select(i => Result(Id.Child(i), RunStatus.Failed))], default);
        await _runs.EndAsync(Result(Id, RunStatus.Partial), default);

        var files = Directory.GetFiles(_home.PathOf("runs"));

        files.Select(Path.GetFileName).ShouldBe(["3f2a.json", "3f2a%3A1.json", "3f2a.entries"], ignoreOrder: true);
        var below = _runs.ListBelow(Id, _leftOut.Add);
        below.Select(run => run.Id).ShouldBe(Enumerable.Range(0, 5_000).Select(Id.Child));
        below[1].State.ShouldBe(RunStatus.Complete);
        below[2].State.ShouldBe(RunStatus.Failed);
        _runs.FindEntry(Id.Child(4_999)).ShouldNotBeNull().Result!.Failure.ShouldNotBeNull();
        _runs.FindEntry(Id.Child(5_000)).ShouldBeNull();

        await _runs.WriteEntriesAsync(Id, [], default);
        _runs.ListBelow(Id, _leftOut.Add).ShouldHaveSingleItem();
        _leftOut.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_is_deleted_leaves_no_file()
    {
        await _runs.StartAsync(Id, "a list", null, default);
        using (_runs.TryLock(Id).ShouldNotBeNull())
            await _runs.WriteEntriesAsync(Id, [Result(Id.Child(0), RunStatus.Failed)], default);

        _runs.Delete(Id).ShouldBeTrue();

        Directory.GetFiles(_home.PathOf("runs")).Select(Path.GetFileName).ShouldBe([".lock"]);
        using var again = _runs.TryLock(Id).ShouldNotBeNull();
        _runs.TryLock(Id).ShouldBeNull();
    }

    [Fact]
    public async Task A_record_with_an_edited_letter_is_told_once_set_aside_and_not_used()
    {
        var told = new List<string>();
        var runs = new RunStore(_home.Path, _time, told.Add);
        await runs.StartAsync(Id, "talk.mp4", Request("/talks/summaries"), default);
        var path = _home.PathOf("runs/3f2a.json");
        var edited = (await File.ReadAllTextAsync(path)).Replace("talk.mp4", "walk.mp4", StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, edited);

        runs.Find(Id).ShouldBeNull();
        runs.Find(Id).ShouldBeNull();

        told.ShouldHaveSingleItem().ShouldContain("is damaged");
        File.Exists(path).ShouldBeFalse();
        (await File.ReadAllTextAsync(path + ".damaged")).ShouldBe(edited);
        runs.NewestFirst(_leftOut.Add).ShouldBeEmpty();
        (await runs.StartAsync(Id, "talk.mp4", null, default)).Request.ShouldBeNull();
        runs.Delete(Id).ShouldBeTrue();
        File.Exists(path + ".damaged").ShouldBeFalse();
    }

    [Fact]
    public async Task A_record_is_read_as_it_was_written_whichever_bit_of_it_turns_over()
    {
        await _runs.StartAsync(Id, "talk.mp4", Request("/talks/summaries"), default);
        var path = _home.PathOf("runs/3f2a.json");
        var file = await File.ReadAllBytesAsync(path);
        var whole = _runs.Find(Id)!.ToString();

        for (var index = 0; index < file.Length; index++)
        {
            byte[] damaged = [.. file];
            damaged[index] ^= (byte)(1 << index % 8);
            await File.WriteAllBytesAsync(path, damaged);
            (RunFile.Read(path).Record?.ToString() ?? whole).ShouldBe(whole, $"byte {index}");
        }
    }

    [Fact]
    public async Task A_record_without_a_checksum_is_of_an_earlier_version_which_reads_one_with_a_checksum_too()
    {
        await _runs.StartAsync(Id, "talk.mp4", Request("/talks/summaries"), default);
        var path = _home.PathOf("runs/3f2a.json");
        var record = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(path), LocalJson.Default.RunRecord)!;
        await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(record, LocalJson.Default.RunRecord));

        _runs.Find(Id).ShouldNotBeNull().Request!.Options.OutputFolder.ShouldBe("/talks/summaries");
        await _runs.TerminateAsync(Id, default);

        (await File.ReadAllTextAsync(path)).ShouldStartWith("{\"checksum\":\"");
        _runs.Find(Id).ShouldNotBeNull().State.ShouldBe(RunStatus.Terminated);
    }

    [Fact]
    public async Task The_runs_below_a_run_are_read_in_order_and_no_others_are()
    {
        foreach (var id in new[] { "3f2a", "3f2a:10", "3f2a:9", "3f2a1:1" })
            await _runs.StartAsync(new RunId(id), "talk.mp4", null, default);
        _home.Write("runs/3f2b%3A1.json", "damaged");

        _runs.ListBelow(Id, _leftOut.Add).Select(run => run.Id.Value).ShouldBe(["3f2a:9", "3f2a:10"]);

        _leftOut.ShouldBeEmpty();
        _home.Write("runs/3f2a%3A11.json", "damaged");
        _runs.ListBelow(Id, _leftOut.Add).Count.ShouldBe(2);
        _leftOut.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_damaged_record_is_replaced_by_the_next_run()
    {
        Directory.CreateDirectory(_home.PathOf("runs"));
        _home.Write("runs/3f2a.json", "{");

        await _runs.StartAsync(Id, "talk.mp4", null, default);

        _runs.Find(Id).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("3f2a:17", "3f2a%3A17.json")]
    [InlineData("../../etc/passwd", "..%2F..%2Fetc%2Fpasswd.json")]
    [InlineData("3f2a-2", "3f2a-2.json")]
    public async Task The_file_of_a_run_stays_in_its_folder(string id, string file)
    {
        await _runs.StartAsync(new RunId(id), "talk.mp4", null, default);

        Directory.EnumerateFiles(_home.PathOf("runs")).Select(Path.GetFileName).ShouldBe([file]);
        _runs.Find(new RunId(id))!.Id.Value.ShouldBe(id);
    }

    [Fact]
    public async Task Long_ids_that_begin_alike_have_files_of_their_own()
    {
        var ids = new[] { new string('x', 500) + "1", new string('x', 500) + "2" };
        foreach (var id in ids)
            await _runs.StartAsync(new RunId(id), "talk.mp4", null, default);

        _runs.NewestFirst(_leftOut.Add).ToList().Select(run => run.Id.Value).ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_is_a_clear_failure()
    {
        var runs = new RunStore(_home.Write("file", ""), _time);

        var failure = (await Should.ThrowAsync<YttlException>(() => runs.StartAsync(Id, "talk.mp4", null, default))).Failure;

        failure.Code.ShouldBe("run.write");
        failure.Message.ShouldContain("3f2a");
    }

    private static RunRequest Request(string folder) =>
        new(new SummarizeOptions { OutputFolder = folder }, "extractive", "");

    private static VideoResult Result(RunId id, RunStatus status) => new(
        id, "talk.mp4", status, "talk", "A talk", null, [], 0, ["a note"],
        new Failure(FailureCategory.Api, "a.code", "Failed."));
}
