using Yttl.Core.Chunking;
using Yttl.Core.Languages;
using Yttl.Core.Segments;
using Yttl.Core.Summaries;

namespace Yttl.Workflows.Http;

/// <summary>The body of <c>POST /api/summaries</c>. An unknown member is refused, not ignored.</summary>
public sealed record SummaryBody(string Source, SummaryBodyOptions? Options);

/// <summary>All that a caller may choose. Addresses, tools, paths, keys and providers belong to the host.</summary>
/// <param name="Language">The language of the captions to use; null uses the original language.</param>
/// <param name="OutputLanguage">Null uses the transcript's language.</param>
/// <param name="SectionMinutes">From 1 to 30; null for 5.</param>
/// <param name="Playlist">Runs the list that a video's address also names.</param>
/// <param name="Sponsorblock">Categories to remove.</param>
/// <param name="ForceTranscribe">Recognises speech although there are captions.</param>
/// <param name="MaxCost">At least 0, in the currency of the host's prices; counts where it is below the host's own limit.</param>
/// <param name="Title">Of the report, in place of the source's own; at most 200 characters.</param>
/// <param name="Prompt">The caller's instructions, added to the prompts; at most 4,096 characters.</param>
/// <param name="Callback">The address that gets the result of the run: https, on the public internet.</param>
public sealed record SummaryBodyOptions(
    LanguageTag? Language = null,
    LanguageTag? OutputLanguage = null,
    SummaryLength? Length = null,
    SummaryStyle? Style = null,
    SectionMode? Sections = null,
    int? SectionMinutes = null,
    bool Playlist = false,
    IReadOnlyList<string>? Sponsorblock = null,
    ChunkStrategy? ChunkSizeStrategy = null,
    bool ForceTranscribe = false,
    decimal? MaxCost = null,
    string? Title = null,
    string? Prompt = null,
    string? Callback = null);
