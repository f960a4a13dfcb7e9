using Yttl.Cli.Terminal;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Runs;

/// <summary>
/// Plain lines: one per result, every ten seconds one per run that is under way and, with <c>-v</c>, one per phase of each
/// run.
/// </summary>
internal sealed class LineView(Messages messages, bool verbose, TimeProvider time) : IRunView
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _oneAtATime = new();
    private readonly HashSet<string> _writtenNotes = [];
    private readonly List<VideoResult> _results = [];
    private readonly Dictionary<RunId, (string Source, RunClock Clock)> _running = [];

    /// <summary>Shows lines while the work runs.</summary>
    public static async Task<T> ShowAsync<T>(Messages messages, bool verbose, TimeProvider time, Func<IRunView, Task<T>> work)
    {
        var view = new LineView(messages, verbose, time);
        using var ticks = new PeriodicTimer(Interval, time);
        var telling = view.TellAsync(ticks);
        try
        {
            return await work(view);
        }
        finally
        {
            ticks.Dispose();
            await telling;
        }
    }

    public void Report(RunId run, string source, RunProgress progress)
    {
        lock (_oneAtATime)
        {
            if (!_running.TryGetValue(run, out var known))
                _running[run] = known = (source, new RunClock(time));
            var isNew = known.Clock.Progress?.Phase != progress.Phase;
            known.Clock.Take(progress);
            if (verbose && isNew)
                messages.Line($"{progress.Title ?? source}: {PhaseText.Format(progress)}");
        }
    }

    public void Finished(Request request, VideoResult result)
    {
        lock (_oneAtATime)
        {
            _running.Remove(result.RunId);
            _results.Add(result);
            ResultLine.Write(
                messages, request, result, _writtenNotes,
                _results.Where(video => !video.RunId.IsRoot && video.RunId.Root == result.RunId));
        }
    }

    public void Unforeseen(Exception exception)
    {
        if (verbose)
            messages.Trace(exception);
    }

    private async Task TellAsync(PeriodicTimer ticks)
    {
        while (await ticks.WaitForNextTickAsync())
            lock (_oneAtATime)
                foreach (var (source, clock) in _running.Values)
                    messages.Line(ProgressLine.Plain(clock.Progress?.Title ?? source, clock));
    }
}
