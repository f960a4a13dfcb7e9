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

    /// <summary>Divides the words into what is doubted and what is not. Joined, the parts are <see cref="Text"/>.</summary>
    public IReadOnlyList<(string Text, bool IsDoubted)> Parts()
    {
        var parts = new List<(string, bool)>();
        var at = 0;
        foreach (var (from, to) in Doubted())
        {
            if (from < at)
                continue;
            if (from > at)
                parts.Add((Text[at..from], false));
            parts.Add((Text[from..to], true));
            at = to;
        }

        if (at < Text.Length)
            parts.Add((Text[at..], false));
        return parts;
    }

    /// <summary>Of those that begin at one place the longest comes first.</summary>
    private IEnumerable<(int From, int To)> Doubted()
    {
        var text = Text;
        return (Sentence?.Doubts ?? []).Where(doubt => doubt.Length > 0).SelectMany(doubt => PlacesOf(doubt, text))
            .OrderBy(place => place.From).ThenByDescending(place => place.To);
    }

    private static List<(int From, int To)> PlacesOf(string doubt, string text)
    {
        var places = new List<(int From, int To)>();
        for (var from = 0; text.IndexOf(doubt, from, StringComparison.Ordinal) is var at and >= 0; from = at + doubt.Length)
            places.Add((at, at + doubt.Length));
        // 17 is no part of 1759; where words have no spaces between them, any place may be meant.
        var whole = places.FindAll(place => !IsWithinWord(text, place.From) && !IsWithinWord(text, place.To));
        return whole is [] ? places : whole;
    }

    private static bool IsWithinWord(string text, int index) => index > 0 && index < text.Length
        && char.IsLetterOrDigit(text[index - 1]) && char.IsLetterOrDigit(text[index]);
}
