using System.Globalization;
using System.Runtime.InteropServices;
using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Segments;
using Yttl.Core.Summaries.Extractive;
using Yttl.Core.Text;

namespace Yttl.Core.Reports;

/// <summary>
/// Gives each segment its title: that of its chapter, else the model's, else the words that set it apart from the others.
/// </summary>
internal static class SegmentTitles
{
    private const int WordsPerTitle = 3;

    // A word said once may be a slip of the recogniser.
    private const int LeastOften = 2;

    /// <param name="written">A model's title of each segment, null where it gave none.</param>
    /// <returns>By the index of the segment; null where there is nothing to go by.</returns>
    public static IReadOnlyList<SegmentTitle?> Of(
        IReadOnlyList<SegmentRef> segments, IReadOnlyList<string?> written, Transcript transcript)
    {
        var counts = Count(segments, transcript);
        var inSegments = counts.SelectMany(count => count.Keys).CountBy(word => word).ToDictionary();
        return [.. segments.Select((segment, i) => FromChapter(segments, i)
            ?? (written[i] is { } title ? new SegmentTitle(title, SegmentTitleSource.Model) : null)
            ?? FromWords(counts[i], inSegments, segments.Count))];
    }

    /// <summary>Where a chapter was divided its parts are numbered.</summary>
    private static SegmentTitle? FromChapter(IReadOnlyList<SegmentRef> segments, int index)
    {
        if (segments[index].Title is not { } title)
            return null;
        var (first, last) = (index, index);
        while (first > 0 && segments[first - 1].Title == title)
            first--;
        while (last + 1 < segments.Count && segments[last + 1].Title == title)
            last++;
        return new SegmentTitle(
            first == last ? title : string.Create(CultureInfo.InvariantCulture, $"{title} ({index - first + 1} of {last - first + 1})"),
            SegmentTitleSource.Chapter);
    }

    private static SegmentTitle? FromWords(
        Dictionary<string, WordCount> counts, Dictionary<string, int> inSegments, int segments)
    {
        var best = counts
            .Where(word => word.Value.Count >= LeastOften && (segments == 1 || inSegments[word.Key] < segments))
            .Select(word => (word.Value, Weight: Math.Log(1 + word.Value.Count) * Math.Log((1.0 + segments) / inSegments[word.Key])))
            .OrderByDescending(word => word.Weight).ThenBy(word => word.Value.First)
            .Take(WordsPerTitle)
            .OrderBy(word => word.Value.First)
            .Select(word => word.Value.Text)
            .ToList();
        if (best.Count == 0)
            return null;
        var title = string.Join(", ", best);
        return new SegmentTitle(char.ToUpperInvariant(title[0]) + title[1..], SegmentTitleSource.Words);
    }

    /// <summary>Counts the words of each segment: of the cues that start in it, as <see cref="SegmentParts"/>.</summary>
    private static List<Dictionary<string, WordCount>> Count(IReadOnlyList<SegmentRef> segments, Transcript transcript)
    {
        var stopWords = StopWords.Find(transcript.Language);
        var counts = segments.Select(_ => new Dictionary<string, WordCount>(StringComparer.Ordinal)).ToList();
        var now = 0;
        foreach (var cue in segments.Count == 0 ? [] : transcript.ToldCues())
        {
            while (now + 1 < segments.Count && cue.Start >= segments[now + 1].Start)
                now++;
            var own = counts[now].GetAlternateLookup<ReadOnlySpan<char>>();
            Words.EachTerm(SpokenText.WithoutMarks(cue.Text), stopWords, (word, term) =>
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(own, term, out var isKnown);
                count = isKnown
                    ? count with { Count = count.Count + 1 }
                    : new WordCount(word.ToString(), 1, own.Dictionary.Count - 1);
            });
        }

        return counts;
    }

    /// <param name="Text">As it was said first.</param>
    /// <param name="First">Its place among the words of the segment.</param>
    private readonly record struct WordCount(string Text, int Count, int First);
}

/// <param name="Text">Untrusted.</param>
internal sealed record SegmentTitle(string Text, SegmentTitleSource From);
