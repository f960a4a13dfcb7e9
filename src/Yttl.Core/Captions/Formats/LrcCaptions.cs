using System.Text.RegularExpressions;
using Yttl.Core.Text;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads LRC: <c>[01:02.50]</c> before a line, several where it is sung again. Only times with a fraction count: minutes
/// of meetings and chats have <c>[10:30]</c>. <see href="https://en.wikipedia.org/wiki/LRC_(file_format)"/>
/// </summary>
internal static partial class LrcCaptions
{
    public static bool Matches(ReadOnlySpan<char> text)
    {
        int timed = 0, other = 0;
        foreach (var line in text.EnumerateLines())
        {
            if (TimedLines.HasArrow(line))
                return false;
            if (Times().IsMatch(line))
                timed++;
            else if (!line.IsWhiteSpace() && !Tag().IsMatch(line))
                other++;
        }

        return timed > other;
    }

    public static ParsedCaptions Read(string text)
    {
        var cues = new List<OpenCue>();
        var stray = LeftOut.Text();
        double early = 0;
        var number = 0;
        string? language = null;
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (Times().Match(line) is { Success: true } times)
                cues.AddRange(times.Groups["time"].Captures.Select(time => new OpenCue(
                    At(time.Value, early), null, CueMarkup.LinesOfMarkup(line[times.Length..]))));
            else if (Tag().Match(line) is { Success: true } tag)
            {
                var (name, value) = (tag.Groups["name"].Value, tag.Groups["value"].Value);
                early = name is "offset" && LooseNumber.Parse(value) is { } offset ? offset : early;
                language = name is "la" ? value : language;
            }
            else if (!string.IsNullOrWhiteSpace(line))
                stray.Add(number);
        }

        return ParsedCaptions.From(cues, stray) with { Language = language };
    }

    /// <param name="early">In milliseconds: how much earlier than written a line is shown.</param>
    private static TimeSpan At(string time, double early) =>
        CueTimestamp.TryParse(time, out var at) ? CueTimestamp.FromMilliseconds(at.TotalMilliseconds - early) : TimeSpan.Zero;

    [GeneratedRegex(@"^\s*(\[(?<time>[0-9]{1,3}:[0-5][0-9]\.[0-9]{1,3})\]\s*)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Times();

    [GeneratedRegex(@"^\s*\[(?<name>[a-z#]{1,12}):(?<value>[^\]]*)\]\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
