namespace Yttl.Workflows.Http;

/// <summary>What a host knows of one run.</summary>
/// <param name="Progress">Null before the first step.</param>
/// <param name="Video">How it ended, for a video; null while it runs and for a list.</param>
/// <param name="List">How it ended, for a list; null while it runs and for a video.</param>
public sealed record RunSnapshot(
    RunId Id,
    EngineState State,
    string? Source,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    RunProgress? Progress,
    VideoResult? Video,
    PlaylistResult? List)
{
    /// <summary>An engine calls a run complete that ended as planned; whether its report is, the result says.</summary>
    public ApiState ApiState => State switch
    {
        EngineState.Queued => ApiState.Queued,
        EngineState.Running => ApiState.Running,
        EngineState.Terminated => ApiState.Terminated,
        EngineState.Broken => ApiState.Failed,
        _ when Video is not null => ApiStates.Of(Video.Status),
        _ when List is not null => ApiStates.Of(List),
        _ => ApiState.Failed,
    };

    public bool IsOver => State is not (EngineState.Queued or EngineState.Running);
}

/// <summary>What every engine of workflows tells of a run.</summary>
public enum EngineState
{
    Queued,
    Running,

    /// <summary>The workflow returned.</summary>
    Ended,

    /// <summary>The workflow threw, which is a defect or a lost host.</summary>
    Broken,
    Terminated,
}
