using Yttl.Core.Measuring;

namespace Yttl.Workflows.Hosting;

/// <summary>Records what the steps of a run go through.</summary>
public interface IStepRecorder
{
    /// <summary>A step begins.</summary>
    /// <returns>Null where nothing is recorded.</returns>
    StepTracker? Begin(string step);

    /// <summary>A step has ended, no matter how.</summary>
    Task AddAsync(StepRecord step);
}
