using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Yttl.Core.Failures;
using Yttl.Functions.Logging;

namespace Yttl.Functions.Engine;

/// <summary>
/// Cancels the steps of a run that is stopped. The engine discards the result of such a step, but it still runs it, to
/// its end: also a step that waited for its turn when the run was stopped. Each would make its calls of models. A step
/// of a run that fails goes on, as the next generation finds its result. None starts, as that generation runs it itself.
/// </summary>
internal sealed class StepCancellation(TimeProvider time, ILogger<StepCancellation> logger)
{
    /// <summary>Each look is one read of the row of the run.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How many looks find no row before its run counts as deleted. The first steps of a run may start before the engine
    /// has stored its row, which takes it no longer than one episode.
    /// </summary>
    private const int LooksWithoutRow = 10;

    private readonly ConcurrentDictionary<CancellationTokenSource, string> _running = new();
    private readonly RunRows _rows = new(logger);

    /// <summary>
    /// Cancels the steps in this process of runs that were told to stop. Other processes notice it within <see
    /// cref="Interval"/> of the run's end.
    /// </summary>
    public async Task CancelAsync(IReadOnlySet<string> runs)
    {
        foreach (var (stopped, run) in _running)
            if (runs.Contains(run))
                await CancelAsync(stopped, run);
    }

    /// <summary>Runs a step of the run <see cref="RunIdentity.Current"/>.</summary>
    /// <exception cref="YttlException">
    /// <c>run.stopped</c>: the run was stopped or deleted before the step ended, or failed before it began.
    /// </exception>
    public async Task<T> RunAsync<T>(
        DurableTaskClient client, Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        if (RunIdentity.Current is not { } run)
            return await step(cancellationToken);
        var first = await _rows.LookAsync(client, run, cancellationToken);
        if (first is RunRow.Terminated or RunRow.Failed)
            throw Stopped("The run is over, so its step does not start.");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _running[stopped] = run;
        var watch = WatchAsync(client, run, first, stopped, ended.Token);
        try
        {
            return await step(stopped.Token);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Stopped("The run was stopped, and its step with it.");
        }
        finally
        {
            _running.TryRemove(stopped, out _);
            await ended.CancelAsync();
            await watch;
        }
    }

    private async Task WatchAsync(
        DurableTaskClient client, string run, RunRow first, CancellationTokenSource stopped, CancellationToken ended)
    {
        try
        {
            var (seen, missed) = (first is RunRow.Other, first is RunRow.None ? 1 : 0);
            for (var row = first; row is not RunRow.Terminated && !(row is RunRow.None && (seen || missed >= LooksWithoutRow));)
            {
                await Task.Delay(Interval, time, ended);
                row = await _rows.LookAsync(client, run, ended);
                seen |= row is RunRow.Other or RunRow.Failed;
                missed += row is RunRow.None ? 1 : 0;
            }

            await CancelAsync(stopped, run);
        }
        catch (OperationCanceledException)
        {
            // The step has ended.
        }
    }

    private async Task CancelAsync(CancellationTokenSource stopped, string run)
    {
        try
        {
            await stopped.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The step has just ended.
        }
        catch (AggregateException e)
        {
            // What the step has registered for its cancellation failed. The stop goes on with the others.
            Log.NotCancelled(logger, run, e.Message);
        }
    }

    private static YttlException Stopped(string message) => new(FailureCategory.Cancelled, "run.stopped", message);
}
