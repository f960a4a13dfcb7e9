using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>The body of a callback: how a run ended, and the address for more, which needs a key.</summary>
public sealed record CallbackDocument(
    RunId Id, RunStatus State, string Source, string? Title, int Gaps, Failure? Failure, string StatusUrl, string ReportUrl)
{
    public static CallbackDocument From(VideoResult video) => new(
        video.RunId, video.Status, video.Source, video.Title, video.Gaps, video.Failure,
        ApiPaths.Status(video.RunId), ApiPaths.Report(video.RunId));

    public static CallbackDocument From(RunId run, string source, PlaylistResult list) => new(
        run, list.Status, source, list.Title, list.Gaps, list.Failure,
        ApiPaths.Status(run), ApiPaths.Report(run));
}
