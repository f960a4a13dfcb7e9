using Yttl.Core.Time;

namespace Yttl.Core.Segments;

/// <summary>Time as segments count it: what was removed from the transcript has no length.</summary>
/// <param name="removed">In order and without overlaps.</param>
internal sealed class SpokenTime(IReadOnlyList<TimeRange> removed)
{
    public TimeSpan At(TimeSpan time)
    {
        var counted = time;
        foreach (var range in removed)
        {
            if (range.Start >= time)
                break;
            counted -= (range.End < time ? range.End : time) - range.Start;
        }

        return counted;
    }

    public TimeSpan Between(TimeSpan start, TimeSpan end) => end > start ? At(end) - At(start) : TimeSpan.Zero;
}
