using System.Globalization;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions.Formats;
using Yttl.Core.Http;
using Yttl.Core.Languages;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Files;
using Yttl.Core.Time;

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

    /// <summary>Each stream that is compared costs a pass over the whole media file.</summary>
    private const int MostCompared = 3;

    private static readonly TimeSpan LongestOverrun = TimeSpan.FromSeconds(30);

    private readonly CaptionLoader _contents = new(http, processes, tools, time);

    /// <summary>
    /// Tries tracks in the order of <see cref="CaptionChoice"/>, and each in its formats until one can be read. Retries
    /// short network trouble itself, so the outcome is final: <c>captions.none</c>; <c>captions.no-times</c> where the
    /// source is prose; <c>captions.rate-limit</c> or <c>captions.unreachable</c> where the site or the
    /// network prevented a download; the code of the tool (such as <c>tool.missing</c>) where a subtitle stream could
    /// not be extracted.
    /// </summary>
    public async Task<CaptionsOutcome> RunAsync(CaptionsRequest request, CancellationToken cancellationToken)
    {
        var video = await store.ReadJsonAsync(request.Video, SourcesJson.Default.Video, cancellationToken);
        var tracks = CaptionChoice.InOrder(video, request.Language);
        var left = new List<RejectedTrack>();
        foreach (var (index, formats) in tracks.Index())
        {
            var (transcript, notes, rejected) = await TryAsync(video, formats, request.Language, cancellationToken);
            if (transcript is not null)
            {
                var (fullest, said) = await FullestAsync(
                    video, request.Language, formats[0], (transcript, notes), tracks.Skip(index + 1), left, cancellationToken);
                return new CaptionsOutcome(
                    await StoreAsync(fullest, cancellationToken), [.. Notes(left), .. said], null);
            }

            left.Add(rejected!);
            if (left.Count >= MostUnreachable && left[^MostUnreachable..].TrueForAll(one => one.Unreachable))
                break;
        }

        return new CaptionsOutcome(
            null, [.. Notes(left), .. NotTried(tracks.Count - left.Count)], CaptionFailures.From(video, left));
    }

    /// <summary>
    /// Compares a track with those beside it in the same language where it has few words: tracks of signs and songs
    /// are not always marked.
    /// </summary>
    private async Task<(Transcript Transcript, IEnumerable<string> Notes)> FullestAsync(
        Video video,
        LanguageTag? wanted,
        CaptionTrack track,
        (Transcript Transcript, IEnumerable<string> Notes) read,
        IEnumerable<IReadOnlyList<CaptionTrack>> others,
        List<RejectedTrack> left,
        CancellationToken cancellationToken)
    {
        if (track.Url is not null || !CaptionQuality.MayBePart(read.Transcript.Cues, video.Duration))
            return read;
        foreach (var other in others.Where(other => IsBeside(track, other[0])).Take(MostCompared))
        {
            var (fuller, notes, _) = await TryAsync(video, other, wanted, cancellationToken);
            if (fuller is null || !CaptionQuality.IsFuller(fuller.ToldCues(), read.Transcript.ToldCues()))
                continue;
            var (few, many) = (CaptionQuality.Words(read.Transcript.ToldCues()), CaptionQuality.Words(fuller.ToldCues()));
            left.Add(new RejectedTrack(track, string.Create(
                CultureInfo.InvariantCulture,
                $"it has {few:0} words where the {RejectedTrack.NameOf(other[0])} has {many:0}")));
            (track, read) = (other[0], (fuller, notes));
        }

        return read;
    }

    /// <summary>
    /// A file that is beside a video, without its name, may be of another one. A talk does not go on after its video.
    /// </summary>
    private static bool IsOfAnother(Video video, CaptionTrack track, IReadOnlyList<Cue> cues) =>
        track is { Kind: CaptionTrackKind.File, Path: { } path } && video is { MediaPath: { } media, Duration: { } duration }
        && !SideCarFiles.IsNamedFor(path, media)
        && cues.Max(cue => cue.End) - cues[0].Start > duration + LongestOverrun;

    private static bool IsBeside(CaptionTrack track, CaptionTrack other) =>
        track.Kind == other.Kind && track.Language == other.Language
        && other.Role is not (CaptionRole.Commentary or CaptionRole.Forced);

    /// <summary>Returns exactly one of transcript and rejected track.</summary>
    private async Task<(Transcript? Transcript, IEnumerable<string> Notes, RejectedTrack? Rejected)> TryAsync(
        Video video, IReadOnlyList<CaptionTrack> formats, LanguageTag? wanted, CancellationToken cancellationToken)
    {
        var left = new List<RejectedTrack>();
        foreach (var format in formats)
        {
            var content = await _contents.LoadAsync(video, format, cancellationToken);
            var (transcript, notes, reason) = Read(video, format, content, wanted);
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
        Video video, CaptionTrack track, CaptionContent content, LanguageTag? wanted)
    {
        if (content.Bytes is null)
            return (null, [], content.Reason);
        var known = IsOfUnknownLanguage(video, track) ? wanted ?? track.Language : track.Language;
        var reading = CaptionReader.Read(content.Bytes, track.Format, known ?? video.Language);
        if (reading.Cues is not { } cues)
            return (null, [], reading.Reason);
        var language = known ?? LanguageOf(video, track, reading);
        if (CaptionQuality.IsTruncated(cues, video.Duration - Looped(reading)))
            return (null, [], "it is cut off: it has under one word per three seconds of the video");
        if (IsOfAnother(video, track, cues))
            return (null, [], "it is of another video: it runs longer than this one");
        if (track.Role is CaptionRole.Forced && CaptionQuality.IsPartOnly(cues, video.Duration))
            return (null, [], "it has only signs, songs or lines in another language: under one word a second");
        return (
            Transcript.FromCues(cues, language, SourceOf(track.Kind), RejectedTrack.NameOf(track)) with
            {
                Coverage = SpeechCoverage.Of(cues, reading.Loops),
            },
            [
                .. reading.Notes.Append(content.Damage).OfType<string>()
                    .Select(note => $"In the {RejectedTrack.DescriptionOf(track)} {note}."),
                .. track.MayBeOfAnother
                    ? [$"The captions are those of {RejectedTrack.NameOf(track)}, the only caption file beside the video."]
                    : Array.Empty<string>(),
            ],
            null);
    }

    private static TimeSpan Looped(CaptionReading reading) =>
        TimeRanges.TotalLength(reading.Loops.Select(loop => new TimeRange(loop.Start, loop.End)));

    /// <summary>
    /// The language that is asked for chooses among tracks. A file that is the source itself, or is beside a video and
    /// names none, has no other to choose: what the user says of it holds.
    /// </summary>
    private static bool IsOfUnknownLanguage(Video video, CaptionTrack track) =>
        track.Kind is CaptionTrackKind.File && (track.Language is null || video.MediaPath is null);

    /// <summary>A file beside a video may be a translation, so its words are asked before the video's language.</summary>
    private static LanguageTag? LanguageOf(Video video, CaptionTrack track, CaptionReading reading) =>
        MediaLanguage.ReadAny(reading.Language)
        ?? (track.Kind is CaptionTrackKind.File ? null : video.Language)
        ?? LanguageDetector.Find(reading.Cues!, cue => cue.Text)
        ?? video.Language;

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
