using Yttl.Core.Settings;

namespace Yttl.LocalEngine.Settings;

/// <summary>How a language model runs on this machine, where its settings have no address.</summary>
public sealed record LocalModelSettings
{
    /// <summary>The program to start: a path, or a name on PATH.</summary>
    public string Server { get; init; } = LocalModelSettingTable.Server.DefaultValue!;

    /// <summary>At least 1; null for one thread per core.</summary>
    public int? Threads { get; init; }

    /// <summary>Tokens of each call, prompt and answer together.</summary>
    public int ContextTokens { get; init; } = LocalModelSettingTable.Context.DefaultValue;

    /// <summary>How many layers of the model are on the GPU; null lets the server choose.</summary>
    public int? GpuLayers { get; init; }
}
