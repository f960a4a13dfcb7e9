using System.Collections.Concurrent;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Memory;

internal sealed class DictionaryMemory : IStepMemory
{
    private readonly ConcurrentDictionary<StepKey, RememberedResult> _results = new();

    public int Count => _results.Count;

    public ConcurrentBag<StepKey> Asked { get; } = [];

    public Task<RememberedResult?> FindAsync(StepKey key, CancellationToken cancellationToken)
    {
        Asked.Add(key);
        return Task.FromResult(_results.GetValueOrDefault(key));
    }

    public Task KeepAsync(StepKey key, RememberedResult result, CancellationToken cancellationToken)
    {
        _results[key] = result;
        return Task.CompletedTask;
    }
}
