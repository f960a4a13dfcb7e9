namespace Yttl.Core.Captions.Formats;

/// <summary>When a cue is shown.</summary>
/// <param name="End">Null where it is missing or unreadable.</param>
internal readonly record struct CueTiming(TimeSpan Start, TimeSpan? End);
