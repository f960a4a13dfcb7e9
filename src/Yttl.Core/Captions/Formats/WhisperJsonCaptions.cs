using System.Text.Json;
using System.Text.RegularExpressions;
using Yttl.Core.Captions.Speakers;
using Yttl.Core.Json;
using Yttl.Core.Text;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads the JSON of speech recognisers: <c>segments</c> of Whisper, faster-whisper, WhisperX and OpenAI's API,
/// <c>transcription</c> of whisper.cpp, <c>chunks</c> of Transformers, or a bare list of such segments. Where there are
/// words only, they are grouped.
/// </summary>
internal static partial class WhisperJsonCaptions
{
    /// <summary>Words with a longer pause before them begin a cue.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly JsonDocumentOptions Loose =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static bool Matches(ReadOnlySpan<char> text) => text switch
    {
        ['{', ..] => Has(text, "\"segments\"") || Has(text, "\"transcription\"") || Has(text, "\"chunks\"")
            || (Has(text, "\"words\"") && Has(text, "\"start\"")),
        ['[', .. var rest] => rest.TrimStart().StartsWith('{') && Has(text, "\"start\"") && Has(text, "\"text\""),
        _ => false,
    };

    /// <exception cref="JsonException">The text is not JSON, or is cut off.</exception>
    public static ParsedCaptions Read(string text)
    {
        using var document = Parse(text);
        var root = document.RootElement;
        var items = root.ValueKind is JsonValueKind.Array
            ? root.EnumerateArray()
            : LooseMember.List(root, "segments"u8) ?? LooseMember.List(root, "transcription"u8)
                ?? LooseMember.List(root, "chunks"u8) ?? default;
        var cues = new List<OpenCue>();
        var unplaced = 0;
        foreach (var item in items)
        {
            if (Segment(item) is { } cue)
                cues.Add(cue);
            else
                unplaced += TextOf(item)?.Trim() is { Length: > 0 } ? 1 : 0;
        }

        var parsed = ParsedCaptions.From(
            cues is [] ? Grouped((LooseMember.List(root, "words"u8) ?? default).Select(Word).OfType<OpenCue>()) : cues) with
        {
            Language = LanguageIn(root),
        };
        return unplaced == 0 ? parsed : parsed with
        {
            Notes = [Quantity.Count(unplaced, "segment has no time and is left out", "segments have no time and are left out")],
        };
    }

    /// <summary>Python writes the mean of nothing as NaN, which is no JSON.</summary>
    private static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Loose);
        }
        catch (JsonException) when (text.Contains("NaN", StringComparison.Ordinal) || text.Contains("Infinity", StringComparison.Ordinal))
        {
            return JsonDocument.Parse(NotANumber().Replace(text, "null"), Loose);
        }
    }

    private static bool Has(ReadOnlySpan<char> text, string name) => text.Contains(name, StringComparison.Ordinal);

    /// <summary>whisper.cpp has it in <c>result</c>.</summary>
    private static string? LanguageIn(JsonElement root) => LooseMember.Text(root, "language"u8)
        ?? (LooseMember.Find(root, "result"u8) is { } result ? LooseMember.Text(result, "language"u8) : null);

    private static OpenCue? Segment(JsonElement segment)
    {
        var words = (LooseMember.List(segment, "words"u8) ?? default).Select(Word).OfType<OpenCue>().ToList();
        var text = TextOf(segment) ?? string.Join(' ', words.Select(word => word.Text));
        var speaker = SpeakerName.Find(segment) ?? words.Select(word => word.Speaker).FirstOrDefault(name => name is not null);
        return Times(segment) is (var start, var end) ? new OpenCue(start, end, CueMarkup.Lines(text)) { Speaker = speaker }
            : words is [var first, ..] ? new OpenCue(first.Start, words[^1].End, CueMarkup.Lines(text)) { Speaker = speaker }
            : null;
    }

    private static string? TextOf(JsonElement segment) => LooseMember.Text(segment, "text"u8) ?? LooseMember.Text(segment, "body"u8);

    private static OpenCue? Word(JsonElement word) =>
        Times(word) is (var start, var end) && (LooseMember.Text(word, "word"u8) ?? LooseMember.Text(word, "text"u8)) is { } text
            ? new OpenCue(start, end, CueMarkup.Lines(text)) { Speaker = SpeakerName.Find(word) }
            : null;

    private static IEnumerable<OpenCue> Grouped(IEnumerable<OpenCue> words)
    {
        OpenCue? open = null;
        foreach (var word in words)
        {
            if (open is { } cue && word.Start - (cue.End ?? cue.Start) <= Pause && word.Start - cue.Start < OpenCue.LongestGuess
                && word.Speaker == cue.Speaker)
            {
                open = cue with { End = word.End ?? cue.End, Text = $"{cue.Text} {word.Text}" };
                continue;
            }

            if (open is { } done)
                yield return done;
            open = word;
        }

        if (open is { } last)
            yield return last;
    }

    private static (TimeSpan Start, TimeSpan? End)? Times(JsonElement item)
    {
        // whisper.cpp has milliseconds, Transformers a pair of seconds, the others seconds.
        if (LooseMember.Find(item, "offsets"u8) is { ValueKind: JsonValueKind.Object } offsets
            && Number(LooseMember.Find(offsets, "from"u8)) is { } from)
            return (CueTimestamp.FromMilliseconds(from), At(Number(LooseMember.Find(offsets, "to"u8)) / 1000));
        if (LooseMember.List(item, "timestamp"u8)?.ToArray() is [var begins, var ends])
            return At(Number(begins)) is { } at ? (at, At(Number(ends))) : null;
        if (At(Seconds(item, "start"u8) ?? Seconds(item, "startTime"u8)) is not { } start)
            return null;
        return (start, At(Seconds(item, "end"u8) ?? Seconds(item, "endTime"u8) ?? start.TotalSeconds + Seconds(item, "duration"u8)));
    }

    private static TimeSpan? At(double? seconds) => seconds is { } at ? CueTimestamp.FromMilliseconds(at * 1000) : null;

    private static double? Seconds(JsonElement item, ReadOnlySpan<byte> name) => Number(LooseMember.Find(item, name));

    private static double? Number(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var read) => read,
        { ValueKind: JsonValueKind.String } text => Number(LooseTextConverter.Text(text)),
        _ => null,
    };

    private static double? Number(string text) =>
        LooseNumber.Parse(text) is { } seconds ? seconds
        : CueTimestamp.TryParse(text, out var time) ? time.TotalSeconds
        : null;

    [GeneratedRegex(@"(?<=[:\[,]\s*)-?(NaN|Infinity)(?=\s*[,\]}])", RegexOptions.CultureInvariant)]
    private static partial Regex NotANumber();
}
