using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Results;

/// <summary>A run goes on, or a video, or a list as a whole, has come to its end: exactly one of the last two is set.</summary>
/// <param name="Run">The run this concerns; a playlist's videos have runs of their own.</param>
/// <param name="Source">What was asked for: the playlist, for its videos too.</param>
public sealed record RunUpdate(RunId Run, string Source, RunProgress? Progress, VideoResult? Result);
