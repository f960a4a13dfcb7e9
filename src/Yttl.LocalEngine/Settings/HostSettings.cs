using Yttl.Core.Performance;
using Yttl.Core.Processes;
using Yttl.Core.Settings;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;

namespace Yttl.LocalEngine.Settings;

/// <summary>What a process needs to run steps: places, tools and credentials.</summary>
/// <param name="Home">The folder of runs and stored content; created when missing.</param>
/// <param name="LanguageModel">Null for the extractive summariser.</param>
public sealed record HostSettings(string Home, Toolset Tools, YtDlpSettings YtDlp, LanguageModelSettings? LanguageModel)
{
    /// <summary>
    /// Who else may be given the text, in this order, while the provider of <see cref="LanguageModel"/> is down.
    /// </summary>
    public IReadOnlyList<LanguageModelSettings> LanguageModelFallbacks { get; init; } = [];

    /// <summary>Null where nobody is set up to recognise speech: captions are then all there is.</summary>
    public RecognizerSettings? Recognizer { get; init; }

    /// <summary>Ranges of one audio track that are decoded at once, at least 1.</summary>
    public int Decoders { get; init; } = Environment.ProcessorCount;

    /// <summary>Videos of one playlist in flight at once, at least 1; model calls have a limit of their own.</summary>
    public int VideosAtOnce { get; init; } = SettingTable.MaxConcurrentVideos.DefaultValue;

    /// <summary>How <see cref="LanguageModel"/> is run where it has no address.</summary>
    public LocalModelSettings LocalModel { get; init; } = new();

    public ModelServerSettings ModelServers { get; init; } = new();

    public Uri SponsorBlockUrl { get; init; } = SettingTable.SponsorBlockUrl.DefaultValue!;

    /// <summary>Whether what steps go through is taken down; without it reports tell nothing of performance.</summary>
    public bool TracksPerformance { get; init; } = true;

    /// <summary>What models cost, for the reports.</summary>
    public PriceTable Prices { get; init; } = DefaultPrices.Table;

    /// <summary>Megabytes of remembered work and stored content, at least 1; what was used longest ago goes first.</summary>
    public int StoreLimitMegabytes { get; init; } = SettingTable.StoreLimit.DefaultValue;
}
