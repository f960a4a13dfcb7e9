using System.Collections.Concurrent;
using Spectre.Console;
using Spectre.Console.Rendering;
using Yttl.Cli.Terminal;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Runs;

/// <summary>
/// Shows a bar for each running run, with its phase and real counts. Results scroll by above the bars.
/// </summary>
internal sealed class BarView : IRunView
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(0.1);

    private readonly Lock _oneAtATime = new();
    private readonly Dictionary<RunId, ProgressTask> _bars = [];
    private readonly ProgressContext _context;
    private readonly ConcurrentDictionary<int, string> _phases;
    private readonly LineView _lines;

    private BarView(ProgressContext context, ConcurrentDictionary<int, string> phases, LineView lines) =>
        (_context, _phases, _lines) = (context, phases, lines);

    /// <summary>Shows bars on stderr while the work runs.</summary>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, bool verbose, Func<IRunView, Task<T>> work)
    {
        var phases = new ConcurrentDictionary<int, string>();
        return console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            // Spectre's own refresh may outlive the display and deadlock with its end: Progress.StartAsync does not
            // wait for a ProgressRefreshThread that has not started yet (still so in 0.57.2).
            .AutoRefresh(false)
            .Columns(
                new TextColumn(task => task.Description, width => Math.Max(12, width - 52)),
                new ProgressBarColumn { Width = 24 },
                new TextColumn(task => phases.GetValueOrDefault(task.Id, "")))
            .StartAsync(async context =>
            {
                using var ticks = new PeriodicTimer(RefreshInterval);
                var refreshing = RefreshAsync(context, ticks);
                try
                {
                    // The lines scroll by above the bars.
                    var lines = new LineView(new Messages(console.WriteLine), verbose);
                    return await work(new BarView(context, phases, lines));
                }
                finally
                {
                    ticks.Dispose();
                    await refreshing;
                }
            });
    }

    public void Report(RunId run, string source, RunProgress progress)
    {
        lock (_oneAtATime)
        {
            if (!_bars.TryGetValue(run, out var bar))
                _bars[run] = bar = _context.AddTask("run");
            bar.Description = Named(progress.Title ?? source);
            _phases[bar.Id] = PhaseText.Format(progress);
            bar.MaxValue = Math.Max(1, progress.Total);
            if (progress.Phase == RunPhase.Report && progress.Done >= progress.Total)
                bar.StopTask();
            else
                // Spectre hides a full bar as completed, but the end of a phase is not the end of the run.
                bar.Value = Math.Min(progress.Done, bar.MaxValue - 0.001);
        }
    }

    public void Finished(Request request, VideoResult result)
    {
        lock (_oneAtATime)
        {
            if (_bars.TryGetValue(result.RunId, out var bar) && !bar.IsFinished)
                bar.StopTask();
            _lines.Finished(request, result);
        }
    }

    public void Unforeseen(Exception exception)
    {
        lock (_oneAtATime)
            _lines.Unforeseen(exception);
    }

    private static async Task RefreshAsync(ProgressContext context, PeriodicTimer ticks)
    {
        while (await ticks.WaitForNextTickAsync())
            context.Refresh();
    }

    private static string Named(string title) => SafeText.Line(title) is { Length: > 0 } name ? name : "untitled";

    /// <param name="width">Returns the column's width for that of the screen; null for that of its widest text.</param>
    private sealed class TextColumn(Func<ProgressTask, string> text, Func<int, int>? width = null) : ProgressColumn
    {
        public override int? GetColumnWidth(RenderOptions options) => width?.Invoke(options.ConsoleSize.Width);

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(text(task)).Overflow(Overflow.Ellipsis);
    }
}
