using Yttl.Cli.Hosting;
using Yttl.Core.Settings;
using Yttl.LocalEngine.Settings;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.Settings;

/// <summary>How configuration becomes a model that is run on this machine.</summary>
public sealed class LocalModelSettingsSpecs : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _model;

    public LocalModelSettingsSpecs() => _model = _folder.Write("m.gguf", "GGUF");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Prompts_are_as_long_as_the_context_allows_and_two_calls_run_at_once() =>
        Host().LanguageModel.ShouldNotBeNull().ShouldSatisfyAllConditions(
            model => model.InputTokens.ShouldBe(8192 * 5 / 8),
            model => model.MaxConcurrent.ShouldBe(2),
            model => model.FindsLimit.ShouldBeFalse(),
            model => model.Model.ShouldBe(_model));

    [Fact]
    public void What_is_set_reaches_the_server()
    {
        var host = Host(
            ("YTTL_LLAMA_THREADS", "3"), ("YTTL_LLAMA_CONTEXT", "4096"), ("YTTL_LLAMA_GPU_LAYERS", "0"),
            ("YTTL_MODEL_IDLE_SECONDS", "7"), ("YTTL_MAX_CONCURRENT_LLM", "4"));

        host.LocalModel.ShouldBe(
            new LocalModelSettings { Server = "dotnet", Threads = 3, ContextTokens = 4096, GpuLayers = 0 });
        host.ModelIdleTime.ShouldBe(TimeSpan.FromSeconds(7));
        (host.LanguageModel!.MaxConcurrent, host.LanguageModel.InputTokens).ShouldBe((4, 2560));
    }

    [Fact]
    public void It_may_stand_in_for_another_provider() =>
        Host(("OPENAI_API_KEY", "sk-1"), ("YTTL_LLM_FALLBACK", "local"))
            .LanguageModelFallbacks.ShouldHaveSingleItem().Model.ShouldBe(_model);

    [Theory]
    [InlineData("llama_threads", "0")]
    [InlineData("llama_context", "512")]
    [InlineData("llama_gpu_layers", "-1")]
    [InlineData("model_idle_seconds", "0")]
    public void What_is_out_of_range_is_refused(string key, string text) =>
        SettingTable.All.Single(setting => setting.Key == key).Accepts(text).ShouldBeFalse();

    [Theory]
    [InlineData("llm_model", "evil/repo/model.gguf")]
    [InlineData("local_model_file", "model.gguf")]
    [InlineData("local_model_repo", "evil/repo")]
    [InlineData("llama_server", "./llama-server")]
    public void A_folder_cannot_bring_a_model_or_a_program_to_run(string key, string text) =>
        SettingTable.All.Single(setting => setting.Key == key).TrustedFromProjectFile(text).ShouldBeFalse();

    private HostSettings Host(params (string Name, string Value)[] variables)
    {
        (string Name, string Value)[] all =
        [
            ("YTTL_HOME", _folder.Path), ("YTTL_LOCAL_MODEL_FILE", _model), ("YTTL_LLAMA_SERVER", "dotnet"), .. variables,
        ];
        var entries = SettingTable.All.SelectMany(setting => all
            .Where(variable => variable.Name == setting.Environment)
            .Select(variable => new Entry(setting.Key, variable.Value, variable.Name)));
        var settings = Configuration.Resolve(Hosts.CommandLine, [new Layer([.. entries], [])]);
        settings.Problems.ShouldBeEmpty();
        return EngineSettings.Host(settings);
    }
}
