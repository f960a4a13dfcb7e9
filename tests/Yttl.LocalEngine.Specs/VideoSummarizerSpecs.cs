using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Results;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.Workflows.Runs;

namespace Yttl.LocalEngine.Specs;

/// <summary>The whole pipeline as a program uses it: real files, a loopback model, no network.</summary>
public sealed class VideoSummarizerSpecs : IDisposable
{
    private static readonly RetrySettings NoRetries = new(MaxAttempts: 1, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_caption_file_becomes_a_report_without_any_model()
    {
        await using var summarizer = Extractive();

        var result = await SummarizeAsync(summarizer, Talk(minutes: 12));

        result.Status.ShouldBe(RunStatus.Complete);
        File.ReadAllText(result.Files.ShouldHaveSingleItem()).ShouldContain("<title>talk</title>");
        result.Notes.ShouldContain(note => note.Contains("without a language model", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_without_a_report_deletes_the_half_written_one_of_a_run_that_was_killed()
    {
        Directory.CreateDirectory(_folder.PathOf("reports"));
        var left = _folder.Write($"reports/.talk-764e47.html.{new string('a', 32)}", "<html>");
        var own = _folder.Write("reports/.talk.html", "mine");
        await using var summarizer = Extractive();

        var result = await SummarizeAsync(
            summarizer, _folder.Write("empty.vtt", "WEBVTT"), options => options with { OutputFolder = _folder.PathOf("reports") });

        result.Status.ShouldBe(RunStatus.Failed);
        File.Exists(left).ShouldBeFalse();
        File.Exists(own).ShouldBeTrue();
    }

    [Fact]
    public async Task A_worse_report_replaces_a_better_one_in_its_folder_with_a_note_alone()
    {
        const string Said = "This report replaces a better one: complete, written by ";
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        await using var written = With(model);
        await using var extractive = Extractive();
        var talk = Talk(minutes: 12);

        var first = await SummarizeAsync(extractive, talk);
        var better = await SummarizeAsync(written, talk);
        var again = await SummarizeAsync(written, talk);
        var worse = await SummarizeAsync(extractive, talk);
        var same = await SummarizeAsync(extractive, talk);

        worse.Files.ShouldBe(better.Files);
        worse.Notes.ShouldContain(note => note.StartsWith(Said, StringComparison.Ordinal)
            && note.Contains(better.RunId.Value, StringComparison.Ordinal));
        new[] { first, better, again, same }.SelectMany(result => result.Notes)
            .ShouldNotContain(note => note.StartsWith(Said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_by_the_fallback_alone_is_worse_than_a_complete_one_of_any_author()
    {
        const string Said = "This report replaces a better one: complete, written by ";
        await using var good = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        await using var written = With(good);
        await using var broken = new VideoSummarizer(Settings(
            new LanguageModelSettings("local", new Uri("http://127.0.0.1:9/v1"), "loopback", null, 5, NoRetries)));
        await using var extractive = Extractive();
        var talk = Talk(minutes: 12);

        await SummarizeAsync(extractive, talk);
        var overExtractive = await SummarizeAsync(broken, talk);
        await SummarizeAsync(written, talk);
        var overModel = await SummarizeAsync(broken, talk, options => options with { Length = SummaryLength.Short });
        var better = await SummarizeAsync(written, talk);

        (overExtractive.Status, overModel.Status).ShouldBe((RunStatus.Partial, RunStatus.Partial));
        overExtractive.Notes.ShouldContain(note => note.StartsWith($"{Said}extractive at ", StringComparison.Ordinal));
        overModel.Notes.ShouldContain(note => note.StartsWith($"{Said}local loopback at ", StringComparison.Ordinal));
        better.Notes.ShouldNotContain(note => note.StartsWith(Said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repetition_that_cannot_write_its_report_leaves_the_run_as_it_was()
    {
        await using var summarizer = Extractive();
        var talk = Talk(minutes: 2);
        var good = await SummarizeAsync(summarizer, talk);
        var taken = _folder.Write("taken", "a file where a folder is wanted");

        var failed = await SummarizeAsync(summarizer, talk, options => options with { OutputFolder = taken });

        (failed.Status, failed.RunId).ShouldBe((RunStatus.Failed, good.RunId));
        var record = Runs().Find(good.RunId)!;
        (record.State, record.Result!.Report).ShouldBe((RunStatus.Complete, good.Report));
        record.Attempt!.Failure!.Code.ShouldBe("output.unwritable");
        record.Request!.Options.OutputFolder.ShouldNotBe(taken);
    }

    [Fact]
    public async Task Every_segment_hour_and_the_whole_are_asked_for_once_and_the_words_reach_the_model()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        await using var summarizer = With(model);

        var result = await SummarizeAsync(summarizer, Talk(minutes: 130));

        result.Status.ShouldBe(RunStatus.Complete);
        model.Calls.Count.ShouldBe(26 + 3 + 1);
        for (var minute = 0; minute < 130; minute++)
            model.Calls.Count(call => call.User.Contains($"minute {minute}.", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_segment_that_the_model_refuses_is_a_gap_and_the_rest_is_summarised()
    {
        await using var model = await LoopbackModel.StartAsync(call =>
            call.User.Contains("minute 7.", StringComparison.Ordinal) ? ModelAnswer.Refusal : ModelAnswer.Text("A point is made."));
        await using var summarizer = With(model);

        var result = await SummarizeAsync(summarizer, Talk(minutes: 20));

        result.Status.ShouldBe(RunStatus.Partial);
        var report = await ReportAsync(result);
        var gap = report.Gaps.ShouldHaveSingleItem();
        gap.ShouldSatisfyAllConditions(
            () => gap.Stage.ShouldBe("segment"),
            () => gap.Start.ShouldBe(TimeSpan.FromMinutes(5)),
            () => gap.Category.ShouldBe(FailureCategory.Api));
        report.Hours[0].Segments.Select(segment => segment.Status).ShouldBe(
            [SummaryStatus.Ok, SummaryStatus.Failed, SummaryStatus.Ok, SummaryStatus.Ok]);
    }

    [Fact]
    public async Task When_the_provider_is_down_the_extractive_summariser_stands_in_and_the_report_says_so()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Error(401));
        await using var summarizer = With(model);

        var result = await SummarizeAsync(summarizer, Talk(minutes: 11));

        result.Status.ShouldBe(RunStatus.Partial);
        var report = await ReportAsync(result);
        report.Hours[0].Segments.ShouldAllBe(segment =>
            segment.Status == SummaryStatus.Fallback && segment.Summary.Length > 0
            && segment.Failure!.Category == FailureCategory.Authentication);
        (report.Fallbacks, report.Gaps.Count, result.Gaps).ShouldBe((2 + 1 + 1, 0, 0)); // segments, the hour, the whole
        report.WrittenBy.ShouldBe(new ReportWriter("extractive", null));
        report.Overall.Summary.ShouldStartWith(result.Lead!);
    }

    [Fact]
    public async Task While_the_provider_is_down_another_that_is_allowed_writes_and_the_report_says_who()
    {
        await using var down = await LoopbackModel.StartAsync(ModelAnswer.Error(401));
        await using var other = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        var chosen = new LanguageModelSettings("openai", down.BaseUrl, "loopback", "sk-1", 5, NoRetries);
        await using var summarizer = new VideoSummarizer(Settings(chosen) with
        {
            LanguageModelFallbacks = [chosen with { Provider = "local", BaseUrl = other.BaseUrl }],
        });

        var result = await SummarizeAsync(summarizer, Talk(minutes: 11));

        result.Status.ShouldBe(RunStatus.Complete);
        other.Calls.Count.ShouldBe(3);
        (await ReportAsync(result)).WrittenBy.ShouldBe(new ReportWriter("local", null));
        result.Notes.ShouldContain("3 of 4 summaries were written by local, as the provider chosen was down.");
    }

    [Fact]
    public async Task A_number_of_concurrent_calls_means_exactly_that_across_videos()
    {
        var gate = new TaskCompletionSource();
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        model.Gate = gate.Task;
        await using var summarizer = With(model, concurrent: 3);

        var first = SummarizeAsync(summarizer, Talk(minutes: 30, "a.vtt"));
        var second = SummarizeAsync(summarizer, Talk(minutes: 30, "b.vtt"));
        await model.CalledAsync(times: 3);
        gate.SetResult();
        await Task.WhenAll(first, second);

        model.PeakConcurrency.ShouldBe(3);
    }

    [Fact]
    public async Task Sequential_means_one_call_at_a_time()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        await using var summarizer = With(model);

        await SummarizeAsync(summarizer, Talk(minutes: 30), options => options with { Sequential = true });

        model.PeakConcurrency.ShouldBe(1);
    }

    [Fact]
    public async Task Cancelling_ends_the_calls_and_leaves_no_report_behind()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Hang);
        await using var summarizer = With(model);
        using var cancel = new CancellationTokenSource();

        var running = SummarizeAsync(summarizer, Talk(minutes: 30), cancellationToken: cancel.Token);
        await model.CalledAsync(times: 1);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(running);
        Directory.Exists(_folder.PathOf("out")).ShouldBeFalse();
        Runs().NewestFirst(_ => { }).ShouldHaveSingleItem().State.ShouldBe(RunStatus.Terminated);
    }

    [Fact]
    public async Task The_same_source_with_the_same_options_is_the_same_run()
    {
        await using var summarizer = Extractive();
        var talk = Talk(minutes: 3);

        var first = await SummarizeAsync(summarizer, talk);
        var elsewhere = await SummarizeAsync(summarizer, talk, options => options with { OutputFolder = _folder.PathOf("elsewhere") });
        var shorter = await SummarizeAsync(summarizer, talk, options => options with { Length = SummaryLength.Short });

        elsewhere.RunId.ShouldBe(first.RunId);
        shorter.RunId.ShouldNotBe(first.RunId);
    }

    [Fact]
    public async Task Another_model_file_at_the_same_path_is_another_run()
    {
        var path = _folder.Write("model.gguf", "one");
        var none = Settings(new LanguageModelSettings("local", null, path, null, 1, NoRetries)) with
        {
            LocalModel = new LocalModelSettings { Server = _folder.PathOf("no-server") },
        };
        await using var summarizer = new VideoSummarizer(none);
        var talk = Talk(minutes: 3);

        var first = await SummarizeAsync(summarizer, talk);
        var again = await SummarizeAsync(summarizer, talk);
        _folder.Write("model.gguf", "two");
        var other = await SummarizeAsync(summarizer, talk);

        again.RunId.ShouldBe(first.RunId);
        other.RunId.ShouldNotBe(first.RunId);
    }

    [Fact]
    public async Task A_run_whose_time_is_up_asks_no_model_and_the_next_one_does_what_is_missing()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        await using var summarizer = With(model);
        var talk = Talk(minutes: 20);

        var first = await SummarizeAsync(summarizer, talk, options => options with { TimeLimit = TimeSpan.Zero });
        var asked = model.Calls.Count;
        var second = await SummarizeAsync(summarizer, talk);

        asked.ShouldBe(0);
        first.Failure!.Code.ShouldBe("run.time-up");
        second.Status.ShouldBe(RunStatus.Complete);
        second.RunId.ShouldBe(first.RunId);
    }

    [Fact]
    public async Task The_report_measures_its_own_run()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made.", inputTokens: 7, outputTokens: 2));
        await using var summarizer = With(model);

        var report = await ReportAsync(await SummarizeAsync(summarizer, Talk(minutes: 20)));

        var performance = report.Performance.ShouldNotBeNull();
        performance.SegmentsProcessed.ShouldBe(4);
        performance.Tokens.ShouldBe(new TokenUsage(7 * 5, 2 * 5)); // four segments and their hour
        performance.ConcurrencyPeak.ShouldBeInRange(1, 5);
        performance.Phases.Select(phase => phase.Name).ShouldContain("summarize-segment");
    }

    [Fact]
    public async Task Every_result_is_told_once_and_its_record_is_there_by_then()
    {
        await using var summarizer = Extractive();
        var told = new List<(VideoResult Result, RunStatus State)>();
        var progress = new Told(result => told.Add((result, Runs().Find(result.RunId)!.State)));

        var results = await summarizer.SummarizeAsync(
            Talk(minutes: 3), new SummarizeOptions { OutputFolder = _folder.PathOf("out") }, progress, default);

        told.ShouldBe([(results.ShouldHaveSingleItem(), RunStatus.Complete)]);
    }

    private sealed class Told(Action<VideoResult> ended) : IProgress<RunUpdate>
    {
        public void Report(RunUpdate value)
        {
            if (value.Result is { } result)
                ended(result);
        }
    }

    private VideoSummarizer Extractive() => new(Settings(null));

    private VideoSummarizer With(LoopbackModel model, int concurrent = 5) =>
        new(Settings(new LanguageModelSettings("local", model.BaseUrl, "loopback", null, concurrent, NoRetries)));

    private HostSettings Settings(LanguageModelSettings? model) =>
        new(_folder.PathOf("home"), new Toolset(), new YtDlpSettings(), model);

    private RunStore Runs() => new(_folder.PathOf("home"), TimeProvider.System);

    private async Task<VideoResult> SummarizeAsync(
        VideoSummarizer summarizer,
        string source,
        Func<SummarizeOptions, SummarizeOptions>? change = null,
        CancellationToken cancellationToken = default)
    {
        var options = new SummarizeOptions { OutputFolder = _folder.PathOf("out") };
        var results = await summarizer.SummarizeAsync(source, change?.Invoke(options) ?? options, null, cancellationToken);
        return results.ShouldHaveSingleItem();
    }

    private async Task<Report> ReportAsync(VideoResult result)
    {
        return await StoredReport.ReadAsync(_folder.PathOf("home"), result.Report!.Value);
    }

    /// <summary>One cue a minute, which says its minute.</summary>
    private string Talk(int minutes, string name = "talk.vtt") => _folder.Write(name, "WEBVTT\n" + string.Concat(
        Enumerable.Range(0, minutes).Select(minute =>
            $"\n{minute / 60:00}:{minute % 60:00}:00.000 --> {minute / 60:00}:{minute % 60:00}:59.000\n"
            + $"This is minute {minute}. It is about the stars.\n")));
}
