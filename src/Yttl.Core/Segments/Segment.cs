using Yttl.Core.Captions;
using Yttl.Core.Time;

namespace Yttl.Core.Segments;

/// <summary>A stretch of transcript, summarised in one model call.</summary>
/// <param name="Index">Counts through the whole video, from 0.</param>
/// <param name="Cues">In order, the first and the last cut where a sentence ends within them; empty where the segment is silent.</param>
internal sealed record Segment(int Index, TimeRange Range, IReadOnlyList<Cue> Cues)
{
    /// <summary>The title of its chapter, untrusted; null where it is in none.</summary>
    public string? Title { get; init; }
}

/// <summary>Consecutive segments, whose summaries are consolidated in one model call.</summary>
/// <param name="Index">Counts through the whole video, from 0.</param>
internal sealed record Hour(int Index, TimeRange Range, IReadOnlyList<Segment> Segments)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>
    /// Each hour holds as many segments as last sixty minutes, counted without silent ones and without what was removed;
    /// at least one.
    /// </summary>
    public static IReadOnlyList<Hour> Of(IEnumerable<Segment> segments, SpokenTime time)
    {
        var hours = new List<Hour>();
        var hour = new List<Segment>();
        var length = TimeSpan.Zero;
        foreach (var segment in segments)
        {
            var more = segment.Cues is [] ? TimeSpan.Zero : time.Between(segment.Range.Start, segment.Range.End);
            if (hour.Count > 0 && more > TimeSpan.Zero && length + more > Longest && length > TimeSpan.Zero)
            {
                End();
                (hour, length) = ([], TimeSpan.Zero);
            }

            hour.Add(segment);
            length += more;
        }

        End();
        return hours;

        void End()
        {
            if (hour.Count > 0)
                hours.Add(new Hour(hours.Count, new TimeRange(hour[0].Range.Start, hour[^1].Range.End), hour));
        }
    }
}
