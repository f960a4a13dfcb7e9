using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Results;

/// <summary>
/// News of a run: its progress, or the result of a video or of a list as a whole. Exactly one of the last two is set.
/// </summary>
/// <param name="Run">The run that this concerns. The videos of a playlist have runs of their own.</param>
/// <param name="Source">The source as requested; for the videos of a playlist, the playlist.</param>
public sealed record RunUpdate(RunId Run, string Source, RunProgress? Progress, VideoResult? Result);
