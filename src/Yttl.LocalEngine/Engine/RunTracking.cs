using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Measuring;
using Yttl.Core.Performance;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Engine;

/// <summary>How the runs of this process are tracked.</summary>
internal sealed record RunTracking
{
    /// <summary>Whether anything is taken down.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>Where records are kept from one sitting to the next; null keeps none.</summary>
    public FileRunJournal? Journal { get; init; }

    /// <summary>Told of what took long.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    public PriceTable Prices { get; init; } = PriceTable.Empty;

    /// <summary>Null where nobody looks at memory.</summary>
    public MemoryWatch? Memory { get; init; }

    /// <summary>Whether the number of calls at once is found out as a run goes.</summary>
    public bool FindsLimit { get; init; }

    /// <param name="video">Null for a run that is no video's: it leads to no report that shows what was tracked.</param>
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
