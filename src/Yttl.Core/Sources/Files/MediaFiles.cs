using Yttl.Core.Languages;
using Yttl.Core.Text;

namespace Yttl.Core.Sources.Files;

/// <summary>Resolves a local media file.</summary>
internal sealed class MediaFiles(FFprobe ffprobe)
{
    /// <summary>The codecs of text subtitles. Picture subtitles (PGS, VobSub, DVB) cannot be read.</summary>
    private static readonly string[] TextCodecs = ["subrip", "srt", "ass", "ssa", "mov_text", "webvtt", "text"];

    /// <exception cref="Failures.YttlException">
    /// As <see cref="FileContent.Identify"/> and <see cref="FFprobe.ReadAsync"/>.
    /// </exception>
    public async Task<(Video Video, IReadOnlyList<AudioStream>? Streams)> ResolveAsync(
        MediaFile file, CancellationToken cancellationToken)
    {
        var id = FileContent.Identify(file.Path);
        var json = await ffprobe.ReadAsync(file.Path, cancellationToken);
        var video = From(json, id, file.Path, SideCarFiles.Beside(file.Path));
        return (video with { Revision = FileContent.Revision(file.Path) }, AudioStreams.In(json));
    }

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
            CaptionTracks = [.. sideCars, .. streams.Where(IsTextSubtitle).Select(Embedded)],
        };
    }

    private static bool IsTextSubtitle(FFprobeStream stream) =>
        stream is { CodecType: "subtitle", Index: >= 0 }
        && TextCodecs.Contains(stream.CodecName, StringComparer.OrdinalIgnoreCase);

    private static CaptionTrack Embedded(FFprobeStream stream) =>
        new(CaptionTrackKind.Embedded, LanguageOf(stream), null, PlainText.OneLine(Tag(stream.Tags, "title")))
        {
            StreamIndex = (int)stream.Index!.Value,
        };

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
