using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Yttl.Core.Summaries.Doubts;

/// <summary>
/// The words and numbers of a part of a transcript, and whether a name is among them as a recogniser may have spelled it:
/// in two words, by its letters, with other vowels, or as what its initials stand for.
/// </summary>
internal sealed partial class HeardWords
{
    private const int MostLetters = 40;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sounds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _initials = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers;

    public HeardWords(string text)
    {
        _numbers = NumberReader.AllIn(text);
        var words = Word().Matches(text).Select(match => Fold(match.Value)).Where(word => word.Length > 0).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            Add(words[i]);
            var joined = words[i];
            var initials = words[i][..1];
            for (var j = i + 1; j < Math.Min(words.Count, i + 6) && joined.Length < MostLetters; j++)
            {
                joined += words[j];
                initials += words[j][0];
                // "git hub", and letters that are spelled: "e i p".
                if (j <= i + 2 || joined.Length == j - i + 1)
                    Add(joined);
                if (initials.Length > 2)
                    _initials.Add(initials);
            }
        }
    }

    public bool HasDigits => _numbers.Count > 0;

    public bool HasNumber(IEnumerable<string> readings) => readings.Any(_numbers.Contains);

    public bool HasName(string name)
    {
        var folded = Fold(name);
        return folded.Length == 0 || _words.Contains(folded) || Singular(folded) is { } one && _words.Contains(one)
            || _words.Contains(folded + "s") || folded.Length <= 5 && name.All(char.IsUpper) && _initials.Contains(folded)
            || folded.Length >= 4 && (SoundOf(folded) is { Length: >= 3 } sound && _sounds.Contains(sound) || _words.Any(word => IsNear(word, folded)));
    }

    private void Add(string word)
    {
        _words.Add(word);
        if (word.Length >= 4)
            _sounds.Add(SoundOf(word));
    }

    private static string? Singular(string word) => word.Length > 3 && word[^1] == 's' ? word[..^1] : null;

    /// <summary>The first letter and the consonants after it, those that sound alike as one.</summary>
    private static string SoundOf(string word)
    {
        var sound = new StringBuilder();
        foreach (var letter in word.Replace("ph", "f", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal))
        {
            var heard = letter switch { 'c' or 'q' => 'k', 'z' or 'x' => 's', 'd' => 't', 'b' => 'p', 'v' or 'w' => 'f', 'y' or 'j' => 'i', _ => letter };
            var isVowel = heard is 'a' or 'e' or 'i' or 'o' or 'u' or 'h';
            if (sound.Length == 0)
                sound.Append(isVowel ? 'a' : heard);
            else if (!isVowel && sound[^1] != heard)
                sound.Append(heard);
        }

        return sound.ToString();
    }

    /// <summary>Whether few letters differ: one of four or five, two of up to eight, three of more.</summary>
    private static bool IsNear(string word, string name)
    {
        var most = name.Length <= 5 ? 1 : name.Length <= 8 ? 2 : 3;
        if (Math.Abs(word.Length - name.Length) > most || word[0] != name[0] && most < 2)
            return false;
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

        return before[name.Length] <= most;
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

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+(?:['’]\p{L}+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
