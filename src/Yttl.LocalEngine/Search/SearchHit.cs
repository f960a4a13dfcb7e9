using Yttl.Core.Search;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Search;

/// <summary>A place in a video, or in its report, that contains all search words.</summary>
/// <param name="VideoTitle">Untrusted text.</param>
/// <param name="Time">
/// Of a transcript the start of the first cue in <paramref name="Snippet"/>; of a summary the start of
/// the first source of the sentence with the first of the words, without one where the part that it summarises begins; of a
/// section's title where the section begins; of a title 0.
/// </param>
/// <param name="Snippet">The text found, on one line, untrusted; <c>…</c> marks omitted text.</param>
/// <param name="Link">
/// Opens the video at <paramref name="Time"/>; for local files the HTML report there, null where there is none.
/// </param>
public sealed record SearchHit(
    RunId Run, string VideoId, string VideoTitle, SearchPlace Place, TimeSpan Time, string Snippet, Uri? Link);

/// <param name="Hits">Newest run first; of a run its title, its summaries, then its transcript, each in its order.</param>
/// <param name="HasMore">Whether there are more hits than the limit.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, bool HasMore);
