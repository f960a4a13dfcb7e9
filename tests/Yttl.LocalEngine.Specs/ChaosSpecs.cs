using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.LocalEngine.Specs;

/// <summary>
/// The whole pipeline against a provider that fails in every way that providers do: it ends, and names every gap.
/// </summary>
public sealed class ChaosSpecs : IDisposable
{
    private const int Segments = 14;

    private static readonly ModelAnswer Good = ModelAnswer.Text("A point is made.");

    private static readonly RetrySettings Patient = new(3, TimeSpan.Zero);

    /// <summary>Gives up early on calls that hang, and on a busy machine on others, which have to be named as well.</summary>
    private static readonly RetrySettings Impatient = Patient with { AttemptTimeout = TimeSpan.FromSeconds(1) };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Ways => [.. ProviderFailures.ByName.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task When_every_third_call_fails_in_one_way_the_run_ends_and_names_every_gap(string way)
    {
        await using var model = await LoopbackModel.StartAsync(call => call.Number % 3 == 2 ? ProviderFailures.ByName[way] : Good);

        ShouldNameEveryGap(await RunAsync(model, Impatient));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task When_every_call_fails_in_one_way_the_run_ends_and_names_every_gap(string way)
    {
        await using var model = await LoopbackModel.StartAsync(ProviderFailures.ByName[way]);

        ShouldNameEveryGap(await RunAsync(model, Impatient));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_mixture_of_failures_comes_the_run_ends_and_names_every_gap(int seed)
    {
        var random = new Random(seed);
        var share = random.NextDouble();
        var failures = ProviderFailures.ByName.Values.ToList();
        var plan = Enumerable.Range(0, 500)
            .Select(_ => random.NextDouble() < share ? failures[random.Next(failures.Count)] : Good).ToList();
        await using var model = await LoopbackModel.StartAsync(call => plan[call.Number % plan.Count]);

        ShouldNameEveryGap(await RunAsync(model, Impatient));
    }

    [Fact]
    public async Task A_key_that_expires_in_the_middle_leaves_what_was_written_before()
    {
        await using var model = await LoopbackModel.StartAsync(call => call.Number < 8 ? Good : ModelAnswer.Error(401));

        var report = await RunAsync(model);

        ShouldNameEveryGap(report);
        // An hour whose segments were all answered early takes one of the eight answers.
        List<SummaryStatus> all = [.. Statuses(report), .. report.Hours.Select(hour => hour.Status), report.Overall.Status];
        all.Count(status => status == SummaryStatus.Ok).ShouldBe(8);
        all.Count(status => status == SummaryStatus.Fallback).ShouldBe(all.Count - 8);
    }

    [Fact]
    public async Task A_hidden_limit_of_calls_at_once_leaves_no_gap()
    {
        var limits = ProviderLimits.AtOnce(3, TimeSpan.FromMilliseconds(20), Good);
        await using var model = await LoopbackModel.StartAsync(limits.Answer);

        (await RunAsync(model)).Gaps.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_limit_of_calls_a_second_leaves_no_gap(bool byDate)
    {
        var limits = ProviderLimits.PerSecond(20, 6, TimeSpan.FromMilliseconds(20), Good, byDate);
        await using var model = await LoopbackModel.StartAsync(limits.Answer);

        (await RunAsync(model)).Gaps.ShouldBeEmpty();
    }

    private static void ShouldNameEveryGap(Report report)
    {
        var missing = Statuses(report).Count(status => status is SummaryStatus.Failed);
        Statuses(report).Count.ShouldBe(Segments);
        report.Gaps.Count(gap => gap.Stage == "segment").ShouldBe(missing);
        report.Gaps.ShouldAllBe(gap => gap.Message.Length > 0 && gap.End > gap.Start);
        (report.Status == RunStatus.Complete).ShouldBe(report.Gaps.Count == 0 && report.Fallbacks == 0);
    }

    private static List<SummaryStatus> Statuses(Report report) =>
        [.. report.Hours.SelectMany(hour => hour.Segments).Select(segment => segment.Status)];

    private async Task<Report> RunAsync(LoopbackModel model, RetrySettings? retry = null)
    {
        var talk = _folder.Write("talk.vtt", "WEBVTT\n" + string.Concat(Enumerable.Range(0, Segments * 5).Select(minute =>
            $"\n{minute / 60:00}:{minute % 60:00}:00.000 --> {minute / 60:00}:{minute % 60:00}:59.000\nThis is minute {minute}.\n")));
        var settings = new LanguageModelSettings("openai", model.BaseUrl, "loopback", "sk-1", LanguageModelSettings.Ceiling,
            retry ?? Patient)
        {
            FindsLimit = true,
        };
        await using var summarizer = new VideoSummarizer(
            new HostSettings(_folder.PathOf("home"), new Toolset(), new YtDlpSettings(), settings));
        using var hanging = new CancellationTokenSource(Eventually.Timeout);

        var result = (await summarizer.SummarizeAsync(
            talk, new SummarizeOptions { OutputFolder = _folder.PathOf("out") }, null, hanging.Token)).ShouldHaveSingleItem();

        return await StoredReport.ReadAsync(_folder.PathOf("home"), result.Report!.Value);
    }
}
