using Yttl.Core.Artifacts;
using Yttl.Workflows;

namespace Yttl.LocalEngine.Engine;

/// <summary>A run's view of what is remembered.</summary>
/// <param name="memory">Null for an engine that remembers nothing.</param>
internal sealed class StepMemory(IStepMemory? memory, Reuse reuse, TimeProvider time)
{
    /// <returns>The outcome as JSON; null when the step is to be run.</returns>
    public async Task<string?> FindAsync<TInput, TOutput>(
        Step<TInput, TOutput> step, StepKey? key, CancellationToken cancellationToken)
    {
        if (memory is null || key is not { } known || !MayUse(step.Memory!))
            return null;
        var found = await memory.FindAsync(known, cancellationToken);
        return found is not null && IsStillGood(step.Memory!, found) ? found.Json : null;
    }

    public async Task KeepAsync<TInput, TOutput>(
        Step<TInput, TOutput> step, StepKey? key, TOutput outcome, string json, CancellationToken cancellationToken)
    {
        if (memory is null || key is not { } known || !step.Memory!.IsFinished(outcome))
            return;
        ArtifactRef[] content = [.. step.Memory.Content(outcome).OfType<ArtifactRef>().Distinct()];
        await memory.KeepAsync(
            known, new RememberedResult(step.Name, json, content, time.GetUtcNow()), cancellationToken);
    }

    private bool MayUse<TInput, TOutput>(Remembering<TInput, TOutput> remembering) =>
        reuse is Reuse.Everything || (reuse is Reuse.LookAgain && !remembering.LooksOutside);

    private bool IsStillGood<TInput, TOutput>(Remembering<TInput, TOutput> remembering, RememberedResult found) =>
        remembering.GoodFor is not { } span || (time.GetUtcNow() - found.Made) is var age && age >= TimeSpan.Zero && age < span;
}
