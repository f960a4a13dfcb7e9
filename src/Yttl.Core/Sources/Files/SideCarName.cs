using System.Text.RegularExpressions;
using Yttl.Core.Languages;

namespace Yttl.Core.Sources.Files;

/// <summary>
/// The name of a caption file beside a media file: the name of the media file and, after it, words that say what the
/// captions are: <c>talk.vtt</c>, <c>talk.en.auto.vtt</c>, <c>talk.mp4.srt</c>, <c>talk_English.srt</c>.
/// </summary>
/// <param name="Length">How many characters of the media file's name it begins with.</param>
/// <param name="Language">Null where the name has none.</param>
internal sealed partial record SideCarName(int Length, LanguageTag? Language, CaptionRole Role)
{
    private static readonly char[] Separators = ['.', '_', '-', ' ', '(', ')', '[', ']'];

    /// <summary>Words that players and programs put beside a language and a role.</summary>
    private static readonly HashSet<string> Marks = new(
        [
            "default", "orig", "original", "transcript", "transcripts", "transcription", "caption", "captions", "closed",
            "subtitle", "subtitles", "sub", "subs",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <param name="names">As <see cref="NamesOf"/>.</param>
    /// <returns>Null where the name is that of another file's captions.</returns>
    public static SideCarName? Find(string name, IReadOnlyList<string> names)
    {
        if (IsSeldomCaptions(name))
            return null;
        var stem = Path.GetFileNameWithoutExtension(name);
        return names
            .Where(own => stem.StartsWith(own, StringComparison.OrdinalIgnoreCase))
            .Select(own => Read(stem[own.Length..], own.Length))
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>Reads a name that has no media file's name in it: <c>en.srt</c>, <c>captions.vtt</c>.</summary>
    /// <returns>Null where a word of the name is no mark, or only a role.</returns>
    public static SideCarName? FindBare(string name) =>
        ReadBare(name) is { } read && (read.Language is not null || read.Role is CaptionRole.Full) ? read : null;

    /// <summary>Reads the name of the only caption file in a folder, which may be any.</summary>
    public static SideCarName OfLone(string name) =>
        ReadBare(name) ?? new SideCarName(0, null, CaptionRole.Full);

    /// <summary>
    /// Reads the language at the end of the name of a caption file that is the source itself: <c>talk.en.vtt</c>,
    /// <c>talk.pt-BR.auto.srt</c>, <c>talk [de].srt</c>, <c>en.vtt</c>. A word of the title may look like a code, so one
    /// counts only between dots or in brackets, and not in the case of a title (<c>This.Is.It.srt</c>).
    /// </summary>
    /// <returns>Null where the name ends in none.</returns>
    public static LanguageTag? LanguageAtEnd(string name)
    {
        if (FindBare(name)?.Language is { } bare)
            return bare;
        var words = LastWord().Split(Path.GetFileNameWithoutExtension(name)).Where(word => word.Length > 0).ToList();
        while (words.Count > 1 && IsMark(words[^1]))
            words.RemoveAt(words.Count - 1);
        return words is [_, .., var last] && !IsTitleCased(last) ? MediaLanguage.ReadAny(last) : null;
    }

    private static bool IsMark(string word) =>
        CaptionRoles.IsName(word) || Marks.Contains(word) || MediaFile.IsNameOfOne('.' + word);

    /// <summary>Returns whether a code has the case of a word, as names of languages may.</summary>
    private static bool IsTitleCased(string word) =>
        word.Split('-')[0] is [var first, .. { Length: 1 or 2 } rest] && char.IsUpper(first) && rest.Any(char.IsLower);

    private static SideCarName? ReadBare(string name) => Read('.' + Path.GetFileNameWithoutExtension(name), 0);

    /// <summary>
    /// Returns what the names of its captions begin with, the longest first. Recorders save several pictures of a
    /// meeting beside one transcript: <c>GMT…_Recording_gallery_1920x1080.mp4</c>, <c>GMT…_Recording.transcript.vtt</c>.
    /// </summary>
    public static IReadOnlyList<string> NamesOf(string mediaName)
    {
        var stem = Path.GetFileNameWithoutExtension(mediaName);
        return [.. new[] { mediaName, stem, Quality().Replace(stem, "") }.Where(name => name.Length > 0).Distinct()];
    }

    /// <summary>An .xml or .txt file beside a film is seldom captions. Whisper saves its JSON and tables there.</summary>
    private static bool IsSeldomCaptions(string name) =>
        CaptionFile.IsNameOfAnyText(name) && Path.GetExtension(name).ToLowerInvariant() is not (".json" or ".tsv");

    private static SideCarName? Read(string rest, int length)
    {
        if (rest.Length > 0 && !Separators.Contains(rest[0]))
            return null;
        LanguageTag? language = null;
        var roles = new List<string>();
        var words = rest.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            // After a language "hi" is no second one but stands for the hard of hearing.
            if (language is null && LanguageAt(words, i) is var (found, taken))
                (language, i) = (found, i + taken - 1);
            else if (CaptionRoles.IsName(words[i]))
                roles.Add(words[i]);
            else if (!IsMark(words[i]))
                return null;
        }

        return new SideCarName(length, language, CaptionRoles.Find(roles) ?? CaptionRole.Full);
    }

    /// <summary>Reads <c>en</c>, <c>pt</c> and <c>BR</c>, or <c>English</c>.</summary>
    private static (LanguageTag Language, int Words)? LanguageAt(string[] words, int index)
    {
        if (MediaLanguage.Read(words[index]) is not { } primary)
            return MediaLanguage.FromName(words[index]) is { } named ? (named, 1) : null;
        return index + 1 < words.Length && Subtag().IsMatch(words[index + 1])
            ? (LanguageTag.Parse($"{primary}-{words[index + 1]}", null), 2)
            : (primary, 1);
    }

    [GeneratedRegex(@"\.|\s*[\[(]|[\])]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();

    // A region or a script, in its usual case.
    [GeneratedRegex("^([A-Z]{2}|[0-9]{3}|Hans|Hant|Latn|Cyrl)$", RegexOptions.CultureInvariant)]
    private static partial Regex Subtag();

    // The size of the picture and, before it, Zoom's names of views; yt-dlp's number of a format.
    [GeneratedRegex(
        @"(([ ._-](gallery|avo|gvo|as|ss|sv|active|speaker|shared|screen|view|with))*"
        + @"[ ._-]([0-9]{3,4}x[0-9]{3,4}|[0-9]{3,4}p[0-9]{0,2}|[48]k|f?hd|uhd)(_[0-9])?"
        + @"|\.f[0-9]{2,4}(-[0-9]+)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quality();
}
