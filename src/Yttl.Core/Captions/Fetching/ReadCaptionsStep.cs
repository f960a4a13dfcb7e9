using System.Globalization;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions.Formats;
using Yttl.Core.Http;
using Yttl.Core.Processes;
using Yttl.Core.Sources;

namespace Yttl.Core.Captions.Fetching;

/// <summary>Makes a transcript of the first of a video's caption tracks that can be used.</summary>
/// <param name="http">For tracks behind an address, as <see cref="HttpClients"/> makes it.</param>
public sealed class ReadCaptionsStep(
    IArtifactStore store, HttpClient http, ProcessRunner processes, Toolset tools, TimeProvider time)
{
    /// <summary>
    /// Every track costs up to 70 s of waiting where nothing answers, and a video may have a hundred; so many in a row
    /// say that the others will do no better.
    /// </summary>
    private const int MostUnreachable = 3;

    private readonly CaptionContents _contents = new(http, processes, tools, time);

    /// <summary>
    /// Tries tracks in the order of <see cref="CaptionChoice"/>. Short trouble on the network is waited out here, so
    /// the outcome is final: <c>captions.none</c>, <c>captions.rate-limit</c> or <c>captions.unreachable</c> where the
    /// site or the network stood before any track, or <c>tool.missing</c> and its like where a subtitle stream could
    /// not be taken out.
    /// </summary>
    public async Task<CaptionsOutcome> RunAsync(CaptionsRequest request, CancellationToken cancellationToken)
    {
        var video = await store.ReadJsonAsync(request.Video, SourcesJson.Default.Video, cancellationToken);
        var tracks = CaptionChoice.InOrder(video, request.Language);
        var left = new List<LeftTrack>();
        foreach (var track in tracks)
        {
            var content = await _contents.LoadAsync(video, track, cancellationToken);
            var (transcript, reason) = Read(video, track, content);
            if (transcript is not null)
                return new CaptionsOutcome(await StoreAsync(transcript, cancellationToken), Notes(left), null);

            left.Add(new LeftTrack(track, reason!, content.Unreachable, content.Failure)
            {
                RateLimited = content.RateLimited,
            });
            if (left.Count >= MostUnreachable && left[^MostUnreachable..].TrueForAll(one => one.Unreachable))
                break;
        }

        string[] notes = [.. Notes(left), .. NotTried(tracks.Count - left.Count)];
        return new CaptionsOutcome(null, notes, CaptionFailures.Of(video, left));
    }

    /// <summary>Exactly one of the two is set.</summary>
    private static (Transcript? Transcript, string? Reason) Read(
        Video video, CaptionTrack track, CaptionContent content)
    {
        if (content.Bytes is null)
            return (null, content.Reason);
        var language = track.Language ?? video.Language;
        var (cues, reason) = CaptionReader.Read(content.Bytes, track.Format, language);
        if (cues is null)
            return (null, reason);
        if (CaptionQuality.IsTruncated(cues, video.Duration))
            return (null, "it is cut off: it has under one word per three seconds of the video");
        return (Transcript.FromCues(cues, language, SourceOf(track.Kind), LeftTrack.NameOf(track)), null);
    }

    private async Task<TranscriptRef> StoreAsync(Transcript transcript, CancellationToken cancellationToken)
    {
        var content = await store.WriteJsonAsync(transcript, CaptionsJson.Default.Transcript, cancellationToken);
        return new TranscriptRef(content, transcript.Language, transcript.Cues.Count, transcript.End());
    }

    /// <summary>
    /// A translation is made by the site from recognised or written text: as much a machine's as the automatic ones.
    /// </summary>
    private static TranscriptSource SourceOf(CaptionTrackKind kind) => kind switch
    {
        CaptionTrackKind.File => TranscriptSource.CaptionFile,
        CaptionTrackKind.Embedded => TranscriptSource.Embedded,
        CaptionTrackKind.Manual => TranscriptSource.ManualCaptions,
        _ => TranscriptSource.AutomaticCaptions,
    };

    private static IReadOnlyList<string> Notes(List<LeftTrack> left) => [.. left.Select(track => track.Note)];

    private static IReadOnlyList<string> NotTried(int count) => count == 0 ? [] :
    [
        string.Create(
            CultureInfo.InvariantCulture, $"Left {count} more caption tracks untried: the site did not answer."),
    ];
}
