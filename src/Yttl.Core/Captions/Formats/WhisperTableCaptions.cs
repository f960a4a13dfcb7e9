using Yttl.Core.Text;


namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads the tables that Whisper (tabs) and whisper.cpp (commas) write: a header <c>start end text</c>, times in
/// milliseconds. WhisperX writes seconds, which have a fraction.
/// </summary>
internal static class WhisperTableCaptions
{
    private static readonly char[] Separators = ['\t', ','];

    public static bool Matches(ReadOnlySpan<char> text) => SeparatorOf(text) is not null;

    public static ParsedCaptions Read(string text)
    {
        var separator = SeparatorOf(text.AsSpan().TrimStart()) ?? '\t';
        var rows = new List<(double Start, double End, string Text)>();
        var stray = LeftOut.Text();
        var (hasFractions, number) = (false, 1);
        using var lines = new StringReader(text.TrimStart());
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (line.Split(separator, 3) is [var start, var end, var said]
                && LooseNumber.Parse(start) is { } from && LooseNumber.Parse(end) is { } to)
            {
                rows.Add((from, to, said));
                hasFractions |= start.Contains('.', StringComparison.Ordinal) || end.Contains('.', StringComparison.Ordinal);
            }
            else if (rows is [.., var last])
                rows[^1] = last with { Text = $"{last.Text}\n{line}" };
            else if (!string.IsNullOrWhiteSpace(line))
                stray.Add(number);
        }

        var unit = hasFractions ? 1000 : 1;
        var cues = rows.Select(row => new OpenCue(
            CueTimestamp.FromMilliseconds(row.Start * unit), CueTimestamp.FromMilliseconds(row.End * unit), Unquoted(row.Text)));
        return ParsedCaptions.From(cues, stray);
    }

    private static char? SeparatorOf(ReadOnlySpan<char> text)
    {
        foreach (var separator in Separators)
            if (text.StartsWith($"start{separator}end{separator}text", StringComparison.OrdinalIgnoreCase))
                return separator;
        return null;
    }

    private static string Unquoted(string text) => CueMarkup.Lines(
        text.Trim() is ['"', .. var inside, '"'] ? inside.Replace("\"\"", "\"", StringComparison.Ordinal) : text);
}
