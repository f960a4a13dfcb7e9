namespace Yttl.Core.Summaries;

/// <summary>Divides sentences into pieces that each fit a token budget.</summary>
internal static class TokenBudget
{
    /// <summary>The tokens of a number, its brackets and the line break.</summary>
    private const int Numbering = 3;

    /// <summary>
    /// Returns as few pieces as possible, about equally large, cut between sentences. Order is kept and nothing is lost.
    /// Only a sentence over the budget is cut itself, at a space where it has one.
    /// </summary>
    /// <param name="budget">In tokens (see <see cref="TokenEstimate"/>), at least 8.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<IReadOnlyList<PromptSentence>> Pieces(
        IReadOnlyList<PromptSentence> sentences, int budget, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 8);
        var whole = sentences
            .SelectMany(sentence => Cut(sentence.Text, budget, cancellationToken).Select(text => sentence with { Text = text })).ToList();
        var sizes = whole.ConvertAll(sentence => Math.Min(budget, TokenEstimate.Estimate(sentence.Text) + Numbering));
        var total = sizes.Sum(size => (long)size);
        for (var count = (total + budget - 1) / budget; ; count++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var pieces = Divide(whole, sizes, (double)total / Math.Max(1, count), budget);
            if (pieces is not null)
                return pieces;
        }
    }

    // Returns null where pieces of this size exceed the budget, because sentences are not cut.
    private static List<IReadOnlyList<PromptSentence>>? Divide(
        List<PromptSentence> sentences, List<int> sizes, double share, int budget)
    {
        var pieces = new List<IReadOnlyList<PromptSentence>>();
        var piece = new List<PromptSentence>();
        long before = 0, inPiece = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            // A sentence belongs to the piece that holds its greater part.
            if (piece.Count > 0 && before + sizes[i] / 2.0 > share * (pieces.Count + 1))
            {
                pieces.Add(piece);
                piece = [];
                inPiece = 0;
            }

            piece.Add(sentences[i]);
            inPiece += sizes[i];
            before += sizes[i];
            if (inPiece > budget)
                return null;
        }

        if (piece.Count > 0)
            pieces.Add(piece);
        return pieces;
    }

    private static IEnumerable<string> Cut(string line, int budget, CancellationToken cancellationToken)
    {
        // A letter is at most two tokens.
        var longest = budget / 2;
        var start = 0;
        var rest = TokenEstimate.Quarters(line);
        while (line.Length - start > longest && rest > 4L * budget)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var last = start + longest - 1;
            var space = line.LastIndexOf(' ', last, longest / 2);
            var end = space > start ? space : char.IsHighSurrogate(line[last]) ? last : last + 1;
            yield return line[start..end];
            var next = end;
            while (next < line.Length && line[next] == ' ')
                next++;
            rest -= TokenEstimate.Quarters(line.AsSpan(start, next - start));
            start = next;
        }

        yield return line[start..];
    }
}
