using Yttl.Cli.Terminal;

namespace Yttl.Cli.Runs;

/// <summary>Chooses how the progress of runs is shown.</summary>
internal static class RunViews
{
    public static Task<T> ShowAsync<T>(CliContext surroundings, bool verbose, Func<IRunView, Task<T>> work) =>
        Consoles.WantsBars(surroundings)
            ? BarView.ShowAsync(Consoles.OfError(surroundings), verbose, work)
            : LineView.ShowAsync(new Messages(surroundings), verbose, TimeProvider.System, work);
}
