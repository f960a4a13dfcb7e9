using System.Text;
using System.Text.Json;
using Yttl.Core.Captions;
using Yttl.Core.Captions.Speakers;
using Yttl.Core.Json;
using Yttl.Core.Text;

namespace Yttl.Core.Speech.Calls;

/// <summary>
/// Reads the answers of the transcription protocol. Servers differ in what they leave out: segments, words, times, even
/// JSON. Everything is optional.
/// </summary>
internal static class TranscriptionReader
{
    // In seconds. Longer pauses end a phrase where an answer has only words.
    private const double PhrasePause = 1.0;
    private const int PhraseLetters = 200;

    /// <param name="length">The duration of the upload, over which text without times is spread.</param>
    /// <returns>Null where the body is no transcription.</returns>
    public static SpeechAnswer? Read(ReadOnlyMemory<byte> body, string contentType, TimeSpan length)
    {
        if (contentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) && !LooksLikeJson(body.Span))
            return TextAlone(Encoding.UTF8.GetString(body.Span), null, length);
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement, length) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SpeechAnswer? Read(JsonElement root, TimeSpan length)
    {
        var language = WhisperLanguages.Find(LooseMember.Text(root, "language"u8));
        var text = LooseMember.Text(root, "text"u8);
        var words = (LooseMember.List(root, "words"u8) ?? default).Select(Word).OfType<SpokenWord>().ToList();
        var segments = (LooseMember.List(root, "segments"u8) ?? default).Select(Segment).OfType<SpeechSegment>().ToList();
        if (segments.Count > 0)
            return new SpeechAnswer(language, WithWords(segments, words), false);
        if (words.Count > 0)
            return new SpeechAnswer(language, [.. Phrases(words).Select(phrase => new SpeechSegment(phrase))], false);
        return text is not null
            || LooseMember.Find(root, "segments"u8) is not null || LooseMember.Find(root, "words"u8) is not null
            ? TextAlone(text ?? "", language, length)
            : null;
    }

    private static SpeechAnswer TextAlone(string text, Languages.LanguageTag? language, TimeSpan length) =>
        CueMarkup.OneLine(text) is { Length: > 0 } line
            ? new SpeechAnswer(language, [.. EstimatedTimings.Over(line, length).Select(one => new SpeechSegment(one))], true)
            : new SpeechAnswer(language, [], false);

    private static SpeechSegment? Segment(JsonElement segment)
    {
        if (LooseMember.Text(segment, "text"u8) is not { } text || CueMarkup.OneLine(text) is not { Length: > 0 } line
            || Time(segment, "start"u8) is not { } start || Time(segment, "end"u8) is not { } end)
            return null;
        SpokenWord[] words = [.. (LooseMember.List(segment, "words"u8) ?? default).Select(Word).OfType<SpokenWord>()];
        return new SpeechSegment(
            new SpokenPhrase(start, end, line, WordAligner.Fit(line, words)) { Speaker = SpeakerName.Find(segment) },
            Number(segment, "no_speech_prob"u8),
            Number(segment, "avg_logprob"u8),
            Number(segment, "compression_ratio"u8));
    }

    private static SpokenWord? Word(JsonElement word) =>
        (LooseMember.Text(word, "word"u8) ?? LooseMember.Text(word, "text"u8)) is { Length: > 0 } text
            && Time(word, "start"u8) is { } start && Time(word, "end"u8) is { } end
            ? new SpokenWord(start, end, text)
            : null;

    /// <summary>
    /// Assigns each word outside the segments to the last segment that starts before the word's middle.
    /// </summary>
    private static List<SpeechSegment> WithWords(List<SpeechSegment> segments, List<SpokenWord> words)
    {
        if (words.Count == 0)
            return segments;
        var owned = words.ToLookup(word => Math.Max(0, segments.FindLastIndex(
            segment => segment.Phrase.Start <= word.Start + (word.End - word.Start) / 2)));
        return [.. segments.Select((segment, i) => segment.Phrase.Words.Count > 0 ? segment : segment with
        {
            Phrase = segment.Phrase with { Words = WordAligner.Fit(segment.Phrase.Text, [.. owned[i]]) },
        })];
    }

    private static IEnumerable<SpokenPhrase> Phrases(List<SpokenWord> words)
    {
        for (int first = 0, i = 1; i <= words.Count; i++)
        {
            var letters = words[first..i].Sum(word => word.Text.Length + 1);
            if (i < words.Count && letters < PhraseLetters && !EndsSentence(words[i - 1].Text)
                && (words[i].Start - words[i - 1].End).TotalSeconds < PhrasePause)
                continue;
            var phrase = words[first..i];
            // whisper.cpp's word pieces have their own spaces, other servers' words have none.
            var spaced = phrase.Skip(1).Any(word => word.Text.StartsWith(' '));
            var text = CueMarkup.OneLine(string.Join(spaced ? "" : " ", phrase.Select(word => word.Text)));
            if (text.Length > 0)
                yield return new SpokenPhrase(phrase[0].Start, phrase[^1].End, text, WordAligner.Fit(text, phrase));
            first = i;
        }
    }

    private static bool EndsSentence(string word) => word.AsSpan().TrimEnd() is [.., var last] && SentenceEnds.IsWordStop(last);

    private static bool LooksLikeJson(ReadOnlySpan<byte> body) => body.TrimStart(" \r\n\t"u8) is [(byte)'{', ..];

    private static double? Number(JsonElement element, ReadOnlySpan<byte> name) =>
        LooseMember.Find(element, name) is { ValueKind: JsonValueKind.Number } number
        && number.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : null;

    // Clamped to a day, which is longer than any upload.
    private static TimeSpan? Time(JsonElement element, ReadOnlySpan<byte> name) =>
        Number(element, name) is { } seconds
            ? TimeSpan.FromMilliseconds(Math.Round(Math.Clamp(seconds, 0, 86_400) * 1000))
            : null;
}
