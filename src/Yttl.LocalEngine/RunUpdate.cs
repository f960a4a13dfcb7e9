using Yttl.Workflows;

namespace Yttl.LocalEngine;

/// <param name="Run">The run this concerns; a playlist's videos have runs of their own.</param>
/// <param name="Source">What was asked for: the playlist, for its videos too.</param>
public sealed record RunUpdate(RunId Run, string Source, RunProgress Progress);
