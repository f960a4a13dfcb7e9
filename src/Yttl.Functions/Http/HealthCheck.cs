using Yttl.Core.Processes;
using Yttl.Functions.Storage;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Http;

/// <summary>
/// What works on this instance. The call is public, and each check starts a process for every tool and asks the
/// storage account. So only one check runs at a time, and its result is reused for a minute.
/// </summary>
internal sealed class HealthCheck(Toolset tools, BlobContainers containers, HostDefaults defaults, TimeProvider time)
    : IDisposable
{
    internal static readonly TimeSpan Holds = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan StoragePatience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1);
    private (DateTimeOffset At, HealthDocument Health)? _seen;

    public async Task<HealthDocument> RunAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_seen is { } seen && time.GetUtcNow() - seen.At < Holds)
                return seen.Health;
            var storage = containers.AnswerAsync(StoragePatience, time, cancellationToken);
            var checks = new ToolProbe(new ProcessRunner(), tools, time).CheckAllAsync(cancellationToken);
            var health = HealthDocument.From(defaults, await checks, await storage);
            _seen = (time.GetUtcNow(), health);
            return health;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
