namespace Yttl.Benchmarks.Quality;

/// <summary>A sentence of a summary.</summary>
/// <param name="At">The start of its source; null where it has none.</param>
internal sealed record TimedSentence(TimeSpan? At, string Text);

/// <summary>How much of what people wrote down of a call a summary holds, in shares of content words.</summary>
/// <param name="Near">In the segments within five minutes of a point's time.</param>
/// <param name="Own">In the segment that holds the time.</param>
/// <param name="Source">In the sentences whose source starts within 150 s of it, however long segments are.</param>
/// <param name="Words">The length of all summaries together.</param>
internal readonly record struct Recall(double Near, double Own, double Source, double Words)
{
    private static readonly TimeSpan NearSegment = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan NearSource = TimeSpan.FromSeconds(150);

    /// <param name="summaries">One for each segment.</param>
    public static Recall Of(IReadOnlyList<IReadOnlyList<TimedSentence>> summaries, ReferenceCall call)
    {
        var own = summaries.Zip(call.Segments, (sentences, segment) => (segment.Range, Sentences: sentences)).ToList();
        var all = summaries.SelectMany(sentences => sentences).ToList();
        var points = call.Points.Select(point => (point.At, Words: ContentWords.In(point.Text))).Where(point => point.Words.Count > 0).ToList();
        return new Recall(
            points.Average(point => Share(point.Words, own
                .Where(part => part.Range.End > point.At - NearSegment && part.Range.Start < point.At + NearSegment)
                .SelectMany(part => part.Sentences))),
            points.Average(point => Share(point.Words, own
                .Where(part => part.Range.Start <= point.At && point.At < part.Range.End)
                .SelectMany(part => part.Sentences))),
            points.Average(point => Share(point.Words, all.Where(sentence => (sentence.At - point.At)?.Duration() <= NearSource))),
            all.Sum(sentence => ContentWords.Count(sentence.Text)));
    }

    public static Recall Mean(IReadOnlyCollection<Recall> all) => new(
        all.Average(one => one.Near), all.Average(one => one.Own), all.Average(one => one.Source), all.Average(one => one.Words));

    private static double Share(HashSet<string> wanted, IEnumerable<TimedSentence> sentences)
    {
        var found = ContentWords.In(string.Join(' ', sentences.Select(sentence => sentence.Text)));
        return (double)wanted.Count(found.Contains) / wanted.Count;
    }
}
