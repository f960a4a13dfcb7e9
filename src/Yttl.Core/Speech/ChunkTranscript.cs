using System.Text.Json.Serialization;
using Yttl.Core.Languages;
using Yttl.Core.Time;

namespace Yttl.Core.Speech;

/// <summary>
/// The recognised speech of one chunk. Times are the track's, ordered, and inside the chunk with its margins.
/// </summary>
/// <param name="Language">The recogniser's; null where it gave none.</param>
/// <param name="TimesAreApproximate">
/// Whether the recogniser gave no times. They are then spread over the chunk by length of text.
/// </param>
/// <param name="AmbiguousCuts">
/// Where the chunk was transcribed in parts: the cuts around which words may stand twice. Null: none.
/// </param>
public sealed record ChunkTranscript(
    int Chunk, LanguageTag? Language, IReadOnlyList<SpokenPhrase> Phrases, bool TimesAreApproximate,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<TimeSpan>? AmbiguousCuts = null);

/// <summary>A recogniser's segment.</summary>
/// <param name="Words">Words with their times; empty where the recogniser gave none.</param>
public sealed record SpokenPhrase(TimeSpan Start, TimeSpan End, string Text, IReadOnlyList<SpokenWord> Words)
{
    /// <summary>
    /// As <see cref="Captions.Cue.Speaker"/>. A recogniser that tells voices apart calls them A, B or SPEAKER_00 in each
    /// upload anew. Null where it does not.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Speaker { get; init; }

    /// <summary>
    /// Converts the times of an upload to those of its track: adds the start of the range. Times beyond its end, which
    /// recognisers give their last words, become its end. Orders the words.
    /// </summary>
    internal SpokenPhrase In(TimeRange range)
    {
        var words = new List<SpokenWord>(Words.Count);
        foreach (var word in Words)
        {
            var start = Times.Later(At(range, word.Start), words is [.., var last] ? last.Start : range.Start);
            words.Add(word with { Start = start, End = Times.Later(start, At(range, word.End)) });
        }

        var from = words.Count > 0 ? words[0].Start : At(range, Start);
        var to = words.Count > 0 ? words[^1].End : At(range, End);
        return this with { Start = from, End = Times.Later(from, to), Words = words };
    }

    private static TimeSpan At(TimeRange range, TimeSpan time) =>
        range.Start + time is var moved && moved > range.End ? range.End : moved;
}

public sealed record SpokenWord(TimeSpan Start, TimeSpan End, string Text);
