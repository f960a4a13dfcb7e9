using Yttl.Core.Reports;
using Yttl.Workflows.Runs;

namespace Yttl.Cli.Runs;

/// <param name="Videos">One per video, in the order of the sources, and one per source that could not be run.</param>
/// <param name="Lists">One per playlist with an index page.</param>
internal sealed record SummaryResults(IReadOnlyList<VideoResult> Videos, IReadOnlyList<VideoResult> Lists)
{
    /// <summary>The one answer of stderr, JSON and exit code.</summary>
    public RunStatus Status => Videos.Select(video => video.Status).Together();
}
