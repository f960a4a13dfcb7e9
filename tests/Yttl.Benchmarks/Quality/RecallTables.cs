using System.Text.RegularExpressions;
using Yttl.Benchmarks.Results;
using Yttl.Core.Providers;
using Yttl.Core.Segments;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Extractive;

namespace Yttl.Benchmarks.Quality;

/// <summary>What the extractive summaries of calls hold of their points, and how their sentences read.</summary>
internal static partial class RecallTables
{
    private const string Ours = "chosen by coverage";
    private const string Greedy = "greedy cover of rare words";
    private const double MostWords = 750;
    private const int FewContentWords = 4;

    private static readonly SummaryOptions Options =
        new(ProviderTable.Extractive, Model: "", null, SummaryLength.Medium, SummaryStyle.Narrative, null);

    /// <param name="name">What the calls are.</param>
    /// <param name="least">Of the points' words near the sources.</param>
    public static async Task<IReadOnlyList<ResultTable>> OfAsync(
        IReadOnlyList<ReferenceCall> calls, string name, int seeds, Target? least)
    {
        var results = new Dictionary<string, List<Recall>>();
        var written = new List<string>();
        foreach (var call in calls)
        {
            var summaries = await SummarizeAsync(call);
            written.AddRange(summaries.SelectMany(sentences => sentences).Select(sentence => sentence.Text));
            foreach (var (system, recall) in Compare(call, summaries, seeds))
                (results.TryGetValue(system, out var all) ? all : results[system] = []).Add(recall);
        }

        var means = results.ToDictionary(result => result.Key, result => Recall.Mean(result.Value));
        return [RecallTable(means, name, least), AtEqualWords(means, name, isBounded: least is not null), ReadingTable(written, name)];
    }

    private static async Task<List<IReadOnlyList<TimedSentence>>> SummarizeAsync(ReferenceCall call)
    {
        var summaries = new List<IReadOnlyList<TimedSentence>>();
        foreach (var segment in call.Segments)
        {
            var text = new SegmentText(segment.Range.Start, segment.Range.End, call.Transcript.Language, segment.Cues);
            var summary = segment.Cues is [] ? null : await new ExtractiveSummarizer()
                .SummarizeSegmentAsync(text, call.Title, Options, CancellationToken.None);
            summaries.Add([.. (summary?.Summary.Sentences ?? []).Select(sentence => new TimedSentence(sentence.Sources[0].Start, sentence.Text))]);
        }

        return summaries;
    }

    /// <summary>Fills, segment by segment, as many words with other sentences of the same text.</summary>
    private static IEnumerable<(string System, Recall Recall)> Compare(
        ReferenceCall call, List<IReadOnlyList<TimedSentence>> summaries, int seeds)
    {
        var texts = call.Segments.Select(segment => Baselines.Sentences(
            call.Transcript.Cues.Where(cue => segment.Range.Start <= cue.Start && cue.Start < segment.Range.End))).ToList();
        var lengths = summaries.ConvertAll(summary => summary.Sum(sentence => ContentWords.Count(sentence.Text)));
        var frequency = texts.SelectMany(sentences => sentences).SelectMany(sentence => ContentWords.In(sentence.Text))
            .CountBy(word => word).ToDictionary();
        var count = texts.Sum(sentences => sentences.Count);
        yield return (Ours, Recall.Of(summaries, call));
        yield return (Greedy, Fill((sentences, words) => Baselines.Greedy(sentences, words, frequency, count)));
        yield return ("longest sentences", Fill(Baselines.Longest));
        yield return (Figure.Of($"random sentences, {seeds} seeds"), Recall.Mean([.. Enumerable.Range(0, seeds)
            .Select(seed => new Random(seed)).Select(random => Fill((sentences, words) => Baselines.Random(sentences, words, random)))]));
        yield return ("the whole text", Recall.Of(texts, call));

        Recall Fill(Func<IReadOnlyList<TimedSentence>, int, IReadOnlyList<TimedSentence>> choose) =>
            Recall.Of([.. texts.Zip(lengths, choose)], call);
    }

    private static ResultTable RecallTable(Dictionary<string, Recall> means, string name, Target? least) => new(
        $"How much of the points of {name} their extractive summaries hold",
        "Shares of a point's content words: in the sections within five minutes of its time, in its own section, and in the sentences "
        + "whose source begins within 150 s of it. All choices have as many words, section by section; greedy cover reads badly.",
        ["near sections", "own section", "words a call"],
        "near sources",
        [.. means.Select(mean => new Row(
            mean.Key,
            [Figure.Of($"{mean.Value.Near:0.000}"), Figure.Of($"{mean.Value.Own:0.000}"), Figure.Of($"{mean.Value.Words:0}")],
            Math.Round(mean.Value.Source, 3),
            mean.Key == Ours ? least : null))]);

    private static ResultTable AtEqualWords(Dictionary<string, Recall> means, string name, bool isBounded) => new(
        $"The summaries of {name} beside the greedy cover",
        "A choice of sentences that can be read should hold no less than one that cannot.",
        [],
        "ratio",
        [
            new Row("near sections, of greedy cover", [], means[Ours].Near / means[Greedy].Near, Target.AtLeast(1)),
            new Row("own section, of greedy cover", [], means[Ours].Own / means[Greedy].Own, Target.AtLeast(1)),
            .. isBounded ? [new Row(Figure.Of($"words a call, of {MostWords:0}"), [], means[Ours].Words / MostWords, Target.AtMost(1))] : Array.Empty<Row>(),
        ]);

    private static ResultTable ReadingTable(List<string> sentences, string name)
    {
        return new ResultTable(
            $"How the sentences of the summaries of {name} read",
            "What begins with a filler or says next to nothing does not stand by itself.",
            ["sentences"],
            "share",
            [
                Share("begin with and, so, but, yeah, like", text => Opener().IsMatch(text), Target.AtMost(0.05)),
                Share(Figure.Of($"fewer than {FewContentWords} content words"), text => ContentWords.In(text).Count < FewContentWords, Target.AtMost(0.05)),
                Share("end with a question mark", text => text.EndsWith('?'), null),
            ]);

        Row Share(string name, Func<string, bool> isSo, Target? target) =>
            new(name, [Figure.Count(sentences.Count)], (double)sentences.Count(isSo) / sentences.Count, target);
    }

    [GeneratedRegex(@"^(?:and|so|but|yeah|like)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Opener();
}
