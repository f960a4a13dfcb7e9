using Yttl.Core.Measuring;

namespace Yttl.Workflows.Hosting;

/// <summary>Records what the steps of a run go through.</summary>
public interface IStepRecorder
{
    /// <summary>Begins the record of a step.</summary>
    /// <returns>Null where nothing is recorded.</returns>
    StepTracker? Begin(string step);

    /// <summary>Adds the record of a step that has ended, whether or not it succeeded.</summary>
    Task AddAsync(StepRecord step);
}
