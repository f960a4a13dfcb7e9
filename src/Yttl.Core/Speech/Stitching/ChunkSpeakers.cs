using System.Globalization;
using System.Text.RegularExpressions;

namespace Yttl.Core.Speech.Stitching;

/// <summary>
/// Keeps the speakers of different chunks apart: a recogniser labels the voices of each upload anew, so that A of one is not
/// A of the next.
/// </summary>
internal static partial class ChunkSpeakers
{
    /// <param name="chunks">In order; null where nothing was recognised.</param>
    /// <returns>
    /// The same where one chunk alone has labels. Else each label with the number of its part: <c>A (part 2)</c>. Names stay.
    /// </returns>
    public static IEnumerable<ChunkTranscript?> Apart(IReadOnlyList<ChunkTranscript?> chunks) =>
        chunks.Count(chunk => chunk?.Phrases.Any(phrase => IsLabel(phrase.Speaker)) is true) < 2
            ? chunks
            : chunks.Select((chunk, index) => chunk is null ? null : chunk with
            {
                Phrases = [.. chunk.Phrases.Select(phrase => IsLabel(phrase.Speaker)
                    ? phrase with { Speaker = string.Create(CultureInfo.InvariantCulture, $"{phrase.Speaker} (part {index + 1})") }
                    : phrase)],
            });

    private static bool IsLabel(string? speaker) => speaker is not null && Label().IsMatch(speaker);

    [GeneratedRegex("^([A-Z]{1,2}|(SPEAKER|SPK)[ _-]?[0-9A-Z]{1,3})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
