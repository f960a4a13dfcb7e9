using Yttl.Core.Text;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Joins captions that grow word by word: each cue shows the one before and a little more, and only the last is the
/// sentence; a cue that holds it for a while belongs to them. People who repeat themselves (<c>No.</c>, then
/// <c>No. No.</c>) need the time to say it; growing captions show far more words than anyone can say.
/// </summary>
internal static class GrowingCaptions
{
    /// <summary>Cues with a longer gap are not adjacent.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromMilliseconds(500);

    /// <summary>The fewest steps that count as growing, in a row or in the file.</summary>
    private const int FewestSteps = 2;

    /// <summary>
    /// Words a second. People say two to three; only some are this fast. Captions that grow at the pace of speech show
    /// a sentence of three words at twice that pace, and longer ones faster.
    /// </summary>
    private const double FastWords = 2.8;

    /// <summary>The pace that no speech keeps up, for what may have been said again and again.</summary>
    private const double UnspeakableWords = 4.5;

    /// <param name="cues">Ordered by start. The lines of a text are separated by <c>\n</c>.</param>
    /// <returns>
    /// The last text of each run of growing cues, with the time of the whole run. Where most of the adjacent cues grow,
    /// and show more words than people say, every run counts; elsewhere only one of at least two steps beyond all
    /// speech. A run that adds what it has already shown counts only at that pace.
    /// </returns>
    public static IReadOnlyList<Cue> Join(IReadOnlyList<Cue> cues)
    {
        if (!MayGrow(cues))
            return cues;
        var runs = Runs(cues);
        var neighbours = Enumerable.Range(1, Math.Max(0, cues.Count - 1))
            .Count(i => AreNeighbours(cues[i - 1], cues[i]) && cues[i - 1].Text != cues[i].Text);
        var steps = runs.Sum(Steps);
        var areUsual = steps * 2 > neighbours && Pace([.. runs.Where(run => Steps(run) > 0).SelectMany(run => run)]) > FastWords;
        return [.. runs.SelectMany(run => Grows(run, areUsual) ? [Whole(run)] : run)];
    }

    /// <summary>Returns whether enough cues extend the one before; most files have none.</summary>
    private static bool MayGrow(IReadOnlyList<Cue> cues)
    {
        var steps = 0;
        for (var i = 1; i < cues.Count && steps < FewestSteps; i++)
            if (AreNeighbours(cues[i - 1], cues[i]) && cues[i - 1].Text != cues[i].Text && Extends(cues[i - 1].Text, cues[i].Text))
                steps++;
        return steps >= FewestSteps;
    }

    private static bool Grows(Cue[] run, bool areUsual) =>
        Steps(run) > 0 && ((areUsual && !RepeatsItself(run))
            || ((areUsual || Steps(run) >= FewestSteps) && Pace(run) > UnspeakableWords));

    private static int Steps(Cue[] run) => run.Zip(run.Skip(1)).Count(pair => pair.First.Text != pair.Second.Text);

    private static Cue Whole(Cue[] run) => run[^1] with { Start = run[0].Start, End = run.Max(cue => cue.End) };

    private static List<Cue[]> Runs(IReadOnlyList<Cue> cues)
    {
        var runs = new List<Cue[]>();
        var run = new List<Cue>();
        foreach (var cue in cues)
        {
            if (run.Count > 0 && !(AreNeighbours(run[^1], cue) && (run[^1].Text == cue.Text || Extends(run[^1].Text, cue.Text))))
            {
                runs.Add([.. run]);
                run.Clear();
            }

            run.Add(cue);
        }

        if (run.Count > 0)
            runs.Add([.. run]);
        return runs;
    }

    private static bool AreNeighbours(Cue before, Cue cue) =>
        cue.Start - before.End <= LongestGap && cue.Speaker == before.Speaker;

    /// <summary>
    /// Returns whether a text is another with more words, or, where the other ends inside a word, with one or two more
    /// letters. The other's last sign of punctuation may be gone.
    /// </summary>
    private static bool Extends(string shorter, string text)
    {
        var (before, after) = (CueMarkup.OneLine(shorter), CueMarkup.OneLine(text));
        var kept = before.AsSpan().TrimEnd(".…,-–_|▌ ");
        if (kept.IsEmpty || !after.AsSpan().StartsWith(kept) || after.Length <= before.Length)
            return false;
        var added = after.AsSpan(kept.Length);
        return !char.IsLetterOrDigit(added[0]) || UnspacedScripts.IsLetter(added[0])
            || (kept.Length == before.Length && added.Length <= 2 && !added.Contains(' '));
    }

    /// <summary>Returns whether the run's text begins with its first text twice: <c>No. No.</c></summary>
    private static bool RepeatsItself(Cue[] run)
    {
        var first = Words(run[0].Text);
        var last = Words(run[^1].Text);
        return last.Length >= 2 * first.Length
            && last.Take(first.Length).SequenceEqual(last.Skip(first.Length).Take(first.Length), StringComparer.OrdinalIgnoreCase);
    }

    private static string[] Words(string text) =>
        [.. text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', '!', '?', '…'))];

    /// <summary>Returns words a second, without the cues that hold a text.</summary>
    private static double Pace(Cue[] run)
    {
        var cues = run.Where((cue, i) => i == 0 || cue.Text != run[i - 1].Text).ToArray();
        var covered = TimeSpan.Zero;
        var end = TimeSpan.MinValue;
        foreach (var cue in cues)
        {
            var start = cue.Start > end ? cue.Start : end;
            if (cue.End > start)
                covered += cue.End - start;
            end = cue.End > end ? cue.End : end;
        }

        return cues.Sum(cue => CaptionQuality.Words(cue.Text)) / Math.Max(covered.TotalSeconds, 0.001);
    }
}
