using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Measuring;
using Yttl.Core.Performance;
using Yttl.Core.Providers;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Engine;

/// <summary>How the runs of this process are tracked.</summary>
internal sealed record RunTracking
{
    /// <summary>Whether steps are recorded.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>Keeps the records from one session to the next; null keeps none.</summary>
    public FileRunJournal? Journal { get; init; }

    /// <summary>Receives a log entry for each slow step.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Told of the long waits between two calls; null for none.</summary>
    public WaitNews? News { get; init; }

    /// <summary>Keeps how fast language models answer; null keeps nothing.</summary>
    public FilePaces? Paces { get; init; }

    public PriceTable Prices { get; init; } = PriceTable.Empty;

    /// <summary>Null where memory is not watched.</summary>
    public MemoryWatch? Memory { get; init; }

    /// <summary>Whether a run finds its number of calls at once as it goes.</summary>
    public bool FindsLimit { get; init; }

    /// <param name="video">Null for a run that belongs to no video: it has no report to show the figures in.</param>
    public async Task<RunTracker> BeginAsync(RunId run, RunInput? video, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!IsOn || video is null)
            return new RunTracker(run, time) { Tracking = this };
        var tracker = new RunTracker(run, time)
        {
            Journal = Journal,
            Slots = FindsLimit ? null : video.Execution.Window,
            Tracking = this,
        };
        await tracker.GoOnAsync(cancellationToken);
        return tracker;
    }
}
