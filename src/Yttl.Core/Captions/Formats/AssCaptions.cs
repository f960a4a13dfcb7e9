using System.Text;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads Advanced SubStation Alpha and SSA: the <c>Dialogue</c> lines, in the order of fields that <c>Format</c> gives.
/// Text in <c>{…}</c> is style or comment. What follows <c>{\p1}</c> up to <c>{\p0}</c> draws a shape.
/// <see href="https://github.com/libass/libass/wiki/ASS-File-Format-Guide"/>
/// </summary>
internal static class AssCaptions
{
    private const string Dialogue = "Dialogue:";
    private const string Format = "Format:";

    private static readonly EventFields Usual = new(Count: 10, Start: 1, End: 2);

    public static bool Matches(ReadOnlySpan<char> text) =>
        text.StartsWith("[Script Info]", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith(Dialogue, StringComparison.OrdinalIgnoreCase)
        || (text is ['[' or ';', ..] && text.Contains('\n' + Dialogue, StringComparison.OrdinalIgnoreCase));

    public static ParsedCaptions Read(string text)
    {
        var (fields, inEvents) = (Usual, true);
        var cues = new List<OpenCue>();
        var unplaced = LeftOut.Timings();
        var number = 0;
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
        {
            number++;
            line = line.TrimStart();
            if (line.StartsWith('['))
                inEvents = line.StartsWith("[Events]", StringComparison.OrdinalIgnoreCase);
            else if (inEvents && line.StartsWith(Format, StringComparison.OrdinalIgnoreCase))
                fields = EventFields.Find(line[Format.Length..]) ?? fields;
            else if (!line.StartsWith(Dialogue, StringComparison.OrdinalIgnoreCase))
                continue;
            else if (fields.Read(line[Dialogue.Length..]) is { } cue)
                cues.Add(cue);
            else
                unplaced.Add(number);
        }

        // Outlines and shadows are often layers of their own with the same text.
        return ParsedCaptions.From(cues.Distinct(), unplaced);
    }

    internal static string PlainText(string text)
    {
        var plain = new StringBuilder(text.Length);
        var draws = false;
        var lastEnd = text.LastIndexOf('}');
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{' && i < lastEnd)
            {
                var end = text.IndexOf('}', i);
                draws = DrawsAfter(text.AsSpan(i, end - i), draws);
                i = end;
            }
            else if (draws)
                continue;
            else if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is 'N' or 'n' or 'h' or '{' or '}')
                plain.Append(text[++i] switch { 'h' => ' ', 'N' or 'n' => '\n', var brace => brace });
            else
                plain.Append(text[i]);
        }

        return CueMarkup.Lines(plain.ToString());
    }

    /// <summary><c>\p</c> with a number above zero begins a drawing; <c>\pos</c> and <c>\pbo</c> do not.</summary>
    private static bool DrawsAfter(ReadOnlySpan<char> codes, bool draws)
    {
        for (var at = codes.IndexOf(@"\p"); at >= 0; at = codes.IndexOf(@"\p"))
        {
            codes = codes[(at + 2)..].TrimStart();
            var digits = codes.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : codes.Length;
            if (digits > 0)
                draws = codes[..digits].ContainsAnyExcept('0');
        }

        return draws;
    }

    /// <summary>Where the fields of an event are. The text is the last and may hold commas.</summary>
    private sealed record EventFields(int Count, int Start, int End)
    {
        public static EventFields? Find(string format)
        {
            var names = format.Split(',', StringSplitOptions.TrimEntries);
            var (start, end) = (IndexOf(names, "Start"), IndexOf(names, "End"));
            return start >= 0 && end >= 0 && IndexOf(names, "Text") == names.Length - 1
                ? new EventFields(names.Length, start, end)
                : null;
        }

        public OpenCue? Read(string line)
        {
            var fields = line.Split(',', Count);
            return fields.Length == Count && CueTimestamp.TryParse(fields[Start], out var start)
                ? new OpenCue(start, CueTimestamp.TryParse(fields[End], out var end) ? end : null, PlainText(fields[^1]))
                : null;
        }

        private static int IndexOf(string[] names, string name) =>
            Array.FindIndex(names, found => found.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
