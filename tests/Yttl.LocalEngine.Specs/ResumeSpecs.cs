using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Runs;

namespace Yttl.LocalEngine.Specs;

/// <summary>What is finished is not done again: real files, a loopback model that counts its calls.</summary>
public sealed class ResumeSpecs : IDisposable
{
    private static readonly RetrySettings NoRetries = new(MaxAttempts: 1, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_command_again_asks_the_model_nothing_and_writes_the_same_report()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        var first = await ReportAsync(await SummarizeAsync(model, Talk()));
        var calls = model.Calls.Count;

        var second = await ReportAsync(await SummarizeAsync(model, Talk(), options => options with
        {
            OutputFolder = _folder.PathOf("elsewhere"),
            Formats = [ReportFormat.Markdown],
        }));

        model.Calls.Count.ShouldBe(calls);
        JsonOf(second).ShouldBe(JsonOf(first));
        first.Performance!.Reused.ShouldBe(0);
        second.Performance!.Reused.ShouldBe(calls + 3); // captions, sections, and the whole, which is its only hour
        Directory.GetFiles(_folder.PathOf("elsewhere")).ShouldHaveSingleItem().ShouldEndWith(".md");
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_where_it_was()
    {
        await using var model = await LoopbackModel.StartAsync(call =>
            call.Number < 2 ? ModelAnswer.Text("A point is made.") : ModelAnswer.Hang);
        using var stop = new CancellationTokenSource();
        var stopped = SummarizeAsync(model, Talk(), options => options with { Sequential = true }, cancellationToken: stop.Token);
        await model.CalledAsync(times: 3);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(stopped);

        await using var again = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        var result = await SummarizeAsync(again, Talk());

        result.Status.ShouldBe(RunStatus.Complete);
        again.Calls.Count.ShouldBe(3); // four segments and their hour, less two
    }

    [Fact]
    public async Task A_gap_is_filled_and_only_what_rests_on_it_is_written_anew()
    {
        await using var refusing = await LoopbackModel.StartAsync(call =>
            call.User.Contains("minute 7.", StringComparison.Ordinal)
                ? ModelAnswer.Refusal
                : ModelAnswer.Text("A point is made."));
        (await SummarizeAsync(refusing, Talk())).Status.ShouldBe(RunStatus.Partial);

        await using var willing = await LoopbackModel.StartAsync(ModelAnswer.Text("Another point is made."));
        var result = await SummarizeAsync(willing, Talk());

        result.Status.ShouldBe(RunStatus.Complete);
        willing.Calls.Count.ShouldBe(2); // the segment and its hour
        willing.Calls[0].User.ShouldContain("minute 7.");
    }

    [Fact]
    public async Task Another_model_reads_no_captions_again()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        await SummarizeAsync(model, Talk());

        var report = await ReportAsync(await SummarizeAsync(model, Talk(), name: "other"));

        report.Performance!.Reused.ShouldBe(2);
        model.Calls.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Prompts_that_hold_another_amount_are_sent_anew()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        await SummarizeAsync(model, Talk());

        await SummarizeAsync(model, Talk(), inputTokens: 9_000);

        model.Calls.Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_file_that_changed_is_new_even_where_it_kept_its_size()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        var talk = Talk();
        await SummarizeAsync(model, talk);
        await File.WriteAllTextAsync(talk, (await File.ReadAllTextAsync(talk)).Replace("minute 7.", "minute 8."));

        await SummarizeAsync(model, talk);

        model.Calls.Count.ShouldBe(5 + 1); // its segment; the hour rests on summaries alike
    }

    [Theory]
    [InlineData(Reuse.Nothing, 10)]
    [InlineData(Reuse.LookAgain, 5)]
    public async Task Who_wants_nothing_reused_gets_everything_made_anew(Reuse reuse, int calls)
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        await SummarizeAsync(model, Talk());

        await SummarizeAsync(model, Talk(), options => options with { Reuse = reuse });

        model.Calls.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task A_run_that_another_process_is_at_is_refused()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Hang);
        using var stop = new CancellationTokenSource();
        var first = SummarizeAsync(model, Talk(), cancellationToken: stop.Token);
        await model.CalledAsync(times: 1);

        var failure = (await Should.ThrowAsync<YttlException>(SummarizeAsync(model, Talk()))).Failure;

        failure.Code.ShouldBe("run.locked");
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
    }

    [Fact]
    public async Task A_source_given_twice_to_one_process_is_worked_on_once()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        await using var summarizer = With(model);
        var options = new SummarizeOptions { OutputFolder = _folder.PathOf("out") };

        var both = await Task.WhenAll(
            summarizer.SummarizeAsync(Talk(), options, null, default),
            summarizer.SummarizeAsync(Talk(), options, null, default));

        both.ShouldAllBe(results => results[0].Status == RunStatus.Complete);
        model.Calls.Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_record_of_a_run_holds_all_that_it_takes_to_repeat_it_and_no_key()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        var result = await SummarizeAsync(model, Talk(), options => options with { Length = SummaryLength.Short });

        var record = new RunStore(Home, TimeProvider.System).Find(result.RunId);
        var request = record!.Request.ShouldNotBeNull();

        request.Options.Length.ShouldBe(SummaryLength.Short);
        (request.Provider, request.Model, request.Address).ShouldBe(("local", "loopback", model.BaseUrl));
        (await SummarizeAsync(model, record.Source, _ => request.Options)).RunId.ShouldBe(result.RunId);
        File.ReadAllText(Directory.GetFiles(Path.Combine(Home, "runs"), "*.json").Single()).ShouldNotContain("secret");
    }

    private string Home => _folder.PathOf("home");

    private VideoSummarizer With(LoopbackModel model, string name = "loopback", int inputTokens = 24_000) => new(new HostSettings(
        Home, new Toolset(), new YtDlpSettings(),
        new LanguageModelSettings("local", model.BaseUrl, name, "secret", 5, NoRetries) { InputTokens = inputTokens }));

    private async Task<VideoResult> SummarizeAsync(
        LoopbackModel model,
        string source,
        Func<SummarizeOptions, SummarizeOptions>? change = null,
        string name = "loopback",
        int inputTokens = 24_000,
        CancellationToken cancellationToken = default)
    {
        await using var summarizer = With(model, name, inputTokens);
        var options = new SummarizeOptions { OutputFolder = _folder.PathOf("out") };
        var results = await summarizer.SummarizeAsync(source, change?.Invoke(options) ?? options, null, cancellationToken);
        return results.ShouldHaveSingleItem();
    }

    private async Task<Report> ReportAsync(VideoResult result)
    {
        return await StoredReport.ReadAsync(Home, result.Report!.Value);
    }

    private static string JsonOf(Report report) =>
        JsonSerializer.Serialize(report with { Performance = null }, ReportsJson.Default.Report);

    /// <summary>One cue a minute, which says its minute: four segments.</summary>
    private string Talk() => File.Exists(_folder.PathOf("talk.vtt")) ? _folder.PathOf("talk.vtt") : _folder.Write(
        "talk.vtt",
        "WEBVTT\n" + string.Concat(Enumerable.Range(0, 20).Select(minute =>
            $"\n00:{minute:00}:00.000 --> 00:{minute:00}:59.000\nThis is minute {minute}. It is about the stars.\n")));
}
