namespace Yttl.Core.Measuring;

/// <summary>
/// A wait between two calls of a step. Its provider asked for it, it is longer than a call may wait itself, and the
/// workflow waits without holding a slot.
/// </summary>
/// <param name="Step">The name of the step that is called again after the wait.</param>
/// <param name="Start">In UTC.</param>
public sealed record DelayRecord(string Step, DateTimeOffset Start, TimeSpan Duration);
