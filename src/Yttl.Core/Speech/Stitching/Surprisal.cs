namespace Yttl.Core.Speech.Stitching;

/// <summary>
/// How much it says that a word is found twice: its information content in bits, from how often it occurs elsewhere in
/// the text around a seam. A new word says much. A word that continues a line as the lines before it continued says
/// next to nothing.
/// </summary>
internal static class Surprisal
{
    // Natural prose has 6 to 8 bits for a word: https://en.wikipedia.org/wiki/Entropy_(information_theory)#Limitations
    private const double MostBits = 6.5;

    /// <summary>How many words before a word predict it, at most. A refrain repeats after some lines.</summary>
    private const int LongestContext = 32;

    /// <summary>
    /// Returns the bits of the first words of <paramref name="right"/>, if they followed <paramref name="left"/> as new
    /// text. Estimated too low rather than too high: of all contexts in which a word was seen, the one that predicts it
    /// best. Its occurrence in the left text, which may be the same word, does not count.
    /// </summary>
    public static double[] Bits(IReadOnlyList<Token> left, IReadOnlyList<Token> right, int count)
    {
        var words = Numbered(left.Concat(right));
        var bits = new double[count];
        // The length of the context that each place shares with the word before.
        var shared = new int[words.Length];
        for (var at = Math.Max(1, left.Count - LongestContext); at < left.Count + count; at++)
        {
            for (var i = words.Length - 1; i > 0; i--)
                shared[i] = words[i - 1] == words[at - 1] ? Math.Min(LongestContext, shared[i - 1] + 1) : 0;
            if (at >= left.Count)
                bits[at - left.Count] = Bits(words, shared, at, at - left.Count);
        }

        return bits;
    }

    /// <param name="own">How many words of the context belong to the right text.</param>
    private static double Bits(int[] words, int[] shared, int at, int own)
    {
        var seen = new int[LongestContext + 1];
        var all = new int[LongestContext + 1];
        for (var i = 0; i < words.Length; i++)
        {
            if (i == at)
                continue;
            all[shared[i]]++;
            seen[shared[i]] += words[i] == words[at] ? 1 : 0;
        }

        var bits = MostBits;
        for (int context = LongestContext, followed = 0, occurred = 0; context >= 0; context--)
        {
            followed += seen[context];
            occurred += all[context];
            var copy = context <= own ? 1 : 0;
            if (followed > copy || context == 0)
            {
                // The estimator of Krichevsky and Trofimov: half an occurrence more than was seen.
                bits = Math.Min(bits, -Math.Log2((Math.Max(0, followed - copy) + 0.5) / (occurred - copy + 1)));
            }
        }

        return bits;
    }

    private static int[] Numbered(IEnumerable<Token> tokens)
    {
        var numbers = new Dictionary<string, int>();
        return [.. tokens.Select(token => numbers.TryGetValue(token.Plain, out var number)
            ? number : numbers[token.Plain] = numbers.Count)];
    }
}
