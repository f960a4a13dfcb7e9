using System.Text.Json.Serialization;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;

namespace Yttl.Cli.Json;

/// <param name="AudioStart">Lies before <paramref name="Start"/> where no silence was within reach.</param>
/// <param name="AudioEnd">Lies after <paramref name="End"/> where no silence was within reach.</param>
internal sealed record ChunkDocument(
    int Index,
    double Start,
    double End,
    [property: JsonPropertyName("heardStart")] double AudioStart,
    [property: JsonPropertyName("heardEnd")] double AudioEnd,
    double SpeechSeconds,
    CutDocument StartCut,
    CutDocument EndCut)
{
    public static ChunkDocument From(Chunk chunk) => new(
        chunk.Index,
        chunk.Start.TotalSeconds,
        chunk.End.TotalSeconds,
        chunk.AudioStart.TotalSeconds,
        chunk.AudioEnd.TotalSeconds,
        chunk.Speech.TotalSeconds,
        CutDocument.From(chunk.StartCut),
        CutDocument.From(chunk.EndCut));
}

/// <param name="SilenceSeconds">The length of the silence that holds the cut; 0 where none does.</param>
/// <param name="SilenceDepthDb">How far the silence lies below the threshold.</param>
internal sealed record CutDocument(CutReason Reason, double SilenceSeconds, double SilenceDepthDb)
{
    public static CutDocument From(Cut cut) =>
        new(cut.Reason, cut.SilenceLength.TotalSeconds, Math.Round(cut.SilenceDepth, 1));
}

/// <param name="Reason">Why the range is lost, one sentence; null for one that is skipped.</param>
internal sealed record RangeDocument(double Start, double End, string? Reason = null)
{
    public static RangeDocument From(LostAudio lost) =>
        new(lost.Start.TotalSeconds, lost.End.TotalSeconds, lost.Reason);
}
