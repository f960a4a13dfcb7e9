using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Steps;
using Yttl.Core.Summaries.Prompting;
using Yttl.Functions.Settings;
using Yttl.TestKit;

namespace Yttl.Functions.Specs.Settings;

public sealed class SettingWordsSpecs
{
    private static readonly ReportPerformance Run =
        new(20, [new ReportPhase("summarize-segment", 16, 10) { WorkSeconds = 40, WaitSeconds = 59 }], 10, 5, default)
        {
            Waits = new ReportWaits(0, 41, 4),
        };

    [Theory]
    [InlineData("max_concurrent_llm", "YTTL_MAX_CONCURRENT_LLM")]
    [InlineData("azure_openai_endpoint", "AZURE_OPENAI_ENDPOINT")]
    [InlineData("cookies_from_browser", "yttl --cookies-from-browser")]
    public void A_setting_is_called_as_this_app_or_the_command_takes_it(string key, string name) =>
        AppSettings.NameOf(key).ShouldBe(name);

    [Fact]
    public async Task Messages_of_the_core_name_the_app_setting()
    {
        SettingName.WordBy(AppSettings.NameOf, AppSettings.Takes);
        try
        {
            string.Concat(PerformanceAdvice.From(Run)).ShouldContain("YTTL_MAX_CONCURRENT_LLM auto finds");
            Should.Throw<YttlException>(() => LlmSummarizer.CheckInstructions(new string('a', 1000), 10))
                .Failure.Message.ShouldContain("shorten them (yttl --prompt-file) to half");
            (await FailureAsync("Sign in to confirm you’re not a bot.")).ShouldContain(
                "pass the cookies of a browser that is signed in: YTTL_COOKIES, or use another YTTL_PROXY; "
                + "or run yttl on a machine on which it plays in a browser");
            (await FailureAsync("failed to load cookies")).ShouldEndWith("; check YTTL_COOKIES");
            (await FailureAsync("Unable to connect to proxy: Tunnel connection failed: 407 Proxy Authentication Required"))
                .ShouldEndWith("; check them in YTTL_PROXY");
        }
        finally
        {
            SettingName.WordBy(SettingName.OptionOf);
        }
    }

    private static async Task<string> FailureAsync(string complaint)
    {
        using var ytDlp = new FakeYtDlp();
        ytDlp.Fails(null, $"ERROR: [vimeo] 1: {complaint}");
        var step = new ListStep(
            new ProcessRunner(TimeProvider.System, ytDlp.Environment),
            new Toolset { YtDlp = FakeTool.Path },
            new YtDlpSettings(),
            TimeProvider.System);
        return (await step.RunAsync(new ListRequest("https://vimeo.com/76979871"), default)).Failure!.Message;
    }
}
