using Yttl.Core.Audio;

namespace Yttl.Core.Chunking;

/// <summary>
/// A track as a planner uses it, in whole milliseconds: its silences, in order and with audio between them, and the
/// length of speech between any two times. Lost audio is silent.
/// </summary>
internal sealed class TrackTimeline
{
    /// <summary>Level of padding, in dB relative to full scale: the lowest level of 16-bit audio.</summary>
    private const double DigitalSilence = -96;

    private readonly List<Quiet> _silences = [];
    private readonly List<long> _quietBefore = [];

    public TrackTimeline(AudioTrack track)
    {
        Duration = Milliseconds(track.Duration);
        var padding = Math.Max(0, track.Threshold - DigitalSilence);
        var all = track.Silences.Select(silence => Inside(silence.Start, silence.End, silence.Depth))
            .Concat(track.Lost.Select(lost => Inside(lost.Start, lost.End, padding)));
        foreach (var quiet in all.Where(quiet => quiet.Length > 0).OrderBy(quiet => quiet.Start).ThenBy(quiet => quiet.End))
            Add(quiet);
        long before = 0;
        foreach (var quiet in _silences)
        {
            _quietBefore.Add(before);
            before += quiet.Length;
        }

        Speech = Duration - before;
    }

    public long Duration { get; }

    /// <summary>Total length that is not silent.</summary>
    public long Speech { get; }

    public IReadOnlyList<Quiet> Silences => _silences;

    /// <summary>The stretches between the silences; none is empty.</summary>
    public IEnumerable<(long Start, long End)> Stretches()
    {
        long start = 0;
        foreach (var quiet in _silences)
        {
            if (quiet.Start > start)
                yield return (start, quiet.Start);
            start = quiet.End;
        }

        if (start < Duration)
            yield return (start, Duration);
    }

    public long SpeechBetween(long start, long end) => SpeechBefore(end) - SpeechBefore(start);

    /// <summary>
    /// Returns the silence that contains <paramref name="moment"/>, ends excluded; null where there is none.
    /// </summary>
    public Quiet? SilenceAround(long moment)
    {
        var index = LastStartingBefore(moment);
        return index >= 0 && _silences[index].End > moment ? _silences[index] : null;
    }

    public static long Milliseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMillisecond;

    public static TimeSpan Time(long milliseconds) => new(milliseconds * TimeSpan.TicksPerMillisecond);

    private long SpeechBefore(long moment)
    {
        var index = LastStartingBefore(moment);
        return index < 0
            ? moment
            : moment - _quietBefore[index] - Math.Min(moment - _silences[index].Start, _silences[index].Length);
    }

    private int LastStartingBefore(long moment)
    {
        var (low, high) = (0, _silences.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_silences[middle].Start < moment)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    private Quiet Inside(TimeSpan start, TimeSpan end, double depth) =>
        new(Math.Clamp(Milliseconds(start), 0, Duration), Math.Clamp(Milliseconds(end), 0, Duration), depth);

    private void Add(Quiet next)
    {
        if (_silences is not [.., var last] || next.Start > last.End)
            _silences.Add(next);
        else
            _silences[^1] = new Quiet(
                last.Start, Math.Max(last.End, next.End), next.Length > last.Length ? next.Depth : last.Depth);
    }
}

/// <param name="Depth">Average distance below the threshold, in dB.</param>
internal readonly record struct Quiet(long Start, long End, double Depth)
{
    public long Length => End - Start;
}
