using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Performance;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows;

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

    /// <param name="input">Of the run's workflow.</param>
    public async Task<RunTracker> BeginAsync(RunId run, object? input, TimeProvider time, CancellationToken cancellationToken)
    {
        // Only these lead to a report that tells of them.
        if (!IsOn || input is not VideoInput video)
            return new RunTracker(time) { Tracking = this };
        var tracker = new RunTracker(time)
        {
            Run = run,
            Slots = FindsLimit ? null : video.Options.Window,
            Tracking = this,
        };
        await tracker.GoOnAsync(cancellationToken);
        return tracker;
    }
}
