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
            return new Held(here, runs.TryLock(run) ?? throw new YttlException(
                FailureCategory.Processing,
                "run.locked",
                $"Another process is at run {run}: wait for it or stop it, then give the same command again."));
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
