using Yttl.Core.Processes;

namespace Yttl.Functions.Http;

/// <summary>
/// The tools of this instance. The call is public, and each check starts three processes. So only one check runs at a
/// time, and its result is reused for a while.
/// </summary>
internal sealed class ToolStates(Toolset tools, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private (DateTimeOffset At, IReadOnlyList<ToolCheck> Tools)? _seen;

    public async Task<IReadOnlyList<ToolCheck>> LookAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_seen is { } seen && time.GetUtcNow() - seen.At < Holds)
                return seen.Tools;
            var checks = await new ToolProbe(new ProcessRunner(), tools, time).CheckAllAsync(cancellationToken);
            _seen = (time.GetUtcNow(), checks);
            return checks;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
