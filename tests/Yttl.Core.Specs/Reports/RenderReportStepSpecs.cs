using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Reports;

public sealed class RenderReportStepSpecs : IDisposable
{
    private readonly InMemoryArtifactStore _artifacts = new();
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_format_gets_its_file_in_the_order_asked_for()
    {
        var outcome = await RunAsync(_folder.PathOf("new/deeper"), ReportFormat.Markdown, ReportFormat.Html, ReportFormat.Json,
            ReportFormat.SubRip, ReportFormat.WebVtt, ReportFormat.Html);
        outcome.Failure.ShouldBeNull();
        outcome.Status.ShouldBe(RunStatus.Complete);
        outcome.Files.Select(Path.GetFileName).ShouldBe(["talk.md", "talk.html", "talk.json", "talk.srt", "talk.vtt"]);
        Directory.GetFileSystemEntries(_folder.PathOf("new/deeper")).ShouldBe(outcome.Files, ignoreOrder: true);
        outcome.Files.ShouldAllBe(file => new FileInfo(file).Length > 0);
    }

    [Fact]
    public async Task The_report_is_stored_with_its_performance()
    {
        var performance = SampleReports.Small().Performance!;
        var outcome = await new RenderReportStep(_artifacts, _ => Task.FromResult<ReportPerformance?>(performance))
            .RunAsync(await RequestAsync(_folder.Path, [ReportFormat.Html]), CancellationToken.None);
        var report = await _artifacts.ReadJsonAsync(outcome.Report!.Value, ReportsJson.Default.Report, CancellationToken.None);
        report.Performance!.TotalSeconds.ShouldBe(12.345);
        report.Overall.Summary.ShouldBe("It was said.");
    }

    [Fact]
    public async Task A_second_run_replaces_the_first_one_s_files()
    {
        await RunAsync(_folder.Path, ReportFormat.Html);
        var file = (await RunAsync(_folder.Path, ReportFormat.Html)).Files.ShouldHaveSingleItem();
        Directory.GetFileSystemEntries(_folder.Path).ShouldBe([file]);
    }

    [Fact]
    public async Task What_a_killed_run_left_half_written_goes_and_what_another_writes_now_stays()
    {
        _folder.Write(".talk.html.0123456789abcdef0123456789abcdef", "<html>");
        _folder.Write(".other.srt.fedcba9876543210fedcba9876543210", "1");
        _folder.Write(".profile", "the user's");
        _folder.Write(".notes.html.draft", "the user's");
        var writing = _folder.PathOf(".more.md.00000000000000000000000000000000");
        using (new FileStream(writing, FileMode.CreateNew, FileAccess.Write, FileShare.Delete))
            await RunAsync(_folder.Path, ReportFormat.Html);

        Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).ShouldBe(
            ["talk.html", ".profile", ".notes.html.draft", Path.GetFileName(writing)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_an_outcome_of_one_line()
    {
        var outcome = await RunAsync(_folder.Write("taken", ""), ReportFormat.Html);
        outcome.Failure!.Code.ShouldBe("output.unwritable");
        outcome.Failure.Category.ShouldBe(FailureCategory.Input);
        outcome.Failure.Message.ShouldContain("taken");
        outcome.Failure.Message.ShouldNotContain('\n');
        outcome.Status.ShouldBe(RunStatus.Failed);
        outcome.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_is_taken_by_a_folder_leaves_nothing_behind()
    {
        Directory.CreateDirectory(_folder.PathOf("talk.html"));
        (await RunAsync(_folder.Path, ReportFormat.Html)).Failure!.Code.ShouldBe("output.unwritable");
        Directory.GetFileSystemEntries(_folder.Path).ShouldBe([_folder.PathOf("talk.html")]);
    }

    [Fact]
    public async Task A_disk_that_fills_up_halfway_leaves_nothing_behind_and_the_old_file_whole()
    {
        var old = _folder.Write("talk.html", "old");
        var full = new IOException("No space left on device", 28);
        await Should.ThrowAsync<IOException>(new OutputFolder(_folder.Path).WriteAsync(
            [("talk.md", WriteSome), ("talk.html", async stream => { await WriteSome(stream); throw full; })],
            CancellationToken.None));
        Directory.GetFileSystemEntries(_folder.Path).ShouldBe([old]);
        File.ReadAllText(old).ShouldBe("old");
        OutputFolder.FailureOf(full, _folder.Path).Code.ShouldBe("output.disk-full");
        OutputFolder.FailureOf(full, _folder.Path).Category.ShouldBe(FailureCategory.Processing);
    }

    [Fact]
    public async Task Cancelling_leaves_nothing_behind()
    {
        using var cancellation = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(new OutputFolder(_folder.Path).WriteAsync(
            [("talk.md", async stream => { await WriteSome(stream); await cancellation.CancelAsync(); }), ("talk.html", WriteSome)],
            cancellation.Token));
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    private static async Task WriteSome(Stream stream) => await stream.WriteAsync(new byte[100_000]);

    private async Task<ReportOutcome> RunAsync(string folder, params ReportFormat[] formats) =>
        await new RenderReportStep(_artifacts).RunAsync(await RequestAsync(folder, formats), CancellationToken.None);

    private async Task<ReportRequest> RequestAsync(string folder, ReportFormat[] formats)
    {
        var video = new Video { Id = "talk", Title = "A talk", Extractor = "file" };
        var transcript = new Transcript(
            [new Cue(TimeSpan.Zero, SampleReports.Seconds(2), "Said.")], SampleReports.English, TranscriptSource.CaptionFile, null);
        var summary = await _artifacts.WriteJsonAsync(new Summary("It was said."), SummariesJson.Default.Summary, CancellationToken.None);
        var ok = new SummaryOutcome(SummaryStatus.Ok, summary, null, null, default);
        var end = SampleReports.Seconds(2);
        return new ReportRequest(
            await _artifacts.WriteJsonAsync(video, SourcesJson.Default.Video, CancellationToken.None),
            new TranscriptRef(
                await _artifacts.WriteJsonAsync(transcript, CaptionsJson.Default.Transcript, CancellationToken.None),
                SampleReports.English, 1, end),
            [new HourRef(0, TimeSpan.Zero, end, [new SegmentRef(0, TimeSpan.Zero, end, null)])],
            [ok], [ok], ok, [], [], formats, folder);
    }
}
