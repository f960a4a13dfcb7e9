using Yttl.Core.Reports;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>What a host knows of one run.</summary>
/// <param name="Progress">Null before the first step.</param>
/// <param name="Video">How it ended, for a video; null while it runs and for a list.</param>
/// <param name="List">How it ended, for a list; null while it runs and for a video.</param>
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
    public bool IsOver => State is not (RunStatus.Queued or RunStatus.Running);
}
