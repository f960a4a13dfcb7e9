using Yttl.Core.Failures;

namespace Yttl.Core.Measuring;

/// <summary>One call that a step made to something outside of it. Times are counted from the start of the step.</summary>
/// <param name="Provider">By the name that the settings give it.</param>
/// <param name="Duration">With all its attempts and waits.</param>
public sealed record CallRecord(string Provider, TimeSpan Start, TimeSpan Duration)
{
    /// <summary>The provider's name of the model; null for what is no model.</summary>
    public string? Model { get; init; }

    /// <summary>In their order; none where no attempt was let through.</summary>
    public IReadOnlyList<AttemptRecord> Attempts { get; init => field = value ?? []; } = [];

    /// <summary>In their order; one for a place in a server lies inside its attempt.</summary>
    public IReadOnlyList<WaitRecord> Waits { get; init => field = value ?? []; } = [];

    /// <summary>Of all attempts together.</summary>
    public long BytesSent { get; init; }

    /// <summary>As the provider counted them, of all answers together.</summary>
    public TokenUsage Tokens { get; init; }

    /// <summary>How long the audio plays that was recognised; zero where there was none.</summary>
    public TimeSpan Audio { get; init; }
}

/// <param name="Failure">Null where it succeeded, or was cancelled.</param>
public sealed record AttemptRecord(TimeSpan Start, TimeSpan Duration, FailureCategory? Failure = null);

public sealed record WaitRecord(WaitKind Kind, TimeSpan Start, TimeSpan Duration);
