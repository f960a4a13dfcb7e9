using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yttl.Core.ModelWarmUp;
using Yttl.Functions.Engine;
using Yttl.Functions.Hosting;
using Yttl.Functions.Http;
using Yttl.Functions.Settings;
using Yttl.Functions.UrlLists;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Specs.Hosting;

/// <summary>The app as the worker puts it together, by its settings.</summary>
public sealed class CompositionSpecs
{
    [Theory]
    [InlineData(typeof(Activities))]
    [InlineData(typeof(SummariesHttp))]
    [InlineData(typeof(HealthHttp))]
    [InlineData(typeof(UrlListTrigger))]
    [InlineData(typeof(PurgeTimer))]
    public async Task Every_class_of_functions_can_be_made(Type functions)
    {
        await using var services = Services();

        ActivatorUtilities.CreateInstance(services, functions).ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_step_has_its_work()
    {
        await using var services = Services(("YTTL_WHISPER_BASE_URL", "http://whisper.internal/v1"), ("YTTL_WHISPER_MODEL", "turbo"));
        var table = services.GetRequiredService<StepTable>();
        var steps = typeof(Steps).GetFields();

        steps.Length.ShouldBeGreaterThan(15);
        foreach (var step in steps)
            ((object)table.WorkOf((dynamic)step.GetValue(null)!)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_models_summaries_are_the_speakers_own_sentences_and_nobody_listens()
    {
        await using var services = Services();

        var defaults = services.GetRequiredService<HostDefaults>();

        defaults.Options.Summary.IsExtractive.ShouldBeTrue();
        defaults.Options.Speech.ShouldBeNull();
        defaults.Execution.OnDemand.ShouldBeFalse();
        defaults.Execution.Formats.ShouldBeEmpty();
        defaults.SendsCallbacks.ShouldBeFalse();
    }

    [Fact]
    public async Task Servers_of_ones_own_that_sleep_are_waited_for_and_a_secret_allows_callbacks()
    {
        await using var services = Services(
            ("YTTL_LLM_BASE_URL", "http://llama.internal/v1"), ("YTTL_LLM_MODEL", "qwen"),
            ("YTTL_WHISPER_BASE_URL", "http://whisper.internal/v1"), ("YTTL_WHISPER_MODEL", "turbo"),
            ("YTTL_MODELS_ON_DEMAND", "true"), ("YTTL_CALLBACK_SECRET", "of both"));

        var defaults = services.GetRequiredService<HostDefaults>();

        (defaults.Execution.OnDemand, defaults.Execution.Speech.OnDemand, defaults.SendsCallbacks).ShouldBe((true, true, true));
        services.GetRequiredService<Models>().OnDemandAddress(ModelRole.Speech)!.Host.ShouldBe("whisper.internal");
    }

    [Theory]
    [InlineData("", 24)]
    [InlineData("3", 3)]
    public async Task A_run_may_take_a_day_or_the_hours_that_are_set(string hours, int expected)
    {
        await using var services = Services(("YTTL_RUN_TIME_LIMIT", hours));

        services.GetRequiredService<HostDefaults>().Execution.TimeLimit.ShouldBe(TimeSpan.FromHours(expected));
    }

    [Fact]
    public async Task A_file_that_strangers_name_opens_no_other()
    {
        await using var services = Services();

        services.GetRequiredService<AppSettings>().Tools.ContainersOnly.ShouldBeTrue();
    }

    [Theory]
    [InlineData("YTTL_MAX_CONCURRENT_VIDEOS", "many")]
    [InlineData("YTTL_KEEP_RUNS_DAYS", "0")]
    [InlineData("YTTL_MODELS_ON_DEMAND", "perhaps")]
    public async Task A_setting_that_cannot_be_read_is_named(string name, string value)
    {
        await using var services = Services((name, value));

        Should.Throw<InvalidOperationException>(services.GetRequiredService<AppSettings>).Message.ShouldContain($"{name} is '{value}'");
    }

    internal static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
            .AddInMemoryCollection([new("AzureWebJobsStorage", "UseDevelopmentStorage=true")])
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging();
        Composition.AddTo(services, configuration);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
