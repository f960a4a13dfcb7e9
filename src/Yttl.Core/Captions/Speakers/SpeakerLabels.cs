using System.Text.RegularExpressions;

namespace Yttl.Core.Captions.Speakers;

/// <summary>
/// Moves the names of speakers out of the text: <c>Ada Lovelace: Yes.</c> of Zoom, Meet and subtitles,
/// <c>SPEAKER_00: Yes.</c> and <c>[SPEAKER_00]: Yes.</c> of recognisers. From here on no text has a label.
/// </summary>
internal static partial class SpeakerLabels
{
    /// <param name="cues">In order. The lines of a text may be separated by <c>\n</c>.</param>
    /// <returns>
    /// The cues with their speakers, divided where it changes within one, each part with the share of the time that its
    /// letters have. The same cues where no name recurs (<see cref="RecurringNames"/>). Where speakers are known already,
    /// only what repeats them is taken off. Takes linear time.
    /// </returns>
    public static IReadOnlyList<Cue> Take(IReadOnlyList<Cue> cues)
    {
        if (cues.Any(cue => cue.Speaker is not null))
            return [.. cues.Select(WithoutOwnName)];
        var labels = new List<Label>();
        var spoken = 0;
        for (var i = 0; i < cues.Count; i++)
        {
            spoken += CueMarkup.IsSpoken(cues[i].Text) ? 1 : 0;
            Add(labels, cues[i].Text, i);
        }

        var names = RecurringNames.Among(labels.Select(label => label.Name), spoken, cues);
        return names.Count == 0 ? cues : Divide(cues, labels, names, spoken);
    }

    private static List<Cue> Divide(IReadOnlyList<Cue> cues, List<Label> labels, HashSet<string> names, int spoken)
    {
        var known = labels.FindAll(label => names.Contains(label.Name));
        // A transcript that names each turn once begins with a name. Subtitles name the unseen, and others go on.
        var goOn = known.Count > spoken / 2 || cues.Take(known[0].Cue).All(cue => !CueMarkup.IsSpoken(cue.Text));
        var divided = new List<Cue>(cues.Count);
        string? speaker = null;
        for (int i = 0, next = 0; i < cues.Count; i++)
        {
            var text = cues[i].Text;
            if (!goOn || Turn().IsMatch(text))
                speaker = null;
            if (!CueMarkup.IsSpoken(text))
            {
                divided.Add(cues[i]);
                continue;
            }

            var parts = new List<(string? Speaker, string Text)>();
            var from = 0;
            for (; next < labels.Count && labels[next].Cue == i; next++)
            {
                var label = labels[next];
                if (!names.Contains(label.Name) && !RecurringNames.MayBeName(label.Name))
                    continue;
                Add(parts, speaker, text[from..label.At]);
                (speaker, from) = names.Contains(label.Name) ? (label.Name, label.At + label.Length) : (null, label.At);
            }

            Add(parts, speaker, text[from..]);
            divided.AddRange(Place(cues[i], parts));
        }

        // Of two cues at one time, the second part of the first comes after the other.
        return divided.Count == cues.Count ? divided : [.. divided.OrderBy(cue => cue.Start)];
    }

    private static void Add(List<(string? Speaker, string Text)> parts, string? speaker, string text)
    {
        if (text.Trim() is { Length: > 0 } said)
            parts.Add((speaker, said));
    }

    private static IEnumerable<Cue> Place(Cue cue, List<(string? Speaker, string Text)> parts)
    {
        var letters = parts.Sum(part => part.Text.Length);
        var before = 0;
        foreach (var (speaker, text) in parts)
        {
            var from = before;
            before += text.Length;
            yield return cue with { Start = At(from), End = At(before), Text = text, Speaker = speaker };
        }

        TimeSpan At(int letter) => letter == 0 ? cue.Start : letter == letters ? cue.End
            : cue.Start + TimeSpan.FromMilliseconds(Math.Round((cue.End - cue.Start).TotalMilliseconds * letter / letters));
    }

    private static Cue WithoutOwnName(Cue cue) =>
        cue.Speaker is { } speaker && At(cue.Text, 0) is { } match && NameIn(match) == speaker
            ? cue with { Text = cue.Text[match.Length..] }
            : cue;

    /// <summary>Finds what may be a label, where a line begins.</summary>
    private static void Add(List<Label> labels, string text, int cue)
    {
        for (var at = 0; at >= 0; at = text.IndexOf('\n', at) is >= 0 and var line ? line + 1 : -1)
        {
            if (At(text, at) is not { } match)
                continue;
            labels.Add(new Label(cue, at, match.Length, NameIn(match)));
            at += match.Length;
        }
    }

    private static Match? At(string text, int at)
    {
        var head = text.AsSpan(at, Math.Min(text.Length - at, LongestLabel));
        return head.IndexOfAny(':', '：', '(') >= 0 && Pattern().Match(text, at) is { Success: true } match ? match : null;
    }

    private static string NameIn(Match match) => match.Groups["name"].Value.TrimEnd();

    /// <summary>A name with its brackets, a mark before it and blanks.</summary>
    private const int LongestLabel = 80;

    // A full stop stands behind an initial or a short title, or inside a word: "Karim T.", "Dr. Ott", "Ada - engine.org".
    private const string Name =
        @"(?<name>\p{L}([^:：.!?\n\[\]]|[.!?](?=[^\s:：])|(?<=\b\p{Lu}\p{Ll}{0,2})\.){0,58}?)";

    // A blank follows the colon, so that no clock and no address is taken for a label; a wide colon needs none.
    [GeneratedRegex(
        @"\G(([-–—‐]|>>+)\s*)?((\[" + Name + @"\]|\(" + Name + @"\)|" + Name + @")\s?(:\s+|：\s*)|\((?<name>speaker [0-9]{1,2})\)\s*)(?=\S)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^([-–—‐]|>>+)\s*\S", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Turn();

    /// <param name="Cue">Its index.</param>
    /// <param name="At">Where it begins in the text.</param>
    /// <param name="Length">With all that does not belong to what is said.</param>
    private readonly record struct Label(int Cue, int At, int Length, string Name);
}
