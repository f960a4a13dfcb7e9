using Yttl.Core.Performance;
using Yttl.Core.Processes;
using Yttl.Core.Settings;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;

namespace Yttl.LocalEngine.Settings;

/// <summary>What a process needs to run steps: folders, tools and credentials.</summary>
/// <param name="Home">The folder of runs and stored content. It is created where it is missing.</param>
/// <param name="LanguageModel">Null for the extractive summariser.</param>
public sealed record HostSettings(string Home, Toolset Tools, YtDlpSettings YtDlp, LanguageModelSettings? LanguageModel)
{
    /// <summary>
    /// Other models that may get the text, in this order, while the provider of <see cref="LanguageModel"/> is down.
    /// </summary>
    public IReadOnlyList<LanguageModelSettings> LanguageModelFallbacks { get; init; } = [];

    /// <summary>
    /// Whether sources come from strangers: sites are reached through a proxy that refuses every address of this machine
    /// and its network, yt-dlp reads only sites that it knows, and ffmpeg no playlists.
    /// </summary>
    public bool GuardsNetwork { get; init; }

    /// <summary>Null where no speech recogniser is configured: transcripts then come from captions only.</summary>
    public RecognizerSettings? Recognizer { get; init; }

    /// <summary>How many ranges of one audio track are decoded at once, at least 1.</summary>
    public int Decoders { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// How many videos of one playlist run at once, at least 1. Model calls have a limit of their own.
    /// </summary>
    public int VideosAtOnce { get; init; } = SettingTable.MaxConcurrentVideos.DefaultValue;

    /// <summary>How many videos of one playlist are run, the first ones, at least 1; null for all.</summary>
    public int? MaxListEntries { get; init; }

    /// <summary>How <see cref="LanguageModel"/> runs where it has no address.</summary>
    public LocalModelSettings LocalModel { get; init; } = new();

    /// <summary>A model server that is unused for this long is stopped, which frees its memory.</summary>
    public TimeSpan ModelIdleTime { get; init; } = LocalModelSettingTable.IdleTime.DefaultValue;

    /// <summary>The base address of model downloads, with its final slash.</summary>
    public Uri ModelBaseUrl { get; init; } = SpeechSettingTable.ModelBaseUrl.DefaultValue!;

    public Uri SponsorBlockUrl { get; init; } = SettingTable.SponsorBlockUrl.DefaultValue!;

    /// <summary>Whether steps are recorded. Without records, reports show no performance.</summary>
    public bool TracksPerformance { get; init; } = true;

    /// <summary>What models cost, for the figures in reports.</summary>
    public PriceTable Prices { get; init; } = PriceTable.Default;

    /// <summary>
    /// The limit of remembered work and stored content, in megabytes, at least 1. What was used longest ago is deleted
    /// first.
    /// </summary>
    public int StoreLimitMegabytes { get; init; } = SettingTable.StoreLimit.DefaultValue;
}
