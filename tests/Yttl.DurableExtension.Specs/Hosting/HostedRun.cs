using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Performance;
using Yttl.Functions.Engine;
using Yttl.Functions.Settings;
using Yttl.Functions.Storage;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Memory;

namespace Yttl.DurableExtension.Specs.Hosting;

/// <summary>What a run that a spec starts is worked on with.</summary>
internal sealed class HostedRun(string root, StepTable steps, IStepMemory memory, IJournalStore journal, TimeProvider time)
{
    public string Root => root;

    public TimeProvider Time => time;

    /// <summary>Whether waits end at once and the clock is the spec's.</summary>
    public bool IsInstant { get; init; }

    /// <summary>The code of the run has returned. The backend stores its result after that.</summary>
    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Activities Activities { get; } =
        new(new StepWork(
            steps,
            memory,
            new RunRecorder(journal, PriceTable.Default, time),
            new StepCancellation(TimeProvider.System, NullLogger<StepCancellation>.Instance),
            new StepTimeLimit(null),
            time));
}
