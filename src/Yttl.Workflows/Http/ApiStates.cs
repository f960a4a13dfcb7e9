using Yttl.Core.Reports;

namespace Yttl.Workflows.Http;

/// <summary>How a run ended, in the words of the HTTP contract.</summary>
internal static class ApiStates
{
    public static ApiState Of(RunStatus status) => status switch
    {
        RunStatus.Complete => ApiState.Complete,
        RunStatus.Partial => ApiState.Partial,
        _ => ApiState.Failed,
    };

    public static ApiState Of(PlaylistResult list) =>
        list.Failure is not null || list.Videos.All(video => video.Status is RunStatus.Failed) ? ApiState.Failed
        : list.Videos.All(video => video.Status is RunStatus.Complete) ? ApiState.Complete
        : ApiState.Partial;
}
