using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.Workflows.Runs;

namespace Yttl.LocalEngine.Specs;

/// <summary>What calls went through is counted where it happened, and once.</summary>
public sealed class CallErrorsSpecs : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_report_counts_retries_and_errors_by_category_and_provider()
    {
        await using var model = await LoopbackModel.StartAsync(Flawed);

        var result = await SummarizeAsync(model);

        result.Status.ShouldBe(RunStatus.Complete);
        result.Retries.ShouldBe(3);
        result.Errors.ShouldBe(
            [new("openai", FailureCategory.Network, 2), new("openai", FailureCategory.RateLimit, 1)]);
        var performance = JsonDocument.Parse(Written(result, ".json")).RootElement.GetProperty("performance");
        performance.GetProperty("retries").GetInt32().ShouldBe(3);
        performance.GetProperty("errors").EnumerateObject()
            .Select(error => $"{error.Name} {error.Value.GetInt32()}").ShouldBe(["network 2", "rate-limit 1"]);
        Written(result, ".html").ShouldContain("<th scope=\"row\">openai</th>\n<td>rate-limit</td>\n<td>1</td>");
    }

    [Fact]
    public async Task What_is_remembered_brings_no_errors_along()
    {
        await using var model = await LoopbackModel.StartAsync(Flawed);
        await SummarizeAsync(model);

        var again = await SummarizeAsync(model);

        again.Retries.ShouldBe(0);
        again.Errors.ShouldBeEmpty();
    }

    private static ModelAnswer Flawed(ModelCall call) => call.Number switch
    {
        0 or 1 => ModelAnswer.Error(503),
        2 => ModelAnswer.RateLimited(("Retry-After", "0")),
        _ => ModelAnswer.Text("A point is made."),
    };

    private static string Written(VideoResult result, string extension) =>
        File.ReadAllText(result.Files.Single(file => file.EndsWith(extension, StringComparison.Ordinal)));

    private async Task<VideoResult> SummarizeAsync(LoopbackModel model)
    {
        var talk = _folder.Write("talk.vtt", "WEBVTT\n\n00:00.000 --> 01:00.000\nThis is about the stars.\n");
        await using var summarizer = new VideoSummarizer(new HostSettings(
            _folder.PathOf("home"), new Toolset(), new YtDlpSettings(),
            new LanguageModelSettings("openai", model.BaseUrl, "loopback", "none", 1, new RetrySettings(3, TimeSpan.Zero))));
        var options = new SummarizeOptions
        {
            OutputFolder = _folder.PathOf("out"),
            Formats = [ReportFormat.Html, ReportFormat.Json],
        };
        return (await summarizer.SummarizeAsync(talk, options, null, default)).ShouldHaveSingleItem();
    }
}
