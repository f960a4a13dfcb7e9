using System.Buffers;

namespace Yttl.Core.Text;

/// <summary>The marks that end sentences, one set per use.</summary>
internal static class SentenceEnds
{
    private const string Stops = ".!?…。！？؟।۔";
    private const string Closers = "\"'”’»)]」』）";

    /// <summary>As <see cref="IsSpokenStop"/>.</summary>
    public static readonly SearchValues<char> SpokenStops = SearchValues.Create(Stops + "；｡");

    /// <summary>Ends a sentence of written text; see Unicode's property Sentence_Terminal.</summary>
    public static bool IsStop(char letter) => Stops.Contains(letter, StringComparison.Ordinal);

    /// <summary>Ends a sentence of speech, where a clause counts as one.</summary>
    public static bool IsSpokenStop(char letter) => SpokenStops.Contains(letter);

    /// <summary>
    /// Ends a sentence in a recogniser's text without times. A chunk's result is journalled and costs a call to make
    /// again, so this set is fixed, as is that of <see cref="IsWordStop"/>.
    /// </summary>
    public static bool IsUntimedStop(char letter) => letter is '.' or '?' or '!' or '。' or '？' or '！';

    /// <summary>Ends a word of a recogniser.</summary>
    public static bool IsWordStop(char letter) => letter is '.' or '?' or '!' or '。';

    public static bool IsQuestionMark(char letter) => letter is '?' or '？' or '؟';

    /// <summary>May stand between a stop and the space after it.</summary>
    public static bool IsCloser(char letter) => Closers.Contains(letter, StringComparison.Ordinal);
}
