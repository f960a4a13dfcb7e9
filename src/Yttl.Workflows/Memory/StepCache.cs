using System.Text.Json;
using Yttl.Core.Artifacts;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Memory;

/// <summary>
/// A run's view of remembered work. Every host reads it before a step runs and adds to it afterwards.
/// </summary>
/// <param name="memory">Null for a host that remembers no work.</param>
/// <param name="now">In UTC. Steps are not replayed, so this may be the host's clock.</param>
public sealed class StepCache(IStepMemory? memory, Reuse reuse, Func<DateTimeOffset> now)
{
    /// <returns>The outcome as JSON; null where the step must run.</returns>
    public async Task<string?> FindAsync<TInput, TOutput>(
        Step<TInput, TOutput> step, StepKey? key, CancellationToken cancellationToken)
    {
        if (memory is null || key is not { } known || !MayUse(step.Memory!))
            return null;
        var found = await memory.FindAsync(known, cancellationToken);
        return found is not null && IsStillGood(step.Memory!, found) && CanBeRead(step, found.Json) ? found.Json : null;
    }

    /// <summary>
    /// Remembers an outcome that is finished work; any other outcome is lost with the run. It cannot be cancelled:
    /// finished work is never done again, even where the run is stopped at that moment.
    /// </summary>
    public async Task KeepAsync<TInput, TOutput>(
        Step<TInput, TOutput> step, StepKey? key, TOutput outcome, string json)
    {
        if (memory is null || key is not { } known || !step.Memory!.IsFinished(outcome))
            return;
        ArtifactRef[] content = [.. step.Memory.Content(outcome).OfType<ArtifactRef>().Distinct()];
        await memory.KeepAsync(known, new RememberedResult(step.Name, json, content, now()), CancellationToken.None);
    }

    private bool MayUse<TInput, TOutput>(MemoryPolicy<TInput, TOutput> remembering) =>
        reuse is Reuse.Everything || (reuse is Reuse.LookAgain && !remembering.LooksOutside);

    /// <summary>Another version of the program may have stored the JSON with another meaning.</summary>
    private static bool CanBeRead<TInput, TOutput>(Step<TInput, TOutput> step, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, step.Output) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool IsStillGood<TInput, TOutput>(MemoryPolicy<TInput, TOutput> remembering, RememberedResult found) =>
        remembering.GoodFor is not { } span || (now() - found.Made) is var age && age >= TimeSpan.Zero && age < span;
}
