using System.Collections.Concurrent;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Specs.Engine;

internal sealed class InMemoryStepMemory : IStepMemory
{
    private readonly ConcurrentDictionary<StepKey, RememberedResult> _results = new();

    public Task<RememberedResult?> FindAsync(StepKey key, CancellationToken cancellationToken) =>
        Task.FromResult(_results.GetValueOrDefault(key));

    public Task KeepAsync(StepKey key, RememberedResult result, CancellationToken cancellationToken)
    {
        _results[key] = result;
        return Task.CompletedTask;
    }
}
