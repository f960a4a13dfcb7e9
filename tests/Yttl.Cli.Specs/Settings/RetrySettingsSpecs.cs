using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Core.Providers;
using Yttl.Core.Settings;
using Yttl.LocalEngine.Settings;

namespace Yttl.Cli.Specs.Settings;

/// <summary>How configuration becomes the patience of calls.</summary>
public sealed class RetrySettingsSpecs
{
    [Fact]
    public void The_defaults_of_the_table_are_those_of_the_core()
    {
        var host = Host();

        host.LanguageModel!.Retry.ShouldBe(RetrySettings.Default);
        host.Recognizer!.Speech.Retry.ShouldBe(
            RetrySettings.Default with { AttemptTimeout = TimeSpan.FromSeconds(240) });
    }

    [Fact]
    public void What_is_set_holds_for_every_model_that_is_called()
    {
        var host = Host(
            ("YTTL_RETRY_MAX_ATTEMPTS", "7"), ("YTTL_RETRY_BASE_DELAY", "0.5"),
            ("YTTL_RETRY_ATTEMPT_TIMEOUT", "60"), ("YTTL_RETRY_CALL_TIMEOUT", "600"),
            ("YTTL_RETRY_RATE_LIMIT_BUDGET", "90"), ("YTTL_RETRY_NETWORK_FACTOR", "0.1"),
            ("YTTL_RETRY_NETWORK_LONGEST_WAIT", "2"), ("YTTL_RETRY_API_FACTOR", "3"),
            ("YTTL_RETRY_API_LONGEST_WAIT", "20"), ("YTTL_RETRY_RATE_LIMIT_FACTOR", "4"),
            ("YTTL_RETRY_RATE_LIMIT_LONGEST_WAIT", "25"), ("GROQ_API_KEY", "gsk-1"), ("YTTL_LLM_FALLBACK", "groq"));

        var expected = new RetrySettings(7, TimeSpan.FromSeconds(0.5))
        {
            AttemptTimeout = TimeSpan.FromSeconds(60),
            CallTimeout = TimeSpan.FromSeconds(600),
            RateLimitBudget = TimeSpan.FromSeconds(90),
            Network = new(0.1, TimeSpan.FromSeconds(2)),
            Api = new(3, TimeSpan.FromSeconds(20)),
            RateLimit = new(4, TimeSpan.FromSeconds(25)),
        };
        host.LanguageModel!.Retry.ShouldBe(expected);
        host.LanguageModelFallbacks.ShouldHaveSingleItem().Retry.ShouldBe(expected);
        host.Recognizer!.Speech.Retry.ShouldBe(expected);
    }

    [Fact]
    public void Everything_out_of_range_is_said_at_once() =>
        Resolve(("YTTL_RETRY_API_FACTOR", "11"), ("YTTL_RETRY_NETWORK_LONGEST_WAIT", "-1"), ("YTTL_RETRY_CALL_TIMEOUT", "soon"))
            .Problems.ShouldBe(
            [
                "retry_call_timeout is 'soon' (from YTTL_RETRY_CALL_TIMEOUT): expected auto, or a number of seconds from 1 to 86400",
                "retry_network_longest_wait is '-1' (from YTTL_RETRY_NETWORK_LONGEST_WAIT): expected a number of seconds from 0 to 30",
                "retry_api_factor is '11' (from YTTL_RETRY_API_FACTOR): expected a number from 0 to 10",
            ]);

    [Theory]
    [InlineData(null, 24)]
    [InlineData("0.5", 0.5)]
    [InlineData("720", 720)]
    public void A_run_may_take_a_day_or_the_hours_that_are_given(string? hours, double expected) =>
        EngineSettings.Options(hours is null ? Resolve() : Resolve(("YTTL_RUN_TIME_LIMIT", hours)))
            .TimeLimit.ShouldBe(TimeSpan.FromHours(expected));

    [Fact]
    public void A_run_without_time_is_refused() =>
        Resolve(("YTTL_RUN_TIME_LIMIT", "0")).Problems.ShouldBe(
            ["run_time_limit is '0' (from YTTL_RUN_TIME_LIMIT): expected a number of hours from 0.01 to 720"]);

    [Fact]
    public void What_does_not_go_together_is_said_before_anything_starts() =>
        Should.Throw<UsageException>(() => Host(("YTTL_RETRY_CALL_TIMEOUT", "100")))
            .Message.ShouldContain("retry_attempt_timeout) than its whole call (100 s, retry_call_timeout)");

    private static HostSettings Host(params (string Name, string Value)[] variables)
    {
        var settings = Resolve([("YTTL_HOME", "/tmp/yttl"), ("OPENAI_API_KEY", "sk-1"), .. variables]);
        settings.Problems.ShouldBeEmpty();
        return EngineSettings.Host(settings);
    }

    private static Configuration Resolve(params (string Name, string Value)[] variables) =>
        Configuration.Resolve(Hosts.CommandLine, [new Layer(
        [
            .. SettingTable.All.SelectMany(setting => variables
                .Where(variable => variable.Name == setting.Environment)
                .Select(variable => new Entry(setting.Key, variable.Value, variable.Name))),
        ],
        [])]);
}
