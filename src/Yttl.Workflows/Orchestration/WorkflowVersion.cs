namespace Yttl.Workflows.Orchestration;

/// <summary>
/// The version of all workflows together. A host that replays stored history gives it to each run, and does not replay
/// the runs of another version: those continue as their next generation (<see cref="Http.Generations"/>).
/// </summary>
public static class WorkflowVersion
{
    /// <summary>
    /// Raised when a workflow makes other calls, or makes them in another order. The <c>defaultVersion</c> in host.json
    /// is the same.
    /// </summary>
    public const string Current = "2";
}
