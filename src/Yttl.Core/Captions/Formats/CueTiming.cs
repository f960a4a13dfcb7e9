namespace Yttl.Core.Captions.Formats;

/// <summary>When a cue is shown.</summary>
/// <param name="End">Null where it is missing or unreadable.</param>
internal readonly record struct CueTiming(TimeSpan Start, TimeSpan? End)
{
    /// <summary>Returns the time of a part of the cue; without an end all parts begin at once.</summary>
    /// <param name="count">How many parts there are, each with the same share.</param>
    public CueTiming Share(int index, int count) => Between((double)index / count, (double)(index + 1) / count);

    /// <summary>Returns the time between two places, to the millisecond; without an end all parts begin at once.</summary>
    /// <param name="from">From 0 for the start to 1 for the end.</param>
    public CueTiming Between(double from, double to)
    {
        if (End is not { } end || end <= Start)
            return this;
        var start = Start;
        return new CueTiming(At(from), At(to));

        TimeSpan At(double place) => place switch
        {
            0 => start,
            1 => end,
            _ => start + TimeSpan.FromMilliseconds(Math.Round((end - start).TotalMilliseconds * place)),
        };
    }
}
