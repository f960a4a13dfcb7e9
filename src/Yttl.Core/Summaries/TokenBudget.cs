namespace Yttl.Core.Summaries;

/// <summary>Divides lines of text into pieces that each fit a token budget.</summary>
internal static class TokenBudget
{
    /// <summary>
    /// Returns as few pieces as possible, about equally large, cut between lines. Order is kept and nothing is lost.
    /// Only a line over the budget is cut itself, at a space where it has one.
    /// </summary>
    /// <param name="budget">In tokens (see <see cref="TokenEstimate"/>), at least 8.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Pieces(
        IReadOnlyList<string> lines, int budget, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 8);
        var whole = lines.SelectMany(line => Cut(line, budget, cancellationToken)).ToList();
        // One more token for the line break.
        var sizes = whole.ConvertAll(line => Math.Min(budget, TokenEstimate.Estimate(line) + 1));
        var total = sizes.Sum(size => (long)size);
        for (var count = (total + budget - 1) / budget; ; count++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var pieces = Divide(whole, sizes, (double)total / Math.Max(1, count), budget);
            if (pieces is not null)
                return pieces;
        }
    }

    // Returns null where pieces of this size exceed the budget, because lines are not cut.
    private static List<IReadOnlyList<string>>? Divide(
        List<string> lines, List<int> sizes, double share, int budget)
    {
        var pieces = new List<IReadOnlyList<string>>();
        var piece = new List<string>();
        long before = 0, inPiece = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            // A line belongs to the piece that holds its greater part.
            if (piece.Count > 0 && before + sizes[i] / 2.0 > share * (pieces.Count + 1))
            {
                pieces.Add(piece);
                piece = [];
                inPiece = 0;
            }

            piece.Add(lines[i]);
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
