using System.Text.Json.Serialization;
using Yttl.Core.Time;

namespace Yttl.Core.Summaries;

/// <summary>A sentence of a summary, and where in the transcript it is said.</summary>
/// <param name="Text">Untrusted, on one line.</param>
/// <param name="Sources">In order, each at most <see cref="Longest"/>; empty where nothing was found.</param>
public record SourcedSentence(string Text, IReadOnlyList<TimeRange> Sources, SourceSupport Support)
{
    /// <summary>A longer source would not lead to a place. It is several.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // Of a cue without length. Reports have milliseconds.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// The numbers and names of <see cref="Text"/> that are not heard in its part of the video, as they stand in it. A hint:
    /// a number may have been computed, a name spelled otherwise.
    /// </summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Joins what overlaps or touches, and divides what is longer than a source may be.</summary>
    internal static IReadOnlyList<TimeRange> Joined(IEnumerable<TimeRange> ranges) =>
        [.. TimeRanges.Union(ranges.Select(NotEmpty)).SelectMany(Divide)];

    private static TimeRange NotEmpty(TimeRange range) => new(range.Start, Times.Later(range.End, range.Start + Shortest));

    private static IEnumerable<TimeRange> Divide(TimeRange range)
    {
        var count = (int)Math.Ceiling(range.Duration() / Longest);
        for (var i = 0; i < count; i++)
            yield return new TimeRange(
                range.Start + (range.Duration() * i / count),
                i + 1 == count ? range.End : range.Start + (range.Duration() * (i + 1) / count));
    }
}

/// <summary>How the sources of a sentence were found. Words are compared, not what they mean.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceSupport>))]
public enum SourceSupport
{
    /// <summary>The model named the place, or the sentence is the speaker's own, and its words are there.</summary>
    [JsonStringEnumMemberName("cited")] Cited,

    /// <summary>The words were found at a place that the model did not name.</summary>
    [JsonStringEnumMemberName("matched")] Matched,

    /// <summary>The model named the place. The words are not compared: they are in another language than the transcript.</summary>
    [JsonStringEnumMemberName("unchecked")] Unchecked,

    /// <summary>The words were found nowhere.</summary>
    [JsonStringEnumMemberName("none")] None,
}
