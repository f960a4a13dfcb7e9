using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Yttl.Core.Providers;
using Yttl.Core.Settings;
using Yttl.Core.Sources;
using Yttl.Functions.Hosting;
using Yttl.Functions.Settings;
using Yttl.TestKit;

namespace Yttl.Functions.Specs.Settings;

/// <summary>Each part of a step ends before its step, and each step before the Functions host ends the process.</summary>
public sealed class StepTimeLimitSpecs
{
    /// <summary>Times that bound no activity: of a run, of what is kept, and a part of a call's time.</summary>
    private static readonly Setting[] OfNoActivity =
        [RetrySettingTable.RunTimeLimit, AzureSettingTable.KeepRuns, RetrySettingTable.RateLimitBudget];

    private static readonly TimeSpan Host = TimeSpan.Parse(
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("host.json"))).RootElement.GetProperty("functionTimeout").GetString()!,
        CultureInfo.InvariantCulture);

    private static readonly TimeSpan Step = StepTimeLimit.Read(Settings()).Value!.Value;

    [Fact]
    public void A_step_ends_before_the_host_ends_the_process()
    {
        Host.ShouldBe(TimeSpan.FromHours(2));
        Step.ShouldBe(TimeSpan.FromMinutes(108));
    }

    [Fact]
    public void The_download_of_audio_ends_before_its_step() =>
        new YtDlpSettings().Within(new StepTimeLimit(Step)).AudioTimeout.ShouldBeLessThan(Step);

    [Fact]
    public void Every_call_of_a_provider_ends_before_its_step_by_default() =>
        ProviderTable.All
            .SelectMany(provider => new[] { provider.Chat?.Retry, provider.Speech?.Retry })
            .Select(retry => (retry ?? RetrySettings.Default).CallTimeout)
            .ShouldAllBe(call => call < Step);

    [Fact]
    public void Every_time_that_a_setting_may_give_ends_before_its_step_or_the_app_does_not_start()
    {
        var times = SettingTable.For(Hosts.Azure)
            .Where(setting => setting is Setting<TimeSpan> or Setting<TimeSpan?>).Except(OfNoActivity).ToList();

        times.Count.ShouldBeGreaterThan(5);
        times.Select(setting => (setting.Key, Longest: LongestAccepted(setting)))
            .ShouldAllBe(setting => setting.Longest < Step);
    }

    [Theory]
    [InlineData("01:00:00", 54)]
    [InlineData("7.00:00:00", 24 * 60)]
    [InlineData("-1", null)]
    public void The_limit_follows_the_app_setting_that_the_host_reads(string text, int? minutes) =>
        StepTimeLimit.Read(Settings((StepTimeLimit.Setting, text))).Value
            .ShouldBe(minutes is { } limit ? TimeSpan.FromMinutes(limit) : null);

    [Fact]
    public void A_limit_that_is_no_time_is_named() =>
        Should.Throw<InvalidOperationException>(() => StepTimeLimit.Read(Settings((StepTimeLimit.Setting, "long"))))
            .Message.ShouldContain("functionTimeout is 'long'");

    /// <summary>The longest value of the setting with which the app starts.</summary>
    private static TimeSpan LongestAccepted(Setting setting)
    {
        var most = setting.Bounds!.Most;
        while (true)
        {
            try
            {
                var settings = AppSettings.Read(Settings((setting.Environment, most.ToString(CultureInfo.InvariantCulture))));
                return setting is Setting<TimeSpan> time ? settings.Get(time) : settings.Get((Setting<TimeSpan?>)setting)!.Value;
            }
            catch (InvalidOperationException refused)
            {
                refused.Message.ShouldContain(setting.Environment);
                refused.Message.ShouldContain(StepTimeLimit.Setting);
                most = Math.Floor(most * 0.99);
            }
        }
    }

    private static IConfigurationRoot Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
        .Build();
}
