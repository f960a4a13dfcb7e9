namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads WebVTT. What is not spoken is blanked: the header, NOTE, STYLE and REGION blocks, cue ids. The rest is read as
/// SubRip is, because writers put empty lines into cues, which the standard ends them at.
/// <see href="https://www.w3.org/TR/webvtt1/#file-parsing"/>
/// </summary>
internal static class WebVttCaptions
{
    private const string LanguageName = "Language:";

    /// <summary>Names with a value that some writers put into a block of their own before the first cue.</summary>
    private static readonly string[] Metadata = ["Kind:", LanguageName, "X-TIMESTAMP-MAP="];

    /// <returns>As <see cref="SrtCaptions.Read(string)"/>.</returns>
    public static ParsedCaptions Read(string text)
    {
        var lines = TimedLines.Of(text);
        var language = LanguageIn(lines);
        BlankBlocks(lines);
        BlankIds(lines);
        return SrtCaptions.Read(lines) with { Language = language };
    }

    /// <summary>YouTube and its tools declare the language above the first cue.</summary>
    private static string? LanguageIn(TimedLine[] lines) => lines
        .TakeWhile(line => !line.IsTiming)
        .FirstOrDefault(line => line.Text.StartsWith(LanguageName, StringComparison.OrdinalIgnoreCase)) is { Text: { } text }
            ? text[LanguageName.Length..]
            : null;

    private static void BlankBlocks(TimedLine[] lines)
    {
        var isSkipped = false;
        var hasCues = false;
        for (var i = 0; i < lines.Length; i++)
        {
            hasCues |= lines[i].IsTiming;
            var isEnd = lines[i].IsTiming || lines[i].Text.Length == 0;
            var isFirst = i == 0 || lines[i - 1] is { IsTiming: false, Text.Length: 0 };
            isSkipped = !isEnd && (isSkipped || (isFirst && IsUnspoken(lines, i, hasCues)));
            if (isSkipped)
                lines[i] = lines[i] with { Text = " " };
        }
    }

    /// <summary>Returns whether the block that begins here is not spoken.</summary>
    private static bool IsUnspoken(TimedLine[] lines, int first, bool hasCues)
    {
        var line = lines[first].Text;
        var next = first + 1 < lines.Length ? lines[first + 1].Text : "";
        return IsKeyword(line, "NOTE")
            || (IsKeyword(line, "STYLE") && (!hasCues || next.Contains("::cue", StringComparison.Ordinal)))
            || (IsKeyword(line, "REGION") && (!hasCues || next.Contains("id", StringComparison.Ordinal)))
            || (first == 0 && IsKeyword(line.TrimStart('\uFEFF'), "WEBVTT"))
            || (!hasCues && Metadata.Any(name => line.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsKeyword(string line, string keyword) =>
        line.StartsWith(keyword, StringComparison.Ordinal)
        && (line.Length == keyword.Length || line[keyword.Length] is ' ' or '\t' or ':');

    /// <summary>
    /// Blanks the ids of cues: lines alone between an empty line and a timing line. In a broken file such a line may
    /// also be the last of a text, so the others of the file decide about a line of several words; numbers are left to
    /// the reader of SubRip, which knows them.
    /// </summary>
    private static void BlankIds(TimedLine[] lines)
    {
        var candidates = new List<(int At, bool IsBehindText)>();
        int timings = 0, spoken = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].IsTiming)
            {
                var isId = i > 0 && IsAlone(lines, i - 1);
                if (isId)
                    candidates.Add((i - 1, timings == 0 || spoken > 1));
                (timings, spoken) = (timings + 1, 0);
            }

            spoken += lines[i] is { IsBlank: false, Text.Length: > 0 } ? 1 : 0;
        }

        var areUsual = candidates.Count(one => one.IsBehindText) * 2 > timings;
        foreach (var (at, isBehindText) in candidates)
            if (areUsual || (isBehindText && IsName(lines[at].Text)))
                lines[at] = lines[at] with { Text = "" };
    }

    private static bool IsAlone(TimedLine[] lines, int at) =>
        lines[at] is { IsTiming: false, IsBlank: false } line
        && line.Text.AsSpan().Trim().ContainsAnyExceptInRange('0', '9')
        && (at == 0 || lines[at - 1] is { IsTiming: false, Text.Length: 0 });

    /// <summary><c>intro-2</c>, but no sentence.</summary>
    private static bool IsName(string line) =>
        !line.AsSpan().Trim().ContainsAny(' ', '\t') && line.TrimEnd() is not [.., '.' or '!' or '?' or '…' or '。' or ','];
}
