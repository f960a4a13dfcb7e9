using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Processes;
using Yttl.Core.Text;

namespace Yttl.Core.Sources.Files;

/// <summary>Resolves a local media file.</summary>
internal sealed class MediaFiles(FFprobe ffprobe)
{
    /// <summary>
    /// A text that is not named as a recording is taken for captions: reading them says what it lacks.
    /// </summary>
    /// <exception cref="YttlException">
    /// As <see cref="FileContent.Identify"/> and <see cref="FFprobe.ReadAsync"/>.
    /// </exception>
    public async Task<(Video Video, IReadOnlyList<AudioStream>? Streams)> ResolveAsync(
        MediaFile file, CancellationToken cancellationToken)
    {
        var id = FileContent.Identify(file.Path);
        FFprobeJson json;
        try
        {
            json = await ffprobe.ReadAsync(file.Path, cancellationToken);
        }
        catch (YttlException) when (!IsNamedAsMedia(file.Path) && TextFile.IsText(file.Path))
        {
            return (CaptionFiles.Resolve(new CaptionFile(file.Path)), null);
        }

        var video = From(json, id, file.Path, SideCarFiles.Beside(file.Path));
        return (video with { Revision = FileContent.Revision(file.Path) }, AudioStreams.In(json));
    }

    /// <summary>Lists of segments are texts, and media all the same.</summary>
    private static bool IsNamedAsMedia(string path) =>
        MediaFile.IsNameOfOne(path) || MediaFormats.IsNameOfPlaylist(path);

    internal static Video From(FFprobeJson json, string id, string path, IReadOnlyList<CaptionTrack> sideCars)
    {
        var streams = (json.Streams ?? []).OfType<FFprobeStream>().ToList();
        var duration = MediaTime.Duration(json.Format?.Duration)
            ?? MediaTime.Duration(streams.Max(stream => stream.Duration));
        return new Video
        {
            Id = id,
            Title = PlainText.OneLine(Tag(json.Format?.Tags, "title"))
                ?? PlainText.OneLine(Path.GetFileNameWithoutExtension(path)) ?? id,
            Extractor = "file",
            MediaPath = path,
            Duration = duration,
            Language = SpokenLanguage(streams),
            Chapters = Chapter.From(
                (json.Chapters ?? [])
                    .OfType<FFprobeChapter>()
                    .Select(c => new RawChapter(c.StartTime, c.EndTime, Tag(c.Tags, "title"))),
                duration),
            CaptionTracks = [.. sideCars, .. streams.Where(IsSubtitle).Select(Embedded)],
        };
    }

    private static bool IsSubtitle(FFprobeStream stream) => stream is { CodecType: "subtitle", Index: >= 0 };

    private static CaptionTrack Embedded(FFprobeStream stream)
    {
        var title = PlainText.OneLine(Tag(stream.Tags, "title"));
        return new CaptionTrack(CaptionTrackKind.Embedded, LanguageOf(stream), null, title)
        {
            StreamIndex = (int)stream.Index!.Value,
            Codec = stream.CodecName ?? "unknown",
            Role = CaptionRoles.From(stream, [title, Tag(stream.Tags, "handler_name")]),
            IsDefault = stream.IsDefault,
        };
    }

    private static LanguageTag? SpokenLanguage(List<FFprobeStream> streams)
    {
        var audio = streams.Where(stream => stream.CodecType is "audio").ToList();
        var spoken = audio.FirstOrDefault(stream => stream.IsDefault) ?? audio.FirstOrDefault();
        return spoken is null ? null : LanguageOf(spoken);
    }

    internal static LanguageTag? LanguageOf(FFprobeStream stream) => MediaLanguage.Read(Tag(stream.Tags, "language"));

    /// <summary>Matroska has its tags in capitals.</summary>
    private static string? Tag(IReadOnlyDictionary<string, string?>? tags, string name) =>
        tags?.FirstOrDefault(tag => tag.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
