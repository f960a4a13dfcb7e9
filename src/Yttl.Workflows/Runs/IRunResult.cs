using Yttl.Core.Failures;
using Yttl.Core.Reports;

namespace Yttl.Workflows.Runs;

/// <summary>How a run ended, of a video or of a list.</summary>
public interface IRunResult
{
    RunStatus Status { get; }

    /// <summary>Untrusted; null where it is not known.</summary>
    string? Title { get; }

    /// <summary>Parts that are not summarised as asked, of all videos.</summary>
    int Gaps { get; }

    /// <summary>Why the run failed; null where it did not.</summary>
    Failure? Failure { get; }
}
