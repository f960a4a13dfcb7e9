using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Yttl.Core.Hosting;

namespace Yttl.Workflows.Seam;

/// <summary>
/// A unit of effectful work that a workflow awaits: an activity, in Durable Functions. A step runs at least once per
/// call, takes and returns small records that round-trip through JSON, throws only what is worth repeating and returns
/// everything final as an outcome.
/// </summary>
/// <param name="Name">Stable: stored history refers to it.</param>
/// <param name="Version">Raised when the same input should give a different result.</param>
public sealed record Step<TInput, TOutput>(
    string Name, int Version, JsonTypeInfo<TInput> Input, JsonTypeInfo<TOutput> Output)
{
    /// <summary>
    /// Whether a workflow runs several of it at a time. What it does not say of its order is told by the content that
    /// it takes and gives.
    /// </summary>
    public bool SideBySide { get; init; }

    /// <summary>Makes what does the work, once per host; null where each host binds its own.</summary>
    public Func<StepDependencies, Func<TInput, CancellationToken, Task<TOutput>>>? Work { get; init; }

    /// <summary>Null for a step that is run every time.</summary>
    public MemoryPolicy<TInput, TOutput>? Memory { get; init; }

    /// <summary>What this step's result for an input is remembered by; null where it is not remembered.</summary>
    public StepKey? KeyOf(TInput input) =>
        Memory is not null && Memory.DependsOn(input) is { } reduced
            ? StepKey.From(Name, Version, JsonSerializer.Serialize(reduced, Input))
            : null;
}
