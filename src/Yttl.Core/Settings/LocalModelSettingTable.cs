using Yttl.Core.ModelServers;

namespace Yttl.Core.Settings;

/// <summary>The settings of models that YTTL runs on this machine.</summary>
public static class LocalModelSettingTable
{
    public static readonly Setting<string?> Repo = new(
        Hosts.CommandLine,
        "local_model_repo",
        null,
        ValueParsers.Text("OWNER/REPO", "a repository of models"),
        "Hugging Face repository that the local model file is downloaded from")
    {
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<string?> File = new(
        Hosts.CommandLine,
        "local_model_file",
        null,
        ValueParsers.Text("FILE", "a GGUF model"),
        "GGUF model for llama-server: a file of its repository, or a path")
    {
        TrustedFromProjectFile = _ => false,
    };

    public static readonly Setting<string?> Server = ThisMachine.Path(
        Hosts.CommandLine, "llama_server", LlamaServerProgram.Tool, "llama-server");

    public static readonly Setting<int?> Threads = new(
        Hosts.CommandLine,
        "llama_threads",
        null,
        ValueParsers.WholeNumberOrAuto(1, 1024),
        "Threads of llama-server; auto is one per core");

    public static readonly Setting<int> Context = new(
        Hosts.CommandLine,
        "llama_context",
        8192,
        ValueParsers.WholeNumber(1024, 1_048_576, "tokens"),
        "Context of one call, prompt and answer; memory grows with it and with the concurrent calls");

    public static readonly Setting<int?> GpuLayers = new(
        Hosts.CommandLine,
        "llama_gpu_layers",
        null,
        ValueParsers.WholeNumberOrAuto(0, 1000),
        "Layers of the model on the GPU; auto leaves it to llama-server");

    public static readonly Setting<TimeSpan> IdleTime = new(
        Hosts.CommandLine,
        "model_idle_seconds",
        TimeSpan.FromMinutes(5),
        ValueParsers.Seconds(1, 86_400),
        "Idle time after which a model server is stopped");

    /// <summary>The settings that are options of <c>summarize</c> and <c>batch</c>.</summary>
    public static readonly IReadOnlyList<Setting> Options = [Repo, File];

    /// <summary>The settings that stand in the environment or a file.</summary>
    public static readonly IReadOnlyList<Setting> Others = [Server, Threads, Context, GpuLayers, IdleTime];
}
