using Yttl.Core.Failures;
using Yttl.Core.ModelServers;
using Yttl.Core.Processes;
using Yttl.Core.Settings;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;

namespace Yttl.Cli.Hosting;

/// <summary>The configuration of a language model that runs on this machine.</summary>
internal static class LocalModel
{
    public static LocalModelSettings Settings(Configuration settings) => new()
    {
        Server = settings.Get(LocalModelSettingTable.Server)!,
        Threads = settings.Get(LocalModelSettingTable.Threads),
        ContextTokens = settings.Get(LocalModelSettingTable.Context),
        GpuLayers = settings.Get(LocalModelSettingTable.GpuLayers),
    };

    /// <summary>
    /// Fits the prompts to the model's context, and makes its path absolute: the run may be resumed from another
    /// folder.
    /// </summary>
    public static LanguageModelSettings Fitted(LanguageModelSettings model, Configuration settings) =>
        !model.IsOwnServer ? model : model with
        {
            Model = File.Exists(model.Model) ? Path.GetFullPath(model.Model) : model.Model,
            InputTokens = LlamaServerOptions.InputTokens(settings.Get(LocalModelSettingTable.Context)),
        };

    /// <summary>Refuses a model that cannot run, before anything is started.</summary>
    /// <exception cref="YttlException">
    /// <c>tool.missing</c>, <c>model.file-missing</c>, <c>model.file-html</c>, <c>model.file-format</c>.
    /// </exception>
    public static void Check(LanguageModelSettings model, Configuration settings)
    {
        ModelFiles.Check(model.Model, ModelFormat.Gguf);
        ToolPath.Demand(settings.Get(LocalModelSettingTable.Server)!);
    }
}
