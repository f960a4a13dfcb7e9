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
    private readonly Dictionary<RunId, Bar> _bars = [];
    private readonly ConcurrentDictionary<int, Bar> _shown = new();
    private readonly ProgressContext _context;
    private readonly LineView _lines;

    private BarView(ProgressContext context, ConcurrentDictionary<int, Bar> shown, LineView lines) =>
        (_context, _shown, _lines) = (context, shown, lines);

    /// <summary>Shows bars on stderr while the work runs.</summary>
    /// <param name="messages">They are written above the bars meanwhile.</param>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, Messages messages, bool verbose, Func<IRunView, Task<T>> work)
    {
        var shown = new ConcurrentDictionary<int, Bar>();
        return console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            // Spectre's own refresh may outlive the display and deadlock with its end: Progress.StartAsync does not
            // wait for a ProgressRefreshThread that has not started yet (still so in 0.57.2).
            .AutoRefresh(false)
            .Columns(new LineColumn(shown))
            .StartAsync(async context =>
            {
                using var ticks = new PeriodicTimer(RefreshInterval);
                var refreshing = RefreshAsync(context, ticks);
                var below = messages.Redirect(line => WriteAbove(console, line));
                try
                {
                    return await work(new BarView(context, shown, new LineView(messages, verbose, TimeProvider.System)));
                }
                finally
                {
                    messages.Redirect(below);
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
            {
                _bars[run] = bar = new Bar(_context.AddTask("run", autoStart: true, maxValue: 1), new RunClock(TimeProvider.System));
                bar.Take(source, progress);
                _shown[bar.Task.Id] = bar;
            }

            bar.Take(source, progress);
            if (progress.Phase == RunPhase.Report && progress.Done >= progress.Total)
                bar.Task.StopTask();
        }
    }

    public void Finished(Request request, VideoResult result)
    {
        lock (_oneAtATime)
        {
            if (_bars.TryGetValue(result.RunId, out var bar) && !bar.Task.IsFinished)
                bar.Task.StopTask();
            _lines.Finished(request, result);
        }
    }

    public void Unforeseen(Exception exception)
    {
        lock (_oneAtATime)
            _lines.Unforeseen(exception);
    }

    /// <summary>Writes over the bars, so each line fills its width: what is shorter would leave their ends.</summary>
    private static void WriteAbove(IAnsiConsole console, string line) =>
        console.WriteLine(TextWrap.Pad(line, console.Profile.Width));

    private static async Task RefreshAsync(ProgressContext context, PeriodicTimer ticks)
    {
        while (await ticks.WaitForNextTickAsync())
            context.Refresh();
    }

    /// <summary>A run on the screen. Spectre keeps the line; what is in it stands here.</summary>
    private sealed class Bar(ProgressTask task, RunClock clock)
    {
        private readonly Lock _oneAtATime = new();
        private string _title = "";

        public ProgressTask Task => task;

        public void Take(string source, RunProgress progress)
        {
            lock (_oneAtATime)
            {
                _title = SafeText.Line(progress.Title ?? source) is { Length: > 0 } name ? name : "untitled";
                clock.Take(progress);
            }
        }

        public ProgressLine Line(int width, bool unicode)
        {
            lock (_oneAtATime)
                return ProgressLine.From(_title, clock, width, unicode);
        }
    }

    /// <summary>The whole line: columns of Spectre's own would wrap a line that is too long.</summary>
    private sealed class LineColumn(ConcurrentDictionary<int, Bar> shown) : ProgressColumn
    {
        // A terminal that is one column narrower by now still has room for it.
        private const int Margin = 2;

        protected override bool NoWrap => true;

        public override int? GetColumnWidth(RenderOptions options) => Math.Max(1, options.ConsoleSize.Width - Margin);

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            if (!shown.TryGetValue(task.Id, out var bar))
                return Text.Empty;
            var line = bar.Line(Math.Max(1, options.ConsoleSize.Width - Margin), options.Unicode);
            var text = new Paragraph().Overflow(Overflow.Crop).Append($"{line.Title}  ");
            if (line.Done.Length + line.Rest.Length > 0)
                text.Append(line.Done, new Style(Color.Teal)).Append(line.Rest, new Style(Color.Grey)).Append("  ");
            return text.Append(line.Facts);
        }
    }
}
