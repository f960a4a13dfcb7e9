namespace Yttl.TestKit.Tones;

/// <summary>A word of tone speech.</summary>
/// <param name="Number">0 to 65,535; each once in a talk.</param>
public sealed record ToneWord(int Number, TimeSpan Start)
{
    private const string Consonants = "bdfghjklmnprstvz";
    private const string Vowels = "aeio";

    public static readonly TimeSpan Length = TimeSpan.FromMilliseconds(240);

    public TimeSpan End => Start + Length;

    /// <summary>
    /// Three syllables, of which neighbours share none: text that compresses no better than speech does.
    /// </summary>
    public string Text
    {
        get
        {
            // Odd, so that no two numbers have the same product.
            var mixed = (int)(Number * 40_503L & 0xFFFF);
            return string.Concat(Syllable(mixed >> 12 & 15, mixed >> 10 & 3), Syllable(mixed >> 6 & 15, mixed >> 4 & 3),
                Syllable(mixed & 15, mixed >> 8 & 3));
        }
    }

    private static string Syllable(int consonant, int vowel) => $"{Consonants[consonant]}{Vowels[vowel]}";
}
