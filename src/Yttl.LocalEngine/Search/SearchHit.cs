using Yttl.Workflows;

namespace Yttl.LocalEngine.Search;

/// <summary>A place in a video where all the words were said.</summary>
/// <param name="VideoTitle">Untrusted.</param>
/// <param name="Time">When the first of <paramref name="Snippet"/>'s cues starts.</param>
/// <param name="Snippet">What was said there, on one line, untrusted; <c>…</c> stands for what was left out.</param>
/// <param name="Link">Opens the video at <paramref name="Time"/>; null for local files.</param>
public sealed record SearchHit(RunId Run, string VideoId, string VideoTitle, TimeSpan Time, string Snippet, Uri? Link);
