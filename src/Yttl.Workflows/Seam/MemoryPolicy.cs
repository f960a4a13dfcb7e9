using Yttl.Core.Artifacts;
using Yttl.Core.Failures;

namespace Yttl.Workflows.Seam;

/// <summary>How the finished work of a step is remembered.</summary>
public sealed record MemoryPolicy<TInput, TOutput>
{
    /// <summary>
    /// Reduces the input to what its result depends on: no credentials, no number of calls at once, no output folder.
    /// Returns null where the result for this input is not worth remembering.
    /// </summary>
    public Func<TInput, TInput?> DependsOn { get; init; } = input => input;

    /// <summary>
    /// Whether this outcome is finished work. A failure, a fallback and an outcome that asks for another call are not.
    /// </summary>
    public Func<TOutput, bool> IsFinished { get; init; } = outcome => outcome is not IOutcome { Failure: not null };

    /// <summary>All stored content that the outcome refers to. Without it the outcome is useless.</summary>
    public Func<TOutput, IEnumerable<ArtifactRef?>> Content { get; init; } = _ => [];

    /// <summary>Whether the result comes from a site. A run that looks again then gets it anew.</summary>
    public bool LooksOutside { get; init; }

    /// <summary>How long a result is valid; null for no limit.</summary>
    public TimeSpan? GoodFor { get; init; }
}
