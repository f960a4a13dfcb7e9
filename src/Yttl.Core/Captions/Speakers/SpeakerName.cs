using System.Globalization;
using System.Text.Json;
using Yttl.Core.Json;

namespace Yttl.Core.Captions.Speakers;

/// <summary>The names of speakers, as files and recognisers give them.</summary>
internal static class SpeakerName
{
    /// <summary>In characters. No name is longer; some files have their text where the name belongs.</summary>
    public const int Longest = 80;

    /// <param name="name">Plain text of any length.</param>
    /// <returns>The name on one line, cut where it is too long; null where it has neither letter nor digit.</returns>
    public static string? Find(string? name)
    {
        if (name is null)
            return null;
        var line = CueMarkup.OneLine(name.Length > Longest * 8 ? name[..(Longest * 8)] : name);
        if (!line.EnumerateRunes().Any(System.Text.Rune.IsLetterOrDigit))
            return null;
        // A number alone would read as one of the words.
        return line.All(char.IsAsciiDigit) && line.Length < Longest ? $"Speaker {line}" : Bounded(line);
    }

    /// <summary>
    /// Reads the speaker of a recogniser's segment or word: <c>speaker</c>, a text or a number. OpenAI's
    /// <c>diarized_json</c>, WhisperX and whisper.cpp have it.
    /// </summary>
    /// <returns>Null where there is none.</returns>
    public static string? Find(JsonElement item) => LooseMember.Find(item, "speaker"u8) switch
    {
        { ValueKind: JsonValueKind.String } text => Find(LooseTextConverter.Text(text)),
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var count) =>
            Find(count.ToString(CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static string Bounded(string line) => line.Length <= Longest
        ? line
        : line[..(Longest - 1 - (char.IsHighSurrogate(line[Longest - 2]) ? 1 : 0))].TrimEnd() + "…";
}
