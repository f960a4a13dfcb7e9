using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Json;
using Yttl.Core.Sources;
using Yttl.Core.Time;

namespace Yttl.Core.SponsorBlock;

/// <param name="Categories">SponsorBlock's category names, such as <c>sponsor</c> and <c>selfpromo</c>.</param>
public sealed record SponsorBlockRequest(
    ArtifactRef Video, TranscriptRef Transcript, IReadOnlyList<string> Categories);

/// <summary>A time range that was removed from the transcript.</summary>
public sealed record RemovedRange(TimeSpan Start, TimeSpan End, string Category)
{
    public TimeRange Range() => new(Start, End);
}

/// <param name="Transcript">The transcript without the removed ranges; the original one where there were none.</param>
/// <param name="Note">Why nothing, or less than was marked, was removed; null otherwise.</param>
public sealed record SponsorBlockOutcome(TranscriptRef Transcript, IReadOnlyList<RemovedRange> Removed, string? Note);

/// <summary>
/// Removes the ranges that SponsorBlock's users marked from a transcript. A problem with SponsorBlock becomes a note in
/// the outcome and never fails a run.
/// </summary>
public sealed class RemoveSponsorsStep(SponsorBlockClient client, IArtifactStore store)
{
    private const string NotYouTube = "SponsorBlock supports YouTube videos only, so nothing was removed from this one.";

    private const string NothingLeft = "SponsorBlock's marks cover the whole transcript of this video.";

    /// <exception cref="Failures.YttlException">The store could not be read or written.</exception>
    public async Task<SponsorBlockOutcome> RunAsync(SponsorBlockRequest request, CancellationToken cancellationToken)
    {
        if (request.Categories is [])
            return new SponsorBlockOutcome(request.Transcript, [], Note: null);
        var video = await store.ReadJsonAsync(request.Video, SourcesJson.Default.Video, cancellationToken);
        if (video.Extractor != "youtube")
            return new SponsorBlockOutcome(request.Transcript, [], NotYouTube);
        var ranges = await client.FindAsync(video.Id, video.Duration, request.Categories, cancellationToken);
        if (ranges.Removed is [])
            return new SponsorBlockOutcome(request.Transcript, [], ranges.Note);
        var transcript = await CutAsync(request.Transcript, ranges.Removed, video.Duration, cancellationToken);
        return new SponsorBlockOutcome(transcript, ranges.Removed, transcript.Cues == 0 ? NothingLeft : ranges.Note);
    }

    private async Task<TranscriptRef> CutAsync(
        TranscriptRef reference,
        IReadOnlyList<RemovedRange> removed,
        TimeSpan? duration,
        CancellationToken cancellationToken)
    {
        var transcript = await store.ReadJsonAsync(reference.Content, CaptionsJson.Default.Transcript, cancellationToken);
        // Sites round durations down, so the last cue may end after the video: what is removed to the end goes to its end.
        var cues = CueCutter.Cut(transcript.Cues, removed.Select(range =>
            range.End == duration && reference.End > range.End
                ? new TimeRange(range.Start, reference.End)
                : range.Range()));
        var content = await store.WriteJsonAsync(
            transcript with { Cues = cues }, CaptionsJson.Default.Transcript, cancellationToken);
        var end = cues.Select(cue => cue.End).DefaultIfEmpty(TimeSpan.Zero).Max();
        return new TranscriptRef(content, reference.Language, cues.Count, end);
    }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SponsorBlockRequest))]
[JsonSerializable(typeof(SponsorBlockOutcome))]
public sealed partial class SponsorBlockJson : JsonSerializerContext;
