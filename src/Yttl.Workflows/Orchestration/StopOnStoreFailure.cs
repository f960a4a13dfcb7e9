using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// Stops calls of models once the store cannot be written: an answer that cannot be stored would be paid for and lost.
/// </summary>
internal sealed class StopOnStoreFailure
{
    private Failure? _unwritable;

    /// <param name="failed">Makes an outcome from the failure that prevents the call.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> call, Func<Failure, T> failed)
    {
        if (_unwritable is not null)
            return failed(_unwritable);
        try
        {
            return await call();
        }
        catch (StepFailedException e)
        {
            if (e.Failure.Code == IArtifactStore.WriteFailed)
                _unwritable = e.Failure;
            return failed(e.Failure);
        }
    }
}
