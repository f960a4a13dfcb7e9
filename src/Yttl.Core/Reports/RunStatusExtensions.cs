namespace Yttl.Core.Reports;

public static class RunStatusExtensions
{
    /// <summary>The name for people: a terminated run reads <c>stopped</c>.</summary>
    public static string Name(this RunStatus status) =>
        status is RunStatus.Terminated ? "stopped" : status.ToString().ToLowerInvariant();
}
