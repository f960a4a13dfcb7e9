using Yttl.Core.Failures;

namespace Yttl.Core.Measuring;

/// <summary>One call of a step to something outside of it. Times are counted from the start of the step.</summary>
/// <param name="Provider">The provider's name in the settings.</param>
/// <param name="Duration">With all attempts and waits.</param>
public sealed record CallRecord(string Provider, TimeSpan Start, TimeSpan Duration)
{
    /// <summary>The provider's name of the model; null for a call of something other than a model.</summary>
    public string? Model { get; init; }

    /// <summary>In their order; empty where no attempt was allowed.</summary>
    public IReadOnlyList<AttemptRecord> Attempts { get; init => field = value ?? []; } = [];

    /// <summary>In their order. A wait for a place in a server lies inside its attempt.</summary>
    public IReadOnlyList<WaitRecord> Waits { get; init => field = value ?? []; } = [];

    /// <summary>Bytes of all attempts together.</summary>
    public long BytesSent { get; init; }

    /// <summary>The provider's counts, of all answers together.</summary>
    public TokenUsage Tokens { get; init; }

    /// <summary>The length of the recognised audio; zero where there was none.</summary>
    public TimeSpan Audio { get; init; }
}

/// <param name="Failure">Null where the attempt succeeded or was cancelled.</param>
public sealed record AttemptRecord(TimeSpan Start, TimeSpan Duration, FailureCategory? Failure = null);

public sealed record WaitRecord(WaitKind Kind, TimeSpan Start, TimeSpan Duration);
