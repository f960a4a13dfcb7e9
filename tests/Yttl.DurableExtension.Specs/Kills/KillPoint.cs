using System.Globalization;

namespace Yttl.DurableExtension.Specs.Kills;

/// <summary>Where the activity of a run is when its host is killed.</summary>
/// <param name="Step">The count of the run's remembered steps before it.</param>
/// <param name="IsDone">Whether its result is remembered already, and only the engine does not know it.</param>
internal sealed record KillPoint(int Step, bool IsDone)
{
    /// <summary>The instance of the run that is killed there.</summary>
    public string Run => string.Create(CultureInfo.InvariantCulture, $"step{Step}{(IsDone ? "done" : "begun")}");

    public static IEnumerable<KillPoint> All(int steps) =>
        Enumerable.Range(0, steps).SelectMany(step => new[] { new KillPoint(step, false), new KillPoint(step, true) });
}
