using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Summaries;
using Yttl.Functions.Settings;

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
    public void Messages_of_the_core_name_the_app_setting()
    {
        SettingName.WordBy(AppSettings.NameOf);
        try
        {
            string.Concat(PerformanceAdvice.From(Run)).ShouldContain("YTTL_MAX_CONCURRENT_LLM auto finds");
            Should.Throw<YttlException>(() => InstructionsFit.Check(new string('a', 1000), 10))
                .Failure.Message.ShouldContain("shorten them (yttl --prompt-file) to half");
        }
        finally
        {
            SettingName.WordBy(SettingName.OptionOf);
        }
    }
}
