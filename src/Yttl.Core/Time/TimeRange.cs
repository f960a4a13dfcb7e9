using System.Text.Json.Serialization;

namespace Yttl.Core.Time;

/// <summary>A half-open time range: includes <see cref="Start"/>, excludes <see cref="End"/>.</summary>
public readonly record struct TimeRange
{
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="end"/> is before <paramref name="start"/>.
    /// </exception>
    [JsonConstructor]
    public TimeRange(TimeSpan start, TimeSpan end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    public TimeSpan Start { get; }

    public TimeSpan End { get; }

    public TimeSpan Duration() => End - Start;

    public bool Contains(TimeSpan time) => Start <= time && time < End;

    public bool Overlaps(TimeRange other) => Start < other.End && other.Start < End;

    public static TimeRange Seconds(double start, double end) =>
        new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end));

    public override string ToString() => $"{Timestamp.Text(Start)}–{Timestamp.Text(End)}";
}
