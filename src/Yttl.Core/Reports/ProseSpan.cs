using Yttl.Core.Summaries;
using Yttl.Core.Time;

namespace Yttl.Core.Reports;

/// <summary>Words of a summary: a sentence, or what belongs to none.</summary>
internal readonly record struct ProseSpan(string Text, SourcedSentence? Sentence)
{
    /// <summary>More would hide the prose; <c>--format json</c> has all.</summary>
    private const int MostPlaces = 3;

    /// <summary>Sources that are no further apart lead a listener to one place.</summary>
    private static readonly TimeSpan OnePlace = TimeSpan.FromSeconds(15);

    /// <summary>Returns the places that are shown, in order: the sources, joined where they are near.</summary>
    public IReadOnlyList<TimeRange> Places()
    {
        var places = new List<TimeRange>();
        foreach (var source in Sentence?.Sources ?? [])
        {
            if (places is [.., var last] && source.Start - last.End <= OnePlace)
                places[^1] = new TimeRange(last.Start, Times.Later(last.End, source.End));
            else
                places.Add(source);
        }

        return [.. places.Take(MostPlaces)];
    }
}
