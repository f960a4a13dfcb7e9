using System.Globalization;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions.Formats;
using Yttl.Core.Http;
using Yttl.Core.Processes;
using Yttl.Core.Sources;

namespace Yttl.Core.Captions.Fetching;

/// <summary>Makes a transcript of the first usable caption track of a video.</summary>
/// <param name="http">Fetches tracks by address; a client that <see cref="HttpClients"/> creates.</param>
public sealed class ReadCaptionsStep(
    IArtifactStore store, HttpClient http, ProcessRunner processes, Toolset tools, TimeProvider time)
{
    /// <summary>
    /// The step stops after this many unreachable tracks in a row: each costs up to 70 s, a video may have a hundred,
    /// and the others will most likely fail too.
    /// </summary>
    private const int MostUnreachable = 3;

    /// <summary>The formats of a track lie at one site: where two are unreachable, the next track is tried.</summary>
    private const int MostUnreachableFormats = 2;

    private readonly CaptionLoader _contents = new(http, processes, tools, time);

    /// <summary>
    /// Tries tracks in the order of <see cref="CaptionChoice"/>, and each in its formats until one can be read. Retries
    /// short network trouble itself, so the outcome is final: <c>captions.none</c>; <c>captions.rate-limit</c> or <c>captions.unreachable</c> where the site or the
    /// network prevented a download; the code of the tool (such as <c>tool.missing</c>) where a subtitle stream could
    /// not be extracted.
    /// </summary>
    public async Task<CaptionsOutcome> RunAsync(CaptionsRequest request, CancellationToken cancellationToken)
    {
        var video = await store.ReadJsonAsync(request.Video, SourcesJson.Default.Video, cancellationToken);
        var tracks = CaptionChoice.InOrder(video, request.Language);
        var left = new List<RejectedTrack>();
        foreach (var formats in tracks)
        {
            var (transcript, notes, rejected) = await TryAsync(video, formats, cancellationToken);
            if (transcript is not null)
                return new CaptionsOutcome(
                    await StoreAsync(transcript, cancellationToken), [.. Notes(left), .. notes], null);

            left.Add(rejected!);
            if (left.Count >= MostUnreachable && left[^MostUnreachable..].TrueForAll(one => one.Unreachable))
                break;
        }

        return new CaptionsOutcome(
            null, [.. Notes(left), .. NotTried(tracks.Count - left.Count)], CaptionFailures.From(video, left));
    }

    /// <summary>Returns exactly one of transcript and rejected track.</summary>
    private async Task<(Transcript? Transcript, IEnumerable<string> Notes, RejectedTrack? Rejected)> TryAsync(
        Video video, IReadOnlyList<CaptionTrack> formats, CancellationToken cancellationToken)
    {
        var left = new List<RejectedTrack>();
        foreach (var format in formats)
        {
            var content = await _contents.LoadAsync(video, format, cancellationToken);
            var (transcript, notes, reason) = Read(video, format, content);
            if (transcript is not null)
                return (transcript, notes, null);
            left.Add(new RejectedTrack(format, reason!, content.Unreachable, content.Failure)
            {
                RateLimited = content.RateLimited,
            });
            if (left.Count(one => one.Unreachable) >= MostUnreachableFormats)
                break;
        }

        return (null, [], RejectedTrack.From(left));
    }

    /// <summary>Returns exactly one of transcript and reason.</summary>
    private static (Transcript? Transcript, IEnumerable<string> Notes, string? Reason) Read(
        Video video, CaptionTrack track, CaptionContent content)
    {
        if (content.Bytes is null)
            return (null, [], content.Reason);
        var language = track.Language ?? video.Language;
        var reading = CaptionReader.Read(content.Bytes, track.Format, language);
        if (reading.Cues is not { } cues)
            return (null, [], reading.Reason);
        if (CaptionQuality.IsTruncated(cues, video.Duration - reading.Looped))
            return (null, [], "it is cut off: it has under one word per three seconds of the video");
        return (
            Transcript.FromCues(cues, language, SourceOf(track.Kind), RejectedTrack.NameOf(track)),
            reading.Notes.Select(note => $"In the {RejectedTrack.DescriptionOf(track)} {note}."),
            null);
    }

    private async Task<TranscriptRef> StoreAsync(Transcript transcript, CancellationToken cancellationToken)
    {
        var content = await store.WriteJsonAsync(transcript, CaptionsJson.Default.Transcript, cancellationToken);
        return new TranscriptRef(content, transcript.Language, transcript.Cues.Count, transcript.End());
    }

    /// <summary>
    /// A translation counts as automatic: the site's machine made it, from recognised or written text.
    /// </summary>
    private static TranscriptSource SourceOf(CaptionTrackKind kind) => kind switch
    {
        CaptionTrackKind.File => TranscriptSource.CaptionFile,
        CaptionTrackKind.Embedded => TranscriptSource.Embedded,
        CaptionTrackKind.Manual => TranscriptSource.ManualCaptions,
        _ => TranscriptSource.AutomaticCaptions,
    };

    private static IReadOnlyList<string> Notes(List<RejectedTrack> left) => [.. left.Select(track => track.Note)];

    private static IReadOnlyList<string> NotTried(int count) => count == 0 ? [] :
    [
        string.Create(
            CultureInfo.InvariantCulture, $"Skipped {count} more caption tracks: the site did not answer."),
    ];
}
