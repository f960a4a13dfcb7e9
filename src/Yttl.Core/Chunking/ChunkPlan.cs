using System.Text.Json.Serialization;

namespace Yttl.Core.Chunking;

/// <summary>
/// The ordered chunks of one audio track. The cores of the chunks and <paramref name="Skipped"/> together cover the track
/// exactly once. All times are whole milliseconds; what a track has beyond the last whole one is left out.
/// </summary>
/// <param name="Strategy">The one that made it: not the one asked for where <paramref name="FallbackReason"/> is set.</param>
/// <param name="Skipped">True silence that no call is paid for.</param>
/// <param name="Speech">What is not silent, in all chunks together.</param>
/// <param name="PredictedMakespan">From the first call to the end of the last, by the recogniser's cost model.</param>
/// <param name="Bound">What keeps it from being shorter, one phrase for people: <c>2 workers</c>, <c>25 MB an upload</c>.</param>
/// <param name="FallbackReason">Why another strategy stood in, one sentence; null when none did.</param>
public sealed record ChunkPlan(
    ChunkStrategy Strategy,
    IReadOnlyList<Chunk> Chunks,
    IReadOnlyList<SkippedSilence> Skipped,
    TimeSpan Duration,
    TimeSpan Speech,
    int Workers,
    TimeSpan PredictedMakespan,
    string Bound,
    string? FallbackReason);

/// <summary>
/// A slice of audio that goes to speech recognition in one call. Its core, <paramref name="Start"/> to
/// <paramref name="End"/>, is what it answers for; it hears from <paramref name="HeardStart"/> to
/// <paramref name="HeardEnd"/>, which is more only where no silence was in reach.
/// </summary>
/// <param name="Speech">What is not silent in the core.</param>
/// <param name="StartCut">Why it begins there.</param>
/// <param name="EndCut">Why it ends there.</param>
public sealed record Chunk(
    int Index,
    TimeSpan Start,
    TimeSpan End,
    TimeSpan HeardStart,
    TimeSpan HeardEnd,
    TimeSpan Speech,
    Cut StartCut,
    Cut EndCut);

/// <param name="SilenceLength">Of the silence it lies in; zero where it lies in none.</param>
/// <param name="SilenceDepth">In dB below the threshold; zero where it lies in none.</param>
public sealed record Cut(CutReason Reason, TimeSpan SilenceLength, double SilenceDepth);

public sealed record SkippedSilence(TimeSpan Start, TimeSpan End);

/// <summary>Why a cut is where it is; part of what <c>plan --json</c> prints.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CutReason>))]
public enum CutReason
{
    /// <summary>The track begins or ends here.</summary>
    [JsonStringEnumMemberName("edge")] Edge,

    /// <summary>In the best silence within reach.</summary>
    [JsonStringEnumMemberName("silence")] Silence,

    /// <summary>A silence that is skipped begins or ends here.</summary>
    [JsonStringEnumMemberName("skipped-silence")] SkippedSilence,

    /// <summary>No silence was in reach: both neighbours hear a margin beyond it.</summary>
    [JsonStringEnumMemberName("no-silence")] NoSilence,

    /// <summary>Equal lengths were asked for.</summary>
    [JsonStringEnumMemberName("fixed")] Fixed,
}
