using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Yttl.Core.Summaries.Doubts;

/// <summary>
/// The words and numbers of a part of a transcript, and whether a name is among them as a recogniser may have spelled it:
/// in two words, by its letters, with other vowels, in short, or as what its initials stand for.
/// </summary>
internal sealed partial class HeardWords
{
    private const int MostLetters = 40;

    private const int LetterWords = 4;

    /// <summary>Of a name that is said in short at least this much is left out: "Glam" for Glamsterdam.</summary>
    private const int LeastClipped = 3;

    /// <summary>Letters whose English names rhyme or sound alike.</summary>
    private static readonly string[] Rhymes = ["bcdegptvz", "ahjk", "flmnsx", "iy", "quw"];

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _initials = new(StringComparer.Ordinal);
    private readonly HashSet<string> _capitals = new(StringComparer.Ordinal);
    private readonly string[] _clipped;
    private readonly HashSet<string> _numbers;

    public HeardWords(string text)
    {
        _numbers = NumberReader.AllIn(text);
        _capitals.UnionWith(Capitals().Matches(text).Select(match => match.Value.ToLowerInvariant()));
        _clipped = [.. Clipped().Matches(text).Select(match => Fold(match.Value)).Distinct()];
        var words = Word().Matches(text).Select(match => Fold(match.Value)).Where(word => word.Length > 0).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            _words.Add(words[i]);
            var joined = words[i];
            var initials = words[i][..1];
            for (var j = i + 1; j < Math.Min(words.Count, i + 6) && joined.Length < MostLetters; j++)
            {
                joined += words[j];
                initials += words[j][0];
                // "git hub", and letters that are spelled: "e i p".
                if (j <= i + 2 || joined.Length == j - i + 1)
                    _words.Add(joined);
                // Two initials alone would be found anywhere.
                if (initials.Length > 2 || words[i].Length >= LetterWords && words[j].Length >= LetterWords)
                    _initials.Add(initials);
            }
        }
    }

    public bool HasNumbers => _numbers.Count > 0;

    public bool HasNumber(IEnumerable<string> readings) => readings.Any(_numbers.Contains);

    public bool HasName(string name)
    {
        var folded = Fold(name);
        return folded.Length == 0 || _words.Contains(folded) || Singular(folded) is { } one && _words.Contains(one)
            || _words.Contains(folded + "s") || IsSpelled(name) || Array.Exists(_clipped, clip => IsClipped(clip, folded))
            || folded.Length >= 4 && _words.Any(word => IsAlike(word, folded));
    }

    /// <summary>Returns the letters of <c>EIP</c>, <c>EIPs</c>, <c>PoC</c> in small ones; null where it is none.</summary>
    private static string? Acronym(string name)
    {
        var letters = name.EndsWith('s') ? name[..^1] : name;
        return letters.Length is >= 2 and <= 5 && char.IsUpper(letters[0]) && char.IsUpper(letters[^1]) && letters.All(char.IsLetter)
            ? letters.ToLowerInvariant()
            : null;
    }

    private bool IsSpelled(string name) => Acronym(name) is { } letters
        && (_initials.Contains(letters) || _capitals.Any(heard => SoundsAlike(heard, letters)));

    /// <summary>Whether letters that are spelled differ in one whose name rhymes: "SSC" for SSZ. Two would be found anywhere.</summary>
    private static bool SoundsAlike(string heard, string letters) => heard.Length == letters.Length && letters.Length > 2
        && heard.Zip(letters).Where(pair => pair.First != pair.Second).ToList() is var differing && differing.Count <= 1
        && differing.TrueForAll(pair => Array.Exists(Rhymes, rhyme => rhyme.Contains(pair.First) && rhyme.Contains(pair.Second)));

    private static bool IsClipped(string clip, string name) =>
        name.Length >= clip.Length + LeastClipped && name.StartsWith(clip, StringComparison.Ordinal);

    private static string? Singular(string word) => word.Length > 3 && word[^1] == 's' ? word[..^1] : null;

    /// <summary>The first letter and the consonants after it, those that sound alike as one.</summary>
    private static string SoundOf(string word)
    {
        var sound = new StringBuilder();
        foreach (var letter in word.Replace("ph", "f", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal))
        {
            var heard = letter switch
            {
                'c' or 'q' => 'k', 'z' or 'x' => 's', 'd' => 't', 'b' => 'p', 'v' or 'w' => 'f', 'y' or 'j' => 'i', _ => letter,
            };
            var isVowel = heard is 'a' or 'e' or 'i' or 'o' or 'u' or 'h';
            if (sound.Length == 0)
                sound.Append(isVowel ? 'a' : heard);
            else if (!isVowel && sound[^1] != heard)
                sound.Append(heard);
        }

        return sound.ToString();
    }

    /// <summary>
    /// Whether few letters differ: of a short name one where the consonants are the same, of a longer one another and any.
    /// </summary>
    private static bool IsAlike(string word, string name)
    {
        var most = name.Length <= 5 ? 1 : name.Length <= 8 ? 2 : 3;
        return Math.Abs(word.Length - name.Length) <= most && Distance(word, name) is var distance && distance <= most
            && (distance < most || SoundOf(word) == SoundOf(name));
    }

    /// <summary>Levenshtein's.</summary>
    private static int Distance(string word, string name)
    {
        Span<int> before = stackalloc int[name.Length + 1];
        Span<int> row = stackalloc int[name.Length + 1];
        for (var j = 0; j <= name.Length; j++)
            before[j] = j;
        for (var i = 1; i <= word.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= name.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + (word[i - 1] == name[j - 1] ? 0 : 1));
            row.CopyTo(before);
        }

        return before[name.Length];
    }

    /// <summary>Small letters without accents, at most <see cref="MostLetters"/>.</summary>
    private static string Fold(string word)
    {
        var folded = new StringBuilder();
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
            if (char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(letter));
        return folded.Length > MostLetters ? folded.ToString(0, MostLetters) : folded.ToString();
    }

    // Letters and digits that recognisers write as one word are two: "ETH71".
    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’]\p{L}+)?|\p{Nd}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // In the middle of a sentence, where a capital tells a name.
    [GeneratedRegex(@"(?<=[\p{Ll},] )\p{Lu}\p{L}{3,9}(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Clipped();

    [GeneratedRegex(@"(?<!\p{L})\p{Lu}{3,5}(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals();
}
