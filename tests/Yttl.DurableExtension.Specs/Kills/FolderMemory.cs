using System.Text.Json;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.DurableExtension.Specs.Kills;

/// <summary>
/// Remembers work in files, which outlive the host: one for each time that a step has run. At its kill point a run
/// stands still for as long as the host lives.
/// </summary>
/// <param name="point">Null: the run goes on to its end.</param>
/// <param name="arrived">Called once the run stands still.</param>
internal sealed class FolderMemory(string folder, KillPoint? point, Action arrived) : IStepMemory
{
    private readonly Lock _guard = new();
    private int _begun;
    private bool _stands;

    public async Task<RememberedResult?> FindAsync(StepKey key, CancellationToken cancellationToken)
    {
        if (Stands(isDone: false))
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        if (Directory.EnumerateFiles(folder, $"{key}.*").FirstOrDefault() is not { } file)
            return null;
        var json = await File.ReadAllTextAsync(file, cancellationToken);
        return JsonSerializer.Deserialize(json, RunsJson.Default.RememberedResult);
    }

    public async Task KeepAsync(StepKey key, RememberedResult result, CancellationToken cancellationToken)
    {
        var name = $"{key}.{Guid.NewGuid():N}";
        var unfinished = Path.Combine(folder, $"unfinished {name}");
        await File.WriteAllTextAsync(
            unfinished, JsonSerializer.Serialize(result, RunsJson.Default.RememberedResult), cancellationToken);
        File.Move(unfinished, Path.Combine(folder, name));
        if (Stands(isDone: true))
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
    }

    /// <summary>Whether the run stands still, at its kill point or since: the backend may deliver a step again.</summary>
    private bool Stands(bool isDone)
    {
        if (point is null)
            return false;
        lock (_guard)
        {
            var step = isDone ? _begun - 1 : _begun++;
            if (_stands || (step, isDone) != (point.Step, point.IsDone))
                return _stands;
            _stands = true;
        }

        arrived();
        return true;
    }
}
