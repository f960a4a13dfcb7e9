namespace Yttl.Core.Failures;

/// <summary>What a step returns that may have failed.</summary>
public interface IOutcome
{
    /// <summary>Why it failed, or why something else stands in; null where it is what was asked for.</summary>
    Failure? Failure { get; }
}

/// <summary>The outcome of a step that has nothing else to return.</summary>
public sealed record PlainOutcome(Failure? Failure = null) : IOutcome;
