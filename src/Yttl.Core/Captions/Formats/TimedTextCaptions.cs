using System.Text.RegularExpressions;
using Yttl.Core.Captions.Speakers;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads transcripts saved as text: a line with a speaker and a time, or with a time alone, and below it what is said
/// from then on. Otter, Teams, Rev and Zoom save them so, and YouTube's transcript is copied so.
/// </summary>
internal static partial class TimedTextCaptions
{
    /// <summary>Title, date and speakers stand before the first time. A text with more before it is another one.</summary>
    private const int MostLinesBefore = 25;

    private const int FewestHeadings = 5;

    /// <summary>Slow speech. A speaker who stops earlier is not followed by the next one at once.</summary>
    private static readonly TimeSpan LongestWord = TimeSpan.FromSeconds(0.8);

    public static bool Matches(ReadOnlySpan<char> text) => Turns(text.ToString()).Count > 0;

    /// <returns>A cue for each line with a time, of all that stands below it.</returns>
    public static ParsedCaptions Read(string text)
    {
        var turns = Turns(text);
        var areNames = AreNames([.. turns.Select(turn => turn.Name).Where(name => name.Length > 0)], turns.Count);
        var cues = new List<OpenCue>();
        for (var i = 0; i < turns.Count; i++)
        {
            var (start, name, lines) = turns[i];
            var words = CueMarkup.Lines(string.Join('\n', lines));
            var longest = LongestWord * CaptionQuality.Words(words);
            var end = start + (longest < OpenCue.LongestGuess ? OpenCue.LongestGuess : longest);
            cues.Add(new OpenCue(start, i + 1 < turns.Count && turns[i + 1].Start < end ? turns[i + 1].Start : end, words)
            {
                Speaker = areNames ? SpeakerName.Find(name.Trim('[', ']')) : null,
            });
        }

        return ParsedCaptions.From(cues);
    }

    /// <summary>The names of people return; where many stand above the times and none does, they are headings.</summary>
    private static bool AreNames(List<string> names, int turns) =>
        names.Count * 2 > turns && (names.Count < FewestHeadings || names.Distinct(StringComparer.Ordinal).Count() < names.Count);

    /// <returns>None where the text is not such a transcript.</returns>
    private static List<(TimeSpan Start, string Name, List<string> Lines)> Turns(string text)
    {
        var turns = new List<(TimeSpan Start, string Name, List<string> Lines)>();
        var (before, isApart) = (0, true);
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
        {
            if (Header().Match(line) is { Success: true } header
                && (isApart || header.Groups["name"].Length is 0)
                && CueTimestamp.TryParse(header.Groups["time"].ValueSpan, out var start))
            {
                if (turns is [.., var last] && start < last.Start)
                    return [];
                turns.Add((start, header.Groups["name"].Value, []));
            }
            else if (turns is [.., var open] && !Footer().IsMatch(line))
                open.Lines.Add(line);
            else if (turns is [] && !string.IsNullOrWhiteSpace(line) && ++before > MostLinesBefore)
                return [];
            isApart = string.IsNullOrWhiteSpace(line);
        }

        var isTranscript = (turns.Count > 1 || before is 0) && turns.Exists(turn => turn.Lines.Exists(line => line.Length > 0));
        return isTranscript ? turns : [];
    }

    private const string Apart = @"[^\s.,;!?][^,;!?]{0,58}?";
    private const string Capital = @"\p{Lu}[\p{L}\p{M}'’.-]*";

    // A name one space before the time needs capitals, so that no sentence that ends with a time is taken for one.
    [GeneratedRegex(
        @"^\s*((?<name>" + Apart + @")(\s{2,}|\t+|\s*(?=[(\[]))"
        + @"|(?<name>\[[^\]]{1,60}\])\s+"
        + @"|(?<name>" + Capital + @"( (" + Capital + @"|[0-9]{1,3})){0,4}):? )?"
        + @"[(\[]?(?<time>[0-9]{1,3}:[0-9]{2}(:[0-9]{2})?(\.[0-9]{1,3})?)[)\]]?:?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Header();

    [GeneratedRegex(@"^\s*Transcribed by https?://otter\.ai", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Footer();
}
