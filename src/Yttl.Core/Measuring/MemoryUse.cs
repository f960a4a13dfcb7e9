namespace Yttl.Core.Measuring;

/// <summary>The memory of a process and its children, measured now and then.</summary>
/// <param name="PeakBytes">The most there ever was, as far as was seen.</param>
/// <param name="Samples">In order; thinned out where there were many.</param>
public sealed record MemoryUse(long PeakBytes, IReadOnlyList<MemorySample> Samples);

/// <param name="At">Counted from the start of the sitting.</param>
public sealed record MemorySample(TimeSpan At, long Bytes);
