using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Yttl.Core.Hosting;

namespace Yttl.Workflows.Seam;

/// <summary>
/// A unit of work with effects that a workflow awaits: an activity, in Durable Functions. A step runs at least once per
/// call, and takes and returns small records that round-trip through JSON. It throws only what is worth repeating;
/// every final result is an outcome.
/// </summary>
/// <param name="Name">Stable: stored history refers to it.</param>
/// <param name="Version">Raised when the same input should give another result.</param>
public sealed record Step<TInput, TOutput>(
    string Name, int Version, JsonTypeInfo<TInput> Input, JsonTypeInfo<TOutput> Output)
{
    /// <summary>
    /// Whether a workflow runs several of these steps at a time. Their order then follows from the content that they
    /// take and give.
    /// </summary>
    public bool SideBySide { get; init; }

    /// <summary>Makes the work of the step, once per host; null where each host binds its own.</summary>
    public Func<StepDependencies, Func<TInput, CancellationToken, Task<TOutput>>>? Work { get; init; }

    /// <summary>Null for a step that runs every time.</summary>
    public MemoryPolicy<TInput, TOutput>? Memory { get; init; }

    /// <summary>
    /// The key that the step's result for an input is remembered by; null where it is not remembered.
    /// </summary>
    /// <param name="json">The input as JSON; null where it is not at hand.</param>
    public StepKey? KeyOf(TInput input, string? json = null)
    {
        if (Memory is null || Memory.DependsOn(input) is not { } reduced)
            return null;
        var known = ReferenceEquals(reduced, input) ? json : null;
        return StepKey.From(Name, Version, known ?? JsonSerializer.Serialize(reduced, Input));
    }
}
