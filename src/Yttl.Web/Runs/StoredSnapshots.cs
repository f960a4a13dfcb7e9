using Yttl.Core.Reports;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;

namespace Yttl.Web.Runs;

/// <summary>The record of a run in the terms of the HTTP contract.</summary>
internal static class StoredSnapshots
{
    /// <param name="run">One that this server does not run.</param>
    public static RunSnapshot Snapshot(this RunStore runs, RunRecord run)
    {
        var isGoingOn = run.State is RunStatus.Running && runs.IsGoingOn(run.Id.Root);
        var isKept = !isGoingOn && run is { Attempt: not null, Result: not null };
        var state = isGoingOn ? RunStatus.Running
            : isKept ? run.Result!.Status
            : run.State is RunStatus.Running ? RunStatus.Terminated
            : run.State;
        var began = isGoingOn ? run.Attempt?.Started ?? run.Started : run.Started;
        return new RunSnapshot(
            run.Id, state, run.Source, began, isGoingOn ? began : run.Ended ?? began, Progress: null, isGoingOn ? null : run.Result);
    }

    /// <summary>The result of a list with those of its videos.</summary>
    public static PlaylistResult ListResult(this RunStore runs, VideoResult list, Action<string> leftOut) => new(
        list.Title,
        [.. runs.ListBelow(list.RunId, leftOut).Select(video => video.Result).OfType<VideoResult>()],
        list.Files.Count > 0 ? list.Files[0] : null,
        Failure: null)
    {
        Notes = list.Notes,
    };
}
