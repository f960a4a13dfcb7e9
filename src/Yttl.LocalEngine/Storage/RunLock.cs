using System.Collections.Concurrent;
using Yttl.Core.Failures;
using Yttl.Workflows;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// One process per run: <c>HOME/runs/ID.lock</c>. Within a process, who asks for a run that is going on waits for it, and
/// then finds its work done.
/// </summary>
internal sealed class RunLock(RunStore runs)
{
    /// <summary>Who only looks whether a run goes on holds its lock for an instant.</summary>
    private const int Attempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<RunId, SemaphoreSlim> _here = new();

    /// <returns>Gives the run back.</returns>
    /// <exception cref="YttlException">
    /// <c>run.locked</c>: another process is at it. <c>run.write</c>: the home folder cannot be written.
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
                $"Another process is at run {run}: wait for it or stop it, then give the same command again.");
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
