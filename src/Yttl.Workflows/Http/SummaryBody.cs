using Yttl.Core.Chunking;
using Yttl.Core.Languages;
using Yttl.Core.Summaries;

namespace Yttl.Workflows.Http;

/// <summary>The body of <c>POST /api/summaries</c>. What is not a member of it is refused, not ignored.</summary>
public sealed record SummaryBody(string Source, SummaryBodyOptions? Options);

/// <summary>
/// All that a caller may choose: never an address, a tool, a path, a key or a provider, which are the host's.
/// </summary>
/// <param name="Language">Wanted language of the captions; null follows the original.</param>
/// <param name="OutputLanguage">Null writes in the transcript's language.</param>
/// <param name="Playlist">Takes the list that a video's address also names.</param>
/// <param name="Sponsorblock">Categories to remove.</param>
/// <param name="ForceTranscribe">Passes captions over.</param>
/// <param name="Callback">Whom to tell how the run ended: an https address of the public internet.</param>
public sealed record SummaryBodyOptions(
    LanguageTag? Language = null,
    LanguageTag? OutputLanguage = null,
    SummaryLength? Length = null,
    SummaryStyle? Style = null,
    bool Playlist = false,
    IReadOnlyList<string>? Sponsorblock = null,
    ChunkStrategy? ChunkSizeStrategy = null,
    bool ForceTranscribe = false,
    string? Callback = null);
