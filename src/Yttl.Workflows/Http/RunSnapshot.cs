using Yttl.Core.Reports;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>The state of one run on a host.</summary>
/// <param name="Progress">Null before the first step.</param>
/// <param name="Video">The result of a video's run; null while it runs, and for a list.</param>
/// <param name="List">The result of a list's run; null while it runs, and for a video.</param>
public sealed record RunSnapshot(
    RunId Id,
    RunStatus State,
    string? Source,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    RunProgress? Progress,
    VideoResult? Video,
    PlaylistResult? List)
{
    /// <summary>
    /// Whether another version of the app started the run. This version does not continue it: its next generation does
    /// the rest. Until then the run counts as queued.
    /// </summary>
    public bool IsSuperseded { get; init; }

    public bool IsOver => State is not (RunStatus.Queued or RunStatus.Running);
}
