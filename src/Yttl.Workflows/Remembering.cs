using Yttl.Core.Artifacts;

namespace Yttl.Workflows;

/// <summary>How a step's finished work is remembered.</summary>
/// <param name="DependsOn">
/// The input reduced to what its result depends on: no credentials, no number of calls at once, no place for output.
/// Null where the result for this input is not worth remembering.
/// </param>
/// <param name="IsFinished">
/// Whether this outcome is the work done. What failed, was stood in for or is to be asked for again is not.
/// </param>
/// <param name="Content">All stored content that the outcome points at, without which it is worth nothing.</param>
public sealed record Remembering<TInput, TOutput>(
    Func<TInput, TInput?> DependsOn,
    Func<TOutput, bool> IsFinished,
    Func<TOutput, IEnumerable<ArtifactRef?>> Content)
{
    /// <summary>The result comes from a site, so that who asks to look again gets it anew.</summary>
    public bool LooksOutside { get; init; }

    /// <summary>How long a result is good for; null for ever.</summary>
    public TimeSpan? GoodFor { get; init; }
}
