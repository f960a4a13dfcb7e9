namespace Yttl.Core.Settings;

/// <summary>Finds the word that a mistyped one probably means.</summary>
public static class Nearest
{
    /// <summary>
    /// Returns the candidate with the fewest edits; null where none is close: more than a third of the word differs.
    /// </summary>
    public static string? To(string word, IEnumerable<string> candidates) =>
        Closest(word, candidates, candidate => Math.Max(1, candidate.Length / 3));

    /// <summary>Returns the candidate that is at most two edits away; null where there is none.</summary>
    public static string? Slip(string word, IEnumerable<string> candidates) => Closest(word, candidates, _ => 2);

    private static string? Closest(string word, IEnumerable<string> candidates, Func<string, int> most) => candidates
        .Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
        .Where(pair => pair.distance <= most(pair.candidate))
        .OrderBy(pair => pair.distance)
        .Select(pair => pair.candidate)
        .FirstOrDefault();

    /// <summary>
    /// The Levenshtein distance, one row at a time. Words are cut at 64 characters: no known word is longer.
    /// </summary>
    private static int Distance(string a, string b)
    {
        a = a.Length > 64 ? a[..64] : a;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
