using System.Text.Json.Serialization.Metadata;

namespace Yttl.Workflows.Seam;

/// <summary>
/// Orchestration logic. <paramref name="RunAsync"/> is replayed: with the same input and the same results in the same
/// order it makes the same calls. So it awaits nothing but its <see cref="WorkflowContext"/>.
/// </summary>
/// <param name="Name">Stable: stored history refers to it.</param>
public sealed record Workflow<TInput, TOutput>(
    string Name,
    Func<WorkflowContext, TInput, Task<TOutput>> RunAsync,
    JsonTypeInfo<TInput> Input,
    JsonTypeInfo<TOutput> Output);
