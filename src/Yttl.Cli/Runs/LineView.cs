using System.Collections.Concurrent;
using Yttl.Cli.Screen;
using Yttl.LocalEngine;
using Yttl.Workflows;

namespace Yttl.Cli.Runs;

/// <summary>Plain lines: one per result, and with <c>-v</c> one per phase of each run.</summary>
internal sealed class LineView(Messages messages, bool verbose) : IRunView
{
    private readonly Lock _oneResultAtATime = new();
    private readonly ConcurrentDictionary<RunId, RunPhase> _phases = new();

    public void Report(RunUpdate value)
    {
        if (!verbose || (_phases.TryGetValue(value.Run, out var before) && before == value.Progress.Phase))
            return;
        _phases[value.Run] = value.Progress.Phase;
        messages.Problem($"{PhaseText.Of(value.Progress)}: {value.Progress.Title ?? value.Source}");
    }

    public void Finished(Request request, VideoResult result)
    {
        lock (_oneResultAtATime)
            ResultLine.Write(messages, request, result);
    }

    public void Unforeseen(Exception exception)
    {
        if (verbose)
            messages.Trace(exception);
    }
}
