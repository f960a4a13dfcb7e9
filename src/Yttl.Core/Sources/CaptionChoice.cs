using Yttl.Core.Languages;

namespace Yttl.Core.Sources;

/// <summary>
/// Orders caption tracks, best first. The user's own come first: a caption file that is the source or is beside it,
/// then a stream inside it. Then manual tracks in the wanted language, then in the original one. Then the site's
/// recognition, which has all the words if not their spelling; then its translations, which add a second machine's
/// errors to the first's. Manual tracks in other languages are better than none. Translations into languages that are
/// not wanted are never used. Tracks that do not have all that is said come last, in whatever language they are: a
/// commentary, then signs and forced lines, then streams that cannot be read.
/// </summary>
public static class CaptionChoice
{
    /// <param name="wanted">
    /// Null: the original language, which is the video's, else that of the automatic captions, which have the spoken
    /// language. <c>en</c> matches <c>en-US</c> and the reverse, after an exact match.
    /// </param>
    /// <returns>The readable tracks, each as its formats, best first.</returns>
    public static IReadOnlyList<IReadOnlyList<CaptionTrack>> InOrder(Video video, LanguageTag? wanted)
    {
        var original = video.Language
            ?? video.CaptionTracks.FirstOrDefault(track => track.Kind == CaptionTrackKind.Automatic)?.Language;
        return
        [
            .. video.CaptionTracks
                .Where(track => track.Url is null || FormatRank(track) >= 0)
                .GroupBy(track => (track.Kind, track.Language, track.Name, track.Path, track.StreamIndex))
                .Select(formats => (Formats: formats, Place: PlaceOf(formats.First(), wanted ?? original, original)))
                .Where(track => track.Place is not null)
                .OrderBy(track => track.Place)
                .Select(IReadOnlyList<CaptionTrack> (track) => [.. track.Formats.OrderBy(FormatRank)]),
        ];
    }

    /// <summary>Lower is better. Negative where the format cannot be read.</summary>
    private static int FormatRank(CaptionTrack track) =>
        track.Format is { } format ? Array.IndexOf(CaptionFile.Extensions, format) : CaptionFile.Extensions.Length;

    private static (Scope, Rank, Fit, CaptionRole, bool NotDefault)? PlaceOf(
        CaptionTrack track, LanguageTag? target, LanguageTag? original) =>
        RankOf(track, target, original) is (var rank, var fit)
            ? (ScopeOf(track), rank, fit, track.Role, !track.IsDefault)
            : null;

    private static Scope ScopeOf(CaptionTrack track) =>
        !SubtitleCodec.IsText(track.Codec) ? Scope.Unreadable
        : track.Role is CaptionRole.Forced ? Scope.Parts
        : track.Role is CaptionRole.Commentary ? Scope.Commentary
        : Scope.Speech;

    private static (Rank Rank, Fit Fit)? RankOf(CaptionTrack track, LanguageTag? target, LanguageTag? original)
    {
        var fit = FitOf(track.Language, target);
        var originalFit = FitOf(track.Language, original);
        return track.Kind switch
        {
            CaptionTrackKind.File when track.MayBeOfAnother => (Rank.FileOfAnother, fit),
            CaptionTrackKind.File => (fit < Fit.None ? Rank.File : Rank.FileInOtherLanguage, fit),
            CaptionTrackKind.Embedded => (fit < Fit.None ? Rank.Embedded : Rank.EmbeddedInOtherLanguage, fit),
            CaptionTrackKind.Manual when fit < Fit.Unknown => (Rank.Manual, fit),
            CaptionTrackKind.Manual when originalFit < Fit.None => (Rank.ManualInOriginal, originalFit),
            CaptionTrackKind.Manual => (Rank.ManualInOtherLanguage, fit),
            CaptionTrackKind.Automatic => (Rank.Automatic, originalFit),
            CaptionTrackKind.Translated when fit < Fit.Unknown => (Rank.Translated, fit),
            _ => null,
        };
    }

    private static Fit FitOf(LanguageTag? language, LanguageTag? target) =>
        target is not { } to ? Fit.Exact
        : language is not { } from ? Fit.Unknown
        : from == to ? Fit.Exact
        : from.SharesLanguageWith(to) ? Fit.SameLanguage
        : Fit.None;

    /// <summary>What a track has the words of. Best first.</summary>
    private enum Scope
    {
        Speech,
        Commentary,
        Parts,
        Unreadable,
    }

    /// <summary>Best first.</summary>
    private enum Rank
    {
        File,
        Embedded,
        FileOfAnother,
        Manual,
        ManualInOriginal,
        Automatic,
        Translated,
        ManualInOtherLanguage,
        FileInOtherLanguage,
        EmbeddedInOtherLanguage,
    }

    /// <summary>Best first.</summary>
    private enum Fit
    {
        Exact,
        SameLanguage,
        Unknown,
        None,
    }
}
