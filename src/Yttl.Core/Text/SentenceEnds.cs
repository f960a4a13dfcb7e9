namespace Yttl.Core.Text;

/// <summary>Marks that end sentences, in a set for each use.</summary>
internal static class SentenceEnds
{
    private const string Stops = ".!?…。！？؟।۔";
    private const string Closers = "\"'”’»)]」』）";

    /// <summary>In text that is written; see Unicode's property Sentence_Terminal.</summary>
    public static bool IsStop(char letter) => Stops.Contains(letter, StringComparison.Ordinal);

    /// <summary>In speech that is divided into its sentences, where a clause stands for one.</summary>
    public static bool IsSpokenStop(char letter) => IsStop(letter) || letter is '；' or '｡';

    /// <summary>
    /// In a recogniser's text without times. What a chunk's text becomes is remembered and costs a call, so this set stays as
    /// it is; the same goes for <see cref="IsWordStop"/>.
    /// </summary>
    public static bool IsUntimedStop(char letter) => letter is '.' or '?' or '!' or '。' or '？' or '！';

    /// <summary>At the end of a recogniser's word.</summary>
    public static bool IsWordStop(char letter) => letter is '.' or '?' or '!' or '。';

    public static bool IsQuestionMark(char letter) => letter is '?' or '？' or '؟';

    /// <summary>What may stand between a stop and the space after it.</summary>
    public static bool IsCloser(char letter) => Closers.Contains(letter, StringComparison.Ordinal);
}
