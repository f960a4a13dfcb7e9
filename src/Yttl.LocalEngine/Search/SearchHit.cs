using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Search;

/// <summary>A place in a video where all search words were said.</summary>
/// <param name="VideoTitle">Untrusted text.</param>
/// <param name="Time">Start time of the first cue in <paramref name="Snippet"/>.</param>
/// <param name="Snippet">Transcript text on one line, untrusted; <c>…</c> marks omitted text.</param>
/// <param name="Link">Opens the video at <paramref name="Time"/>; null for local files.</param>
public sealed record SearchHit(RunId Run, string VideoId, string VideoTitle, TimeSpan Time, string Snippet, Uri? Link);
