using System.Buffers;
using System.Text;
using Yttl.Core.Languages;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Decodes bytes to text: by the byte order mark, else as UTF-16 without one, else as UTF-8 where nearly all bytes
/// inside lines are valid (a cut character is joined, an invalid one becomes U+FFFD), else by the legacy code page that
/// fits best.
/// </summary>
internal static class CaptionEncoding
{
    /// <summary>
    /// The weight of the known language against that of the letters (see <see cref="Alphabet.Explains"/>).
    /// </summary>
    private const double WeightOfHint = 0.3;

    /// <summary>Bytes that suffice to recognise a language by its letters.</summary>
    private const int Sample = 64 * 1024;

    /// <summary>The bytes of a UTF-8 character behind its first.</summary>
    private const int LongestTail = 3;

    // UTF-32 comes before UTF-16: its preamble begins with UTF-16's.
    private static readonly Encoding[] Unicode =
        [Encoding.UTF8, Encoding.UTF32, new UTF32Encoding(true, true), Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <param name="language">The probable language of the text; null where it is unknown.</param>
    public static string Decode(byte[] content, LanguageTag? language)
    {
        foreach (var encoding in Unicode)
            if (content.AsSpan().StartsWith(encoding.Preamble))
                return encoding.GetString(
                    encoding == Encoding.UTF8 ? CutCharacters.Join(content) : content)[1..];
        if (Utf16WithoutMark(content) is { } utf16)
            return utf16.GetString(content);
        if (CutCharacters.Join(content) is var joined && IsMostlyUtf8(joined))
            return Encoding.UTF8.GetString(joined);
        return TryDecode(EastAsian(language), content) ?? Legacy(content, language);
    }

    /// <summary>
    /// Caption files are mostly ASCII (times, line breaks), where every other byte of UTF-16 is zero.
    /// </summary>
    private static Encoding? Utf16WithoutMark(byte[] content)
    {
        var pairs = Math.Min(content.Length, 1024) / 2;
        int zeroFirst = 0, zeroSecond = 0;
        for (var i = 0; i < pairs; i++)
        {
            zeroFirst += content[2 * i] == 0 ? 1 : 0;
            zeroSecond += content[2 * i + 1] == 0 ? 1 : 0;
        }

        return zeroSecond > pairs / 4 && zeroFirst == 0 ? Encoding.Unicode
            : zeroFirst > pairs / 4 && zeroSecond == 0 ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>
    /// Returns whether the content is ASCII, or at least four of five sequences beyond ASCII are valid. In a legacy
    /// code page almost none are: a lead byte is a letter there, and a letter is seldom followed by the sign that a
    /// continuation byte is. A sequence that the end of the file or a line cuts off does not count, because writers cut
    /// texts by bytes; but there must be as many valid ones, because a letter of a code page ends a line too.
    /// </summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> content)
    {
        int right = 0, wrong = 0, cut = 0;
        for (var at = 0; content[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var next;)
        {
            at += next;
            var status = Rune.DecodeFromUtf8(content[at..], out _, out var length);
            var isCut = status is OperationStatus.InvalidData && IsAtBorder(content, at, length);
            right += status is OperationStatus.Done ? 1 : 0;
            wrong += status is OperationStatus.InvalidData && !isCut ? 1 : 0;
            cut += isCut ? 1 : 0;
            if (status is OperationStatus.NeedMoreData && right == 0)
                return false;
            at += length;
        }

        return right >= wrong * 4 && right >= cut;
    }

    /// <summary>
    /// Returns whether a lead byte ends a line, or continuation bytes begin one: what is left of a character there.
    /// </summary>
    private static bool IsAtBorder(ReadOnlySpan<byte> content, int at, int length)
    {
        if (content[at] >= 0xC2)
            return at + length == content.Length || content[at + length] is (byte)'\n' or (byte)'\r';
        var before = content[Math.Max(0, at - LongestTail)..at];
        var line = before[..(before.LastIndexOfAnyExceptInRange((byte)0x80, (byte)0xBF) + 1)];
        return line is [.., (byte)'\n' or (byte)'\r'];
    }

    /// <summary>Multi-byte code pages are chosen by the language alone: their bytes do not identify them.</summary>
    private static Encoding? EastAsian(LanguageTag? language) => language?.Primary.ToLowerInvariant() switch
    {
        "ja" => Strict(932),
        "ko" => Strict(949),
        "zh" when IsTraditional(language.Value) => Strict(950),
        "zh" => Strict(54936),
        "th" => Strict(874),
        _ => null,
    };

    private static bool IsTraditional(LanguageTag language) =>
        language.ToString().Split('-').Any(part => part.ToUpperInvariant() is "HANT" or "TW" or "HK" or "MO");

    private static string Legacy(byte[] content, LanguageTag? language)
    {
        var sample = content.AsSpan(0, Math.Min(content.Length, Sample)).ToArray();
        var byPage = Alphabet.All
            .Select(alphabet => alphabet.CodePage)
            .Distinct()
            .ToDictionary(page => page, page => CodePage(page).GetString(sample));
        var best = Alphabet.All.MaxBy(alphabet =>
            alphabet.Explains(byPage[alphabet.CodePage]) + (Speaks(alphabet, language) ? WeightOfHint : 0))!;
        return CodePage(best.CodePage).GetString(content);
    }

    private static bool Speaks(Alphabet alphabet, LanguageTag? language) =>
        string.Equals(alphabet.Language, language?.Primary, StringComparison.OrdinalIgnoreCase);

    private static string? TryDecode(Encoding? encoding, byte[] content)
    {
        try
        {
            return encoding?.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Asks the provider directly, so that no process-wide registration is needed.
    private static Encoding CodePage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;

    private static Encoding Strict(int page) => CodePagesEncodingProvider.Instance.GetEncoding(
        page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
