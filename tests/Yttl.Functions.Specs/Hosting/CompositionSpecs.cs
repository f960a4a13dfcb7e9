using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Performance;
using Yttl.Core.Processes;
using Yttl.Core.Settings;
using Yttl.Functions.Engine;
using Yttl.Functions.Hosting;
using Yttl.Functions.Http;
using Yttl.Functions.Timers;
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
    [InlineData(typeof(ModelLoadHttp))]
    [InlineData(typeof(UrlListTrigger))]
    [InlineData(typeof(PurgeTimer))]
    [InlineData(typeof(ContinueTimer))]
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
    public async Task Without_models_summaries_are_the_speakers_own_sentences_and_speech_is_not_recognised()
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
        services.GetRequiredService<ModelClients>().OnDemandAddress(ModelRole.Speech)!.Host.ShouldBe("whisper.internal");
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
    public async Task How_audio_is_cut_and_what_models_cost_is_what_the_app_is_set_to()
    {
        await using var services = Services(
            ("YTTL_WHISPER_BASE_URL", "http://whisper.internal/v1"),
            ("YTTL_SILENCE_THRESHOLD", "-35"), ("YTTL_MIN_SILENCE", "0.3"),
            ("YTTL_CHUNK_SIZE_STRATEGY", "fixed"), ("YTTL_CHUNK_SECONDS", "120"),
            ("YTTL_PRICES", """{ "currency": "SEK", "models": {} }"""));

        var speech = services.GetRequiredService<HostDefaults>().Options.Speech!;

        speech.Silence.ShouldBe(new SilenceSettings(-35, TimeSpan.FromSeconds(0.3)));
        speech.Chunks.ShouldBe(new ChunkOptions(ChunkStrategy.Fixed, TimeSpan.FromSeconds(120)));
        services.GetRequiredService<PriceTable>().Currency.ShouldBe("SEK");
    }

    [Fact]
    public async Task Without_settings_audio_is_cut_as_usual_and_prices_are_those_that_YTTL_brings_along()
    {
        await using var services = Services(("YTTL_WHISPER_BASE_URL", "http://whisper.internal/v1"));

        var defaults = services.GetRequiredService<HostDefaults>();

        defaults.Options.Speech!.Silence.ShouldBe(SilenceSettings.Default);
        defaults.Options.Speech.Chunks.ShouldBe(ChunkOptions.Default);
        defaults.Execution.Speech.Capacity.Workers.ShouldBe(2);
        defaults.Execution.VideoWindow.ShouldBe(4);
        (defaults.Execution.MaxListEntries, defaults.Execution.PageSize).ShouldBe((500, 100));
        services.GetRequiredService<PriceTable>().ShouldBe(PriceTable.Default);
    }

    [Fact]
    public async Task A_list_may_be_as_long_as_the_app_is_set_to()
    {
        await using var services = Services(("YTTL_MAX_LIST_ENTRIES", "1200"));

        services.GetRequiredService<HostDefaults>().Execution.MaxListEntries.ShouldBe(1200);
    }

    [Fact]
    public async Task A_file_that_strangers_name_opens_no_other()
    {
        await using var services = Services();

        services.GetRequiredService<Toolset>().ContainersOnly.ShouldBeTrue();
    }

    [Theory]
    [InlineData("YTTL_MAX_CONCURRENT_VIDEOS", "many")]
    [InlineData("YTTL_KEEP_RUNS_DAYS", "0")]
    [InlineData("YTTL_MAX_LIST_ENTRIES", "5001")]
    [InlineData("YTTL_MODELS_ON_DEMAND", "perhaps")]
    [InlineData("YTTL_RETRY_MAX_ATTEMPTS", "21")]
    public async Task A_setting_that_cannot_be_read_is_named(string name, string value)
    {
        await using var services = Services((name, value));

        Should.Throw<InvalidOperationException>(services.GetRequiredService<Configuration>).Message
            .ShouldContain($"is '{value}' (from {name}): expected ");
    }

    [Fact]
    public async Task A_mistyped_setting_is_named_with_the_right_one_and_one_of_another_host_is_noted()
    {
        await using var mistyped = Services(("YTTL_CHUNK_SECOND", "60"));
        await using var others = Services(("YTTL_PROMPT_FILE", "mine.txt"));

        Should.Throw<InvalidOperationException>(mistyped.GetRequiredService<Configuration>).Message
            .ShouldContain("YTTL_CHUNK_SECOND is not a setting; did you mean YTTL_CHUNK_SECONDS?");
        others.GetRequiredService<Configuration>().Notes.ShouldHaveSingleItem().ShouldStartWith("YTTL_PROMPT_FILE is set");
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
