using Yttl.Core.Reports;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>The state of one run on a host.</summary>
/// <param name="Progress">Null before the first step.</param>
/// <param name="Result">Null while the run is not over, and where it was stopped or its result cannot be read.</param>
public sealed record RunSnapshot(
    RunId Id,
    RunStatus State,
    string? Source,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    RunProgress? Progress,
    IRunResult? Result)
{
    /// <summary>
    /// Whether another version of the app started the run. This version does not continue it: its next generation does
    /// the rest. Until then the run counts as queued.
    /// </summary>
    public bool IsSuperseded { get; init; }

    public bool IsOver => State is not (RunStatus.Queued or RunStatus.Running);
}
