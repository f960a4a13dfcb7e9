using System.Text.Json.Serialization;
using Yttl.Core.Time;

namespace Yttl.Core.Chunking;

/// <summary>
/// The ordered chunks of one audio track. The cores of the chunks and <paramref name="Skipped"/> together cover the
/// track exactly once. All times are whole milliseconds; the rest of a track after its last whole millisecond is left
/// out.
/// </summary>
/// <param name="Strategy">
/// Strategy that was used; differs from the configured one where <paramref name="FallbackReason"/> is set.
/// </param>
/// <param name="Skipped">Silences that are not sent to the recogniser.</param>
/// <param name="Speech">Total length of speech in all chunks.</param>
/// <param name="PredictedMakespan">
/// Predicted time from the first call to the end of the last, by the recogniser's cost model.
/// </param>
/// <param name="Bound">
/// What limits the makespan, one phrase for people: <c>2 workers</c>, <c>25 MB an upload</c>.
/// </param>
/// <param name="FallbackReason">Why another strategy was used, one sentence; null where the configured one was.</param>
public sealed record ChunkPlan(
    ChunkStrategy Strategy,
    IReadOnlyList<Chunk> Chunks,
    IReadOnlyList<TimeRange> Skipped,
    TimeSpan Duration,
    TimeSpan Speech,
    int Workers,
    TimeSpan PredictedMakespan,
    string Bound,
    string? FallbackReason);

/// <summary>
/// A slice of audio that is transcribed in one call. It contributes the words of its core, <paramref name="Start"/> to
/// <paramref name="End"/>; its audio extends from <paramref name="AudioStart"/> to <paramref name="AudioEnd"/>, which
/// is more than the core only where no silence was in reach.
/// </summary>
/// <param name="Speech">Length of speech in the core.</param>
/// <param name="StartCut">Reason for the position of its start.</param>
/// <param name="EndCut">Reason for the position of its end.</param>
public sealed record Chunk(
    int Index,
    TimeSpan Start,
    TimeSpan End,
    [property: JsonPropertyName("heardStart")] TimeSpan AudioStart,
    [property: JsonPropertyName("heardEnd")] TimeSpan AudioEnd,
    TimeSpan Speech,
    Cut StartCut,
    Cut EndCut);

/// <param name="SilenceLength">Length of the surrounding silence; zero where there is none.</param>
/// <param name="SilenceDepth">
/// Depth of the surrounding silence in dB below the threshold; zero where there is none.
/// </param>
public sealed record Cut(CutReason Reason, TimeSpan SilenceLength, double SilenceDepth);

/// <summary>The reason for the position of a cut; part of the output of <c>plan --json</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CutReason>))]
public enum CutReason
{
    /// <summary>The track begins or ends here.</summary>
    [JsonStringEnumMemberName("edge")] Edge,

    /// <summary>The best silence within reach.</summary>
    [JsonStringEnumMemberName("silence")] Silence,

    /// <summary>A skipped silence begins or ends here.</summary>
    [JsonStringEnumMemberName("skipped-silence")] SkippedSilence,

    /// <summary>No silence was in reach: the audio of both neighbours extends by a margin beyond the cut.</summary>
    [JsonStringEnumMemberName("no-silence")] NoSilence,

    /// <summary>The strategy cuts at equal lengths.</summary>
    [JsonStringEnumMemberName("fixed")] Fixed,
}
