using Yttl.Core.Languages;
using Yttl.Core.Text;

namespace Yttl.Core.Sources.Files;

/// <summary>Resolves a caption file that is the source itself.</summary>
internal static class CaptionFiles
{
    /// <exception cref="Failures.YttlException">As <see cref="FileContent.Identify"/>.</exception>
    public static Video Resolve(CaptionFile file)
    {
        var id = FileContent.Identify(file.Path);
        var track = Track(file.Path, SideCarName.LanguageAtEnd(Path.GetFileName(file.Path)));
        return new Video
        {
            Id = id,
            Title = PlainText.OneLine(Path.GetFileNameWithoutExtension(file.Path)) ?? id,
            Extractor = CaptionFile.Extractor,
            CaptionTracks = [track],
        };
    }

    public static CaptionTrack Track(string path, LanguageTag? language)
    {
        var format = Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        return new CaptionTrack(CaptionTrackKind.File, language, format, Path.GetFileName(path))
        {
            Path = path,
            Revision = FileContent.Revision(path),
        };
    }
}
