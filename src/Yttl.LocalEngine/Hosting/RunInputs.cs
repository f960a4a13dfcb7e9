using Yttl.Core.Providers;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;
using Yttl.Workflows.Runs;

namespace Yttl.LocalEngine.Hosting;

/// <summary>Makes the input of a run from the options of a call and what this host has configured.</summary>
internal static class RunInputs
{
    public static async Task<RunInput> InputAsync(
        this LocalHost host, Source source, SummarizeOptions options, CancellationToken cancellationToken) =>
        new(source.ToString(), host.RunOptions(options), await host.ExecutionOptionsAsync(options, cancellationToken));

    /// <summary>Who writes, and how.</summary>
    public static SummaryOptions Writer(this LocalHost host, SummarizeOptions options)
    {
        var model = host.Settings.LanguageModel;
        return new SummaryOptions(
            model?.Provider ?? ProviderTable.Extractive, model?.Model ?? "",
            options.OutputLanguage, options.Length, options.Style, options.Instructions)
        {
            ModelRevision = model?.Revision,
        };
    }

    private static RunOptions RunOptions(this LocalHost host, SummarizeOptions options) => new(
        options.Language, host.Speech.Options(options.Speech), options.SponsorBlock, host.Writer(options))
    {
        Title = options.Title,
        Sections = options.Sections == SectionOptions.Default ? null : options.Sections,
    };

    private static async Task<ExecutionOptions> ExecutionOptionsAsync(
        this LocalHost host, SummarizeOptions options, CancellationToken cancellationToken)
    {
        var model = host.Settings.LanguageModel;
        return new ExecutionOptions(
            options.Sequential ? 1 : model?.MaxConcurrent ?? Environment.ProcessorCount,
            options.Formats,
            Path.GetFullPath(options.OutputFolder))
        {
            VideoWindow = options.Sequential ? 1 : host.Settings.VideosAtOnce,
            MaxListEntries = host.Settings.MaxListEntries,
            NoTranscript = options.NoTranscript,
            TimeLimit = options.TimeLimit,
            MaxCost = options.MaxCost,
            Speech = await host.Speech.ExecutionAsync(options.Sequential, cancellationToken),
            InputTokens = model?.InputTokens,
        };
    }
}
