namespace Yttl.Core.Measuring;

/// <summary>
/// A wait between two calls of a step: longer than a call may wait itself, asked for by its provider and taken by the
/// workflow, in no slot.
/// </summary>
/// <param name="Step">The name of the step that is called again afterwards.</param>
/// <param name="Start">In UTC.</param>
public sealed record DelayRecord(string Step, DateTimeOffset Start, TimeSpan Duration);
