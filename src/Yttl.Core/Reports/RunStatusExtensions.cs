namespace Yttl.Core.Reports;

public static class RunStatusExtensions
{
    /// <summary>As people read it: what is terminated reads <c>stopped</c>.</summary>
    public static string Name(this RunStatus status) =>
        status is RunStatus.Terminated ? "stopped" : status.ToString().ToLowerInvariant();
}
