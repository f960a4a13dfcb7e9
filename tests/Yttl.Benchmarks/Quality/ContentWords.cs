using System.Text.RegularExpressions;

namespace Yttl.Benchmarks.Quality;

/// <summary>English words with a meaning of their own, without endings, by which a summary and a point are compared.</summary>
internal static partial class ContentWords
{
    private const int Shortest = 3;

    private static readonly HashSet<string> StopWords = [..
        """
        a about above after again against all also am an and any are as at be because been before being below between both but by can
        could did do does doing down during each few for from further had has have having he her here hers him his how i if in into is it
        its itself just like me more most my no nor not now of off on once only or other our out over own same she should so some such
        than that the their them then there these they this those through to too under until up very via vs was we were what when where
        which while who whom why will with would you your yet per
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static readonly string[] Endings =
        ["ization", "isation", "ation", "ing", "ed", "ment", "ness", "tion", "ive", "ize", "ise", "er", "ly", "al", "e"];

    public static HashSet<string> In(string text) =>
        [.. All(text).Where(word => !StopWords.Contains(word) && (word.Length >= Shortest || word.Any(char.IsDigit))).Select(Stem)];

    /// <summary>Returns the stems of all words, with repeats.</summary>
    public static IEnumerable<string> StemsIn(string text) => All(text).Select(Stem);

    /// <summary>Returns how many words a text has between spaces.</summary>
    public static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static IEnumerable<string> All(string text) => Word()
        .Matches(Apostrophe().Replace(text.ToLowerInvariant().Replace('’', '\''), ""))
        .Select(match => match.Value);

    private static string Stem(string word)
    {
        var stem = word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 5 ? word[..^3] + "y"
            : word is [.., not 's', 's'] && word.Length > 3 ? word[..^1]
            : word;
        var ending = Array.Find(Endings, ending => stem.EndsWith(ending, StringComparison.Ordinal) && stem.Length - ending.Length >= 3);
        return ending is null ? stem : stem[..^ending.Length];
    }

    [GeneratedRegex(@"'s\b|'")]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"[^\W_]+")]
    private static partial Regex Word();
}
