using Yttl.Core.Artifacts;
using Yttl.Core.Failures;

namespace Yttl.Workflows.Seam;

/// <summary>How a step's finished work is remembered.</summary>
public sealed record MemoryPolicy<TInput, TOutput>
{
    /// <summary>
    /// The input reduced to what its result depends on: no credentials, no number of calls at once, no place for output.
    /// Null where the result for this input is not worth remembering.
    /// </summary>
    public Func<TInput, TInput?> DependsOn { get; init; } = input => input;

    /// <summary>
    /// Whether this outcome is the work done. What failed, was stood in for or is to be asked for again is not.
    /// </summary>
    public Func<TOutput, bool> IsFinished { get; init; } = outcome => outcome is not IOutcome { Failure: not null };

    /// <summary>All stored content that the outcome points at, without which it is worth nothing.</summary>
    public Func<TOutput, IEnumerable<ArtifactRef?>> Content { get; init; } = _ => [];

    /// <summary>The result comes from a site, so that who asks to look again gets it anew.</summary>
    public bool LooksOutside { get; init; }

    /// <summary>How long a result is good for; null for ever.</summary>
    public TimeSpan? GoodFor { get; init; }
}
