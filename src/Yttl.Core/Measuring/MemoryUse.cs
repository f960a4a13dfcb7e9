namespace Yttl.Core.Measuring;

/// <summary>The memory of a process and its children, sampled at intervals.</summary>
/// <param name="PeakBytes">The largest sample.</param>
/// <param name="Samples">In order; thinned out where there were many.</param>
public sealed record MemoryUse(long PeakBytes, IReadOnlyList<MemorySample> Samples);

/// <param name="At">Counted from the start of the session.</param>
public sealed record MemorySample(TimeSpan At, long Bytes);
