namespace Yttl.Core.Captions.Formats;

/// <summary>When a cue is shown.</summary>
/// <param name="End">Null where it is missing or unreadable.</param>
internal readonly record struct CueTiming(TimeSpan Start, TimeSpan? End)
{
    /// <summary>Returns the time of a part of the cue; without an end all parts begin at once.</summary>
    /// <param name="count">How many parts there are, each with the same share.</param>
    public CueTiming Share(int index, int count)
    {
        if (count == 1 || End is not { } end || end <= Start)
            return this;
        var (start, share) = (Start, (end - Start) / count);
        return new CueTiming(At(index), index == count - 1 ? end : At(index + 1));

        TimeSpan At(int part) => start + TimeSpan.FromMilliseconds(Math.Round(share.TotalMilliseconds * part));
    }
}
