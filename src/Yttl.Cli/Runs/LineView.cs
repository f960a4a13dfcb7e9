using System.Collections.Concurrent;
using Yttl.Cli.Terminal;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Runs;

/// <summary>Plain lines: one per result and, with <c>-v</c>, one per phase of each run.</summary>
internal sealed class LineView(Messages messages, bool verbose) : IRunView
{
    private readonly Lock _oneResultAtATime = new();
    private readonly HashSet<string> _writtenNotes = [];
    private readonly ConcurrentDictionary<RunId, RunPhase> _phases = new();

    public void Report(RunId run, string source, RunProgress progress)
    {
        if (!verbose || (_phases.TryGetValue(run, out var before) && before == progress.Phase))
            return;
        _phases[run] = progress.Phase;
        messages.Problem($"{PhaseText.Format(progress)}: {progress.Title ?? source}");
    }

    public void Finished(Request request, VideoResult result)
    {
        lock (_oneResultAtATime)
            ResultLine.Write(messages, request, result, _writtenNotes);
    }

    public void Unforeseen(Exception exception)
    {
        if (verbose)
            messages.Trace(exception);
    }
}
