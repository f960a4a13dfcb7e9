namespace Yttl.Core.Settings;

/// <summary>The settings of models that YTTL runs on this machine.</summary>
public static class LocalModelSettingTable
{
    public static readonly Setting<string?> Repo = new(
        "local_model_repo",
        "",
        ValueParsers.Text("OWNER/REPO", "a repository of models"),
        "Where --local-model-file is downloaded from, once")
    {
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<string?> File = new(
        "local_model_file",
        "",
        ValueParsers.Text("FILE", "a GGUF model"),
        "GGUF model that llama-server runs here: a file of --local-model-repo, or a path")
    {
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<string?> Server = ThisMachine.Path("llama_server", "llama-server", "llama-server");

    public static readonly Setting<int?> Threads = new(
        "llama_threads", "auto", ValueParsers.WholeNumberOrAuto(1, 1024), "Threads of llama-server; auto is one a core");

    public static readonly Setting<int> Context = new(
        "llama_context",
        "8192",
        ValueParsers.WholeNumber(1024, 1_048_576, "tokens"),
        "What one prompt and its answer may hold; memory grows with them and with the calls at once");

    public static readonly Setting<int?> GpuLayers = new(
        "llama_gpu_layers",
        "auto",
        ValueParsers.WholeNumberOrAuto(0, 1000),
        "Layers of the model on the GPU; auto leaves it to llama-server");

    public static readonly Setting<TimeSpan> IdleTime = new(
        "model_idle_seconds",
        "300",
        ValueParsers.Seconds(1, 86_400),
        "A model server that nobody used for so long is stopped");

    /// <summary>The settings that are options of <c>summarize</c> and <c>batch</c>.</summary>
    public static readonly IReadOnlyList<Setting> Options = [Repo, File];

    /// <summary>The settings that stand in the environment or a file.</summary>
    public static readonly IReadOnlyList<Setting> Others = [Server, Threads, Context, GpuLayers, IdleTime];
}
