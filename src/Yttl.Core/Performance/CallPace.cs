namespace Yttl.Core.Performance;

/// <summary>How fast a language model answered when it was last measured.</summary>
/// <param name="PerCall">The average of its answers, without waits for a turn.</param>
/// <param name="AtOnce">How many calls it takes at once, at least 1.</param>
public sealed record CallPace(TimeSpan PerCall, int AtOnce);
