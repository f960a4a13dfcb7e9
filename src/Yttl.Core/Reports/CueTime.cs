using Yttl.Core.Captions;

namespace Yttl.Core.Reports;

internal static class CueTime
{
    /// <summary>Returns the time in which at least one cue is shown.</summary>
    /// <param name="cues">Ordered by start.</param>
    public static TimeSpan Union(IEnumerable<Cue> cues)
    {
        var total = TimeSpan.Zero;
        var reached = TimeSpan.MinValue;
        foreach (var cue in cues)
        {
            if (cue.End <= reached)
                continue;
            total += cue.End - (cue.Start > reached ? cue.Start : reached);
            reached = cue.End;
        }
        return total;
    }
}
