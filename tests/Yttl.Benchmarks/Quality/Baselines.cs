using System.Text;
using System.Text.RegularExpressions;
using Yttl.Core.Captions;

namespace Yttl.Benchmarks.Quality;

/// <summary>Simple choices of sentences, each as long as the summary that it is compared with.</summary>
internal static partial class Baselines
{
    private const int ShortestInGreedy = 4;

    /// <summary>Returns the sentences of cues by their marks alone, each with the start of the cue that it begins in.</summary>
    public static IReadOnlyList<TimedSentence> Sentences(IEnumerable<Cue> cues)
    {
        var text = new StringBuilder();
        var starts = new List<(int At, TimeSpan Start)>();
        foreach (var cue in cues)
        {
            starts.Add((text.Length, cue.Start));
            text.Append(cue.Text.ReplaceLineEndings(" ").Trim()).Append(' ');
        }

        return
        [
            .. from match in Sentence().Matches(text.ToString().Trim())
               let words = match.Value.Trim()
               where words.Length > 0
               let first = match.Index + match.Length - match.Value.TrimStart().Length
               select new TimedSentence(starts.Last(start => start.At <= first).Start, words),
        ];
    }

    public static IReadOnlyList<TimedSentence> Random(IReadOnlyList<TimedSentence> sentences, int words, Random random)
    {
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        random.Shuffle(order);
        return Fill(sentences, order, words);
    }

    public static IReadOnlyList<TimedSentence> Longest(IReadOnlyList<TimedSentence> sentences, int words) => Fill(
        sentences, Enumerable.Range(0, sentences.Count).OrderByDescending(i => ContentWords.Count(sentences[i].Text)), words);

    /// <summary>
    /// Takes what adds most rare words that are frequent in the segment for its length: scores well and reads badly.
    /// </summary>
    /// <param name="frequency">In how many sentences of the call each word occurs.</param>
    /// <param name="count">The sentences of the call.</param>
    public static IReadOnlyList<TimedSentence> Greedy(
        IReadOnlyList<TimedSentence> sentences, int words, IReadOnlyDictionary<string, int> frequency, int count)
    {
        var repeats = sentences.SelectMany(sentence => ContentWords.StemsIn(sentence.Text)).CountBy(stem => stem).ToDictionary();
        var left = sentences.Index().Where(sentence => ContentWords.Count(sentence.Item.Text) >= ShortestInGreedy)
            .Select(sentence => (sentence.Index, Length: ContentWords.Count(sentence.Item.Text), Words: ContentWords.In(sentence.Item.Text))).ToList();
        var covered = new HashSet<string>();
        var taken = new List<int>();
        for (var used = 0; left.Count > 0 && used < words;)
        {
            var best = left.MaxBy(sentence => sentence.Words.Where(word => !covered.Contains(word)).Sum(Weight) / sentence.Length);
            left.Remove(best);
            if (taken.Count > 0 && IsTooMuch(best.Length, used, words))
                continue;
            taken.Add(best.Index);
            covered.UnionWith(best.Words);
            used += best.Length;
        }

        return [.. taken.Order().Select(i => sentences[i])];

        double Weight(string word) =>
            Math.Log(1 + repeats.GetValueOrDefault(word)) * Math.Log((double)count / (1 + frequency.GetValueOrDefault(word)));
    }

    private static List<TimedSentence> Fill(IReadOnlyList<TimedSentence> sentences, IEnumerable<int> order, int words)
    {
        var taken = new List<int>();
        var used = 0;
        foreach (var i in order)
        {
            var length = ContentWords.Count(sentences[i].Text);
            if (taken.Count > 0 && IsTooMuch(length, used, words))
                continue;
            taken.Add(i);
            used += length;
            if (used >= words)
                break;
        }

        return [.. taken.Order().Select(i => sentences[i])];
    }

    private static bool IsTooMuch(int length, int used, int words) => used + length - words > length / 2.0;

    [GeneratedRegex(@".+?(?:[.!?…]+[""”')]*(?=\s|$)|$)", RegexOptions.Singleline)]
    private static partial Regex Sentence();
}
