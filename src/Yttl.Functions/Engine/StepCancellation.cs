using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Yttl.Core.Failures;
using Yttl.Functions.Logging;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Engine;

/// <summary>
/// Cancels the steps of a run that is stopped. The engine discards the result of such a step, but it still runs it, to
/// its end: also a step that waited for its turn when the run was stopped. Each would make its calls of models. The steps
/// of a run that failed go on, as its next generation finds their results.
/// </summary>
internal sealed class StepCancellation(TimeProvider time, ILogger<StepCancellation> logger)
{
    /// <summary>Each look is one read of the row of the run.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<CancellationTokenSource, string> _running = new();

    /// <summary>
    /// Cancels the steps in this process of a run that was told to stop, and of the runs below it. Other processes notice
    /// it within <see cref="Interval"/> of the run's end.
    /// </summary>
    public async Task CancelAsync(RunId root)
    {
        foreach (var (stopped, run) in _running)
        {
            if (run != root.Value && !run.StartsWith($"{root}:", StringComparison.Ordinal))
                continue;
            try
            {
                await stopped.CancelAsync();
            }
            catch (ObjectDisposedException)
            {
                // The step has just ended.
            }
        }
    }

    /// <summary>Runs a step of the run <see cref="RunIdentity.Current"/>.</summary>
    /// <exception cref="YttlException"><c>run.stopped</c>: the run was stopped before the step ended.</exception>
    public async Task<T> RunAsync<T>(
        DurableTaskClient client, Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        if (RunIdentity.Current is not { } run)
            return await step(cancellationToken);
        if (await IsStoppedAsync(client, run, cancellationToken))
            throw Stopped();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _running[stopped] = run;
        var watch = WatchAsync(client, run, stopped, ended.Token);
        try
        {
            return await step(stopped.Token);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Stopped();
        }
        finally
        {
            _running.TryRemove(stopped, out _);
            await ended.CancelAsync();
            await watch;
        }
    }

    private async Task WatchAsync(
        DurableTaskClient client, string run, CancellationTokenSource stopped, CancellationToken ended)
    {
        try
        {
            do
                await Task.Delay(Interval, time, ended);
            while (!await IsStoppedAsync(client, run, ended));
            await stopped.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The step has ended.
        }
    }

    /// <summary>
    /// A run without an instance is not stopped: the first steps of a run may start before the engine has stored its row.
    /// </summary>
    private async Task<bool> IsStoppedAsync(DurableTaskClient client, string run, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetInstanceAsync(run, getInputsAndOutputs: false, cancellationToken)
                is { RuntimeStatus: OrchestrationRuntimeStatus.Terminated };
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Log.NotWatched(logger, run, e.Message);
            return false;
        }
    }

    private static YttlException Stopped() =>
        new(FailureCategory.Cancelled, "run.stopped", "The run was stopped, and its step with it.");
}
