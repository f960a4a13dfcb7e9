using Yttl.Benchmarks.Results;
using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Citations;
using Yttl.Core.Text;
using Yttl.Core.Time;

namespace Yttl.Benchmarks.Quality;

/// <summary>
/// How good extractive summaries, sources, doubts and sections are: on the sample lecture with a summary written for it, and
/// on recorded calls with points that people wrote down, where the trial data is there.
/// </summary>
internal static class QualityScenario
{
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(120);

    private static readonly LanguageTag English = LanguageTag.Parse("en", null);

    public static async Task<IReadOnlyList<ResultTable>> RunAsync(ScenarioOptions options)
    {
        var seeds = options.IsQuick ? 2 : 20;
        var calls = ReferenceCall.All();
        List<ResultTable> tables = [.. LectureTables(ReferenceLecture.Read(), seeds)];
        if (calls.Count > 0)
        {
            tables.AddRange(await RecallTables.OfAsync(calls, $"{calls.Count} calls", seeds, Target.AtLeast(0.3)));
            tables.AddRange(await RecallTables.OfAsync([ReferenceCall.Long()], "a long call", seeds, least: null));
            tables.AddRange(CallTables(calls, seeds));
        }

        return tables;
    }

    private static IEnumerable<ResultTable> LectureTables(ReferenceLecture lecture, int seeds)
    {
        var segments = Transcripts.Segments(lecture.Transcript, [.. lecture.Chapters]);
        var doubts = Doubts("", lecture.Transcript, segments);
        var sentences = lecture.Sentences.SelectMany((own, i) => own.Select(text => (Segment: i, Text: text))).ToList();
        var sources = Sources(lecture.Transcript, segments);
        var found = sentences.ConvertAll(sentence => sources[sentence.Segment].Find(new CitedSentence(sentence.Text, [])));
        yield return new ResultTable(
            $"{sentences.Count} true sentences about the sample lecture",
            "A sentence of one's own words has to be found in its chapter, and nothing in it may be doubted.",
            ["sentences"],
            "share",
            [
                Row("found in its chapter", found.Select(sentence => sentence.Support is SourceSupport.Matched), Target.AtLeast(0.9)),
                Row("found in the chapter after it, wrongly", sentences.Select(sentence => sources[(sentence.Segment + 1) % sources.Count]
                    .Find(new CitedSentence(sentence.Text, [])).Support is SourceSupport.Matched), null),
                Row("doubted", sentences.Select(sentence => IsDoubted(sentence.Segment, sentence.Text)), Target.AtMost(0.02)),
            ]);
        yield return MutationTable("The same sentences made wrong at one place", IsDoubted, sentences,
            [.. segments.Select(segment => string.Join(' ', segment.Cues.Select(cue => cue.Text)))], seeds, Target.AtLeast(0.98));

        bool IsDoubted(int segment, string text) =>
            doubts.Mark([sources[segment].Find(new CitedSentence(text, []))], segment, segment).Single().Doubts.Count > 0;
    }

    private static IEnumerable<ResultTable> CallTables(IReadOnlyList<ReferenceCall> calls, int seeds)
    {
        var own = new List<bool>();
        var plain = new List<bool>();
        var doubted = new List<bool>();
        var literal = new List<bool>();
        foreach (var call in calls)
        {
            var sentences = PromptSentence.Of(call.Transcript.Cues, English);
            var finder = new SourceFinder(sentences, English);
            var doubts = Doubts(call.Title, call.Transcript, call.Segments);
            var text = string.Join(' ', call.Transcript.Cues.Select(cue => cue.Text));
            foreach (var point in call.Points)
            {
                own.Add(finder.Likeliest(point.Text) is { } place && (place.Start - point.At).Duration() <= Near);
                plain.Add((PlainOverlap(sentences, point.Text) - point.At).Duration() <= Near);
                doubted.Add(doubts.Mark([Around(point)], 0, call.Segments.Count - 1).Single().Doubts.Count > 0);
                literal.Add(!point.Text.Split([' ', ',', ';', '.', '(', ')', '/', ':'], StringSplitOptions.RemoveEmptyEntries).Skip(1)
                    .Where(word => char.IsUpper(word[0]) || char.IsDigit(word[0])).All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
            }
        }

        yield return new ResultTable(
            $"{own.Count} points of {calls.Count} calls, each looked for in the whole call",
            "The place that is found lies within two minutes of the one that a person wrote down.",
            ["points"],
            "share",
            [Row("words weighted by rarity", own, Target.AtLeast(0.78)), Row("plain overlap of three sentences", plain, null)]);
        yield return new ResultTable(
            "The same points, all of them true",
            "What is marked although it is right: recognisers spell names in their own way, and people compute numbers.",
            ["points"],
            "share doubted",
            [Row("numbers folded, names by their sound", doubted, Target.AtMost(0.2)), Row("every number and name by its letters, in the whole call", literal, null)]);
        yield return SectionTable.Of(calls, seeds);
    }

    private static ResultTable MutationTable(
        string title, Func<int, string, bool> isDoubted, IReadOnlyList<(int Segment, string Text)> sentences, IReadOnlyList<string> texts, int seeds, Target target)
    {
        var (numbers, names, swaps, negations) = (new List<bool>(), new List<bool>(), new List<bool>(), new List<bool>());
        for (var seed = 0; seed < seeds; seed++)
        {
            var random = new Random(seed);
            foreach (var (segment, text) in sentences)
            {
                Try(numbers, segment, Mutation.Number(text, random, heard: texts[segment]));
                Try(names, segment, Mutation.Name(
                    text, random, [.. Names(other => other != segment).Where(name => !texts[segment].Contains(name, StringComparison.OrdinalIgnoreCase))]));
                Try(swaps, segment, Mutation.Name(text, random, Names(other => other == segment)));
                Try(negations, segment, text.Contains(" was ", StringComparison.Ordinal) ? text.Replace(" was ", " was not ", StringComparison.Ordinal) : null);
            }
        }

        return new ResultTable(
            title,
            "Words show what is said nowhere. They hardly show that two things were exchanged, or that one was denied where another is.",
            ["sentences"],
            "share doubted",
            [
                Row("a number changed", numbers, target),
                Row("a name from another chapter", names, target),
                Row("a name from the same chapter", swaps, null),
                Row("the opposite", negations, null),
            ]);

        void Try(List<bool> into, int segment, string? wrong)
        {
            if (wrong is not null)
                into.Add(isDoubted(segment, wrong));
        }

        List<string> Names(Func<int, bool> isWanted) =>
            [.. sentences.Where(sentence => isWanted(sentence.Segment)).SelectMany(sentence => Mutation.NamesIn(sentence.Text)).Distinct()];
    }

    private static TimeSpan PlainOverlap(IReadOnlyList<PromptSentence> sentences, string text)
    {
        var stopWords = StopWords.Find(English);
        var wanted = Terms(text);
        var terms = sentences.Select(sentence => Terms(sentence.Text)).ToList();
        var best = Enumerable.Range(0, Math.Max(1, sentences.Count - 2))
            .MaxBy(i => terms.Skip(i).Take(3).SelectMany(own => own).Where(wanted.Contains).Distinct().Count());
        return sentences[best].Sources[0].Start;

        HashSet<string> Terms(string words)
        {
            var terms = new HashSet<string>();
            Words.EachTerm(words, stopWords, (_, term) => terms.Add(term.ToString()));
            return terms;
        }
    }

    private static List<SourceFinder> Sources(Transcript transcript, IReadOnlyList<Segment> segments) =>
        [.. segments.Select(segment => new SourceFinder(PromptSentence.Of(segment.Cues, transcript.Language), transcript.Language))];

    private static DoubtFinder Doubts(string title, Transcript transcript, IReadOnlyList<Segment> segments) => new(
        new Video { Id = "reference", Title = title, Extractor = CaptionFile.Extractor },
        transcript,
        [.. segments.Select(segment => new SegmentRef(segment.Index, segment.Range.Start, segment.Range.End, null) { Title = segment.Title })],
        English);

    /// <summary>Points are written down within two minutes of what was said.</summary>
    private static SourcedSentence Around(ReferencePoint point) =>
        new(point.Text, [new TimeRange(Times.Later(TimeSpan.Zero, point.At - Near), point.At + Near)], SourceSupport.Cited);

    private static Row Row(string name, IEnumerable<bool> results, Target? target)
    {
        List<bool> all = [.. results];
        return new Row(name, [Figure.Of($"{all.Count}")], all.Count == 0 ? 0 : (double)all.Count(result => result) / all.Count, target);
    }
}
