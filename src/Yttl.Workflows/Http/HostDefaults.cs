using Yttl.Core.Failures;
using Yttl.Core.Predictions;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.SponsorBlock;
using Yttl.Workflows.Runs;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Http;

/// <summary>What a host uses for every run, for all callers alike.</summary>
/// <param name="Options">Apply where the caller chooses nothing.</param>
public sealed record HostDefaults(RunOptions Options, ExecutionOptions Execution)
{
    /// <summary>Reads the sources of callers: those of strangers, or of the user of this machine.</summary>
    public SourceReader Sources { get; init; } = RemoteSource.TryParse;

    private const int LongestTitle = 200;

    /// <summary>A thousand tokens or two, which every prompt carries: the smallest window of a model has room for them.</summary>
    private const int LongestPrompt = 4096;

    /// <summary>Whether this host has a secret to sign callbacks with. Without one, it sends no callbacks.</summary>
    public bool SendsCallbacks { get; init; }

    /// <summary>Whether the model of this host has a price. Without one, no cost can be limited.</summary>
    public bool IsPriced { get; init; } = true;

    public RunStart Plan(Source source, SummaryBodyOptions? options) => new(
        new RunInput(
            source.ToString(),
            options is null ? Options : Chosen(options),
            options?.MaxCost is { } most ? Execution with { MaxCost = Math.Min(most, Execution.MaxCost ?? most) } : Execution)
        {
            Callback = options?.Callback,
        },
        source.IsList(options is { Playlist: true }));

    public RunStart Plan(UrlListEntry line) => new(new RunInput(line.Source, Options, Execution), line.IsList);

    private RunOptions Chosen(SummaryBodyOptions options) => Options with
    {
        Language = options.Language,
        Speech = Options.Speech is not { } speech ? null : speech with
        {
            Chunks = speech.Chunks with { Strategy = options.ChunkSizeStrategy ?? speech.Chunks.Strategy },
            Force = options.ForceTranscribe,
        },
        SponsorBlock = options.Sponsorblock ?? [],
        Title = Trimmed(options.Title) ?? Options.Title,
        Sections = SectionsOf(options) is var sections && sections == SectionOptions.Default ? null : sections,
        Summary = Options.Summary with
        {
            OutputLanguage = options.OutputLanguage,
            Length = options.Length ?? Options.Summary.Length,
            Style = options.Style ?? Options.Summary.Style,
            Instructions = Trimmed(options.Prompt) ?? Options.Summary.Instructions,
        },
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static SectionOptions SectionsOf(SummaryBodyOptions options) => new(
        options.Sections ?? SectionOptions.Default.Mode, options.SectionMinutes ?? SectionOptions.DefaultMinutes);

    /// <returns>Null where the options are allowed.</returns>
    public ApiAnswer? ProblemOf(SummaryBodyOptions? options)
    {
        if (options?.Sponsorblock?.Except(SponsorBlockClient.RemovableCategories).ToList() is [var unknown, ..])
        {
            return ApiAnswer.Malformed(
                $"options.sponsorblock names '{unknown}': use {string.Join(", ", SponsorBlockClient.RemovableCategories)}.");
        }

        if (options?.SectionMinutes is < 1 or > SectionOptions.MostMinutes)
            return ApiAnswer.Malformed($"options.sectionMinutes is {options.SectionMinutes}: use 1 to {SectionOptions.MostMinutes}.");
        if (options?.Title?.Length > LongestTitle)
            return ApiAnswer.Malformed($"options.title is longer than {LongestTitle} characters.");
        if (options?.Prompt?.Length > LongestPrompt)
            return ApiAnswer.Malformed($"options.prompt is longer than {LongestPrompt} characters.");
        if (options?.MaxCost is < 0)
            return ApiAnswer.Malformed("options.maxCost is below 0.");
        if (options?.MaxCost is not null && !IsPriced)
            return ApiAnswer.Refused(CostLimit.Unpriced(Options.Summary.Provider, Options.Summary.Model));
        return options?.Callback is { } callback ? CallbackProblemOf(callback) : null;
    }

    private ApiAnswer? CallbackProblemOf(string callback) =>
        !SendsCallbacks ? ApiAnswer.Refused(new Failure(
            FailureCategory.Input, "callback.no-secret", "This host signs no callbacks: leave it out, and ask for the status."))
        : CallbackAddress.ProblemOf(callback) is { } failure ? ApiAnswer.Refused(failure)
        : null;
}
