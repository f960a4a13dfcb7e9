using System.Text;

namespace Yttl.Core.Languages;

/// <summary>
/// The scripts of letters, by Unicode block (https://www.unicode.org/Public/UNIDATA/Blocks.txt). A script of one language
/// has the name of that language.
/// </summary>
internal static class TextScript
{
    public const string Latin = "Latn";
    public const string Cyrillic = "Cyrl";
    public const string Arabic = "Arab";
    public const string Han = "Hani";
    public const string Kana = "Kana";

    private static readonly (int First, int Last, string Name)[] Blocks =
    [
        (0x0041, 0x024F, Latin), (0x0370, 0x03FF, "el"), (0x0400, 0x052F, Cyrillic), (0x0531, 0x058F, "hy"),
        (0x0590, 0x05FF, "he"), (0x0600, 0x06FF, Arabic), (0x0750, 0x077F, Arabic), (0x0900, 0x097F, "hi"),
        (0x0980, 0x09FF, "bn"), (0x0A00, 0x0A7F, "pa"), (0x0A80, 0x0AFF, "gu"), (0x0B80, 0x0BFF, "ta"),
        (0x0C00, 0x0C7F, "te"), (0x0C80, 0x0CFF, "kn"), (0x0D00, 0x0D7F, "ml"), (0x0D80, 0x0DFF, "si"),
        (0x0E00, 0x0E7F, "th"), (0x0E80, 0x0EFF, "lo"), (0x0F00, 0x0FFF, "bo"), (0x1000, 0x109F, "my"),
        (0x10A0, 0x10FF, "ka"), (0x1100, 0x11FF, "ko"), (0x1200, 0x137F, "am"), (0x1780, 0x17FF, "km"),
        (0x1E00, 0x1EFF, Latin), (0x1F00, 0x1FFF, "el"), (0x3040, 0x30FF, Kana), (0x3400, 0x9FFF, Han),
        (0xAC00, 0xD7AF, "ko"), (0xF900, 0xFAFF, Han), (0xFB50, 0xFDFF, Arabic), (0xFE70, 0xFEFC, Arabic),
        (0x20000, 0x3FFFF, Han),
    ];

    /// <returns>Empty for what is no letter, and for the other scripts.</returns>
    public static string Of(Rune rune)
    {
        if (!Rune.IsLetter(rune))
            return "";
        foreach (var (first, last, name) in Blocks)
            if (rune.Value <= last)
                return rune.Value >= first ? name : "";
        return "";
    }

    /// <summary>Counts the letters of each script.</summary>
    public static Dictionary<string, int> Count(string text)
    {
        var counts = new Dictionary<string, int>();
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetter(rune) && Of(rune) is var script)
                counts[script] = counts.GetValueOrDefault(script) + 1;
        return counts;
    }
}
