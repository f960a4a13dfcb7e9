using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;

namespace Yttl.LocalEngine;

/// <summary>What a process needs to run steps: places, tools and credentials. Nothing in it changes what a report says.</summary>
/// <param name="Home">The folder of runs and stored content; created when missing.</param>
/// <param name="LanguageModel">Null when the extractive summariser is to be used.</param>
public sealed record HostSettings(string Home, Toolset Tools, YtDlpSettings YtDlp, LanguageModelSettings? LanguageModel)
{
    public Uri SponsorBlockUrl { get; init; } = new("https://sponsor.ajay.app/");
}
