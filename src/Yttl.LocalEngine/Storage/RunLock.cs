using System.Collections.Concurrent;
using Yttl.Core.Failures;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Allows one process per run: <c>HOME/runs/ID.lock</c>. Within a process, a second request for an active run waits for
/// it and then finds its work done.
/// </summary>
internal sealed class RunLock(RunStore runs)
{
    /// <summary>Attempts to lock: a check whether a run is active holds its lock for a moment.</summary>
    private const int Attempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<RunId, SemaphoreSlim> _here = new();

    /// <returns>Disposal releases the run.</returns>
    /// <exception cref="YttlException">
    /// <c>run.locked</c>: another process runs it. <c>run.write</c>: the home folder is not writable.
    /// </exception>
    public async Task<IDisposable> TakeAsync(RunId run, CancellationToken cancellationToken)
    {
        var here = _here.GetOrAdd(run, _ => new SemaphoreSlim(1));
        await here.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; attempt <= Attempts; attempt++)
            {
                if (runs.TryLock(run) is { } file)
                    return new Held(here, file);
                await Task.Delay(Pause, cancellationToken);
            }

            throw new YttlException(
                FailureCategory.Processing,
                "run.locked",
                $"another process is working on run {run}: wait for it or stop it, then run the same command again");
        }
        catch
        {
            here.Release();
            throw;
        }
    }

    private sealed class Held(SemaphoreSlim here, IDisposable file) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            here.Release();
        }
    }
}
