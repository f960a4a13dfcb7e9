using Yttl.Core.Settings;

namespace Yttl.LocalEngine.Settings;

/// <summary>Settings of every model server that YTTL starts.</summary>
public sealed record ModelServerSettings
{
    /// <summary>A server that is unused for this long is stopped, which frees its memory.</summary>
    public TimeSpan IdleTime { get; init; } = LocalModelSettingTable.IdleTime.DefaultValue;

    /// <summary>The base address of model downloads, with its final slash.</summary>
    public Uri ModelBaseUrl { get; init; } = SpeechSettingTable.ModelBaseUrl.DefaultValue!;
}
