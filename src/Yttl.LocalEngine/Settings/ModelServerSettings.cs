using Yttl.Core.Settings;

namespace Yttl.LocalEngine.Settings;

/// <summary>What holds for every server of models that YTTL starts itself.</summary>
public sealed record ModelServerSettings
{
    /// <summary>A server that nobody used for so long is stopped, and its memory is free again.</summary>
    public TimeSpan IdleTime { get; init; } = LocalModelSettingTable.IdleTime.DefaultValue;

    /// <summary>Where models are downloaded from, with the final slash.</summary>
    public Uri ModelBaseUrl { get; init; } = SpeechSettingTable.ModelBaseUrl.DefaultValue!;
}
