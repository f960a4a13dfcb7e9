using Yttl.Cli.Terminal;

namespace Yttl.Cli.Runs;

/// <summary>Chooses how the progress of runs is shown.</summary>
internal static class RunViews
{
    /// <param name="messages">All that the command writes to stderr meanwhile.</param>
    public static Task<T> ShowAsync<T>(
        CliContext surroundings, Messages messages, bool verbose, Func<IRunView, Task<T>> work) =>
        Consoles.WantsBars(surroundings)
            ? BarView.ShowAsync(Consoles.OfError(surroundings), messages, verbose, work)
            : LineView.ShowAsync(messages, verbose, TimeProvider.System, work);
}
