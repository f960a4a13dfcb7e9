using Yttl.Core.Languages;
using Yttl.Core.Text;
using Subtitles = System.Collections.Generic.Dictionary<
    string, System.Collections.Generic.IReadOnlyList<Yttl.Core.Sources.Sites.YtDlpSubtitle?>?>;

namespace Yttl.Core.Sources.Sites;

/// <summary>
/// Reads the caption tracks from yt-dlp's answer, each in all its readable formats: a site may serve one format empty or
/// not at all while another is good.
/// </summary>
internal static class YtDlpCaptions
{
    private const string OriginalMark = "-orig";

    /// <param name="spoken">The video's language; null where the site gives none.</param>
    public static IReadOnlyList<CaptionTrack> From(YtDlpJson json, LanguageTag? spoken)
    {
        var manual = Tracks(json.Subtitles, (_, _) => CaptionTrackKind.Manual);
        var automatic = Tracks(json.AutomaticCaptions, (key, subtitle) => KindOf(key, subtitle, spoken));
        return
        [
            .. manual
                .Concat(automatic)
                .DistinctBy(formats => (formats[0].Kind, formats[0].Language, formats[0].Language is null ? formats[0].Name : null))
                .SelectMany(formats => formats),
        ];
    }

    /// <summary>
    /// Returns the language that yt-dlp marks as spoken (<c>de-orig</c>). YouTube recognises speech in one language.
    /// </summary>
    public static LanguageTag? SpokenLanguage(Subtitles? automatic) =>
        automatic?.Keys.FirstOrDefault(IsOriginal) is { } key ? Language(WithoutMark(key)) : null;

    /// <returns>The formats of each track, best first, at least one.</returns>
    private static IEnumerable<IReadOnlyList<CaptionTrack>> Tracks(
        Subtitles? byLanguage, Func<string, YtDlpSubtitle, CaptionTrackKind> kindOf)
    {
        // yt-dlp lists the original twice, as de-orig and as de: the marked one comes first and stays.
        foreach (var (key, subtitles) in (byLanguage ?? []).OrderByDescending(entry => IsOriginal(entry.Key)))
        {
            var readable = (subtitles ?? []).OfType<YtDlpSubtitle>().Where(IsReadable).OrderBy(one => Rank(one.Ext)).ToList();
            if (readable is not [var best, ..] || key is "live_chat")
                continue;
            var kind = kindOf(key, best);
            var language = Language(TranslatedTo(best.Url!) ?? WithoutMark(key));
            var name = PlainText.OneLine(best.Name) ?? key;
            yield return
            [
                .. readable.DistinctBy(one => one.Url).Select(one =>
                    new CaptionTrack(kind, language, one.Ext!.ToLowerInvariant(), name) { Url = new Uri(one.Url!) }),
            ];
        }
    }

    private static LanguageTag? Language(string text) => LanguageTag.TryParse(text, out var tag) ? tag : null;

    private static CaptionTrackKind KindOf(string key, YtDlpSubtitle subtitle, LanguageTag? spoken)
    {
        if (IsOriginal(key))
            return CaptionTrackKind.Automatic;
        if (TranslatedTo(subtitle.Url!) is not null
            || subtitle.Name?.Contains(" from ", StringComparison.Ordinal) is true)
            return CaptionTrackKind.Translated;
        // A site that recognises one language without naming it has only that one.
        return spoken is { } own && LanguageTag.TryParse(key, out var tag) && !tag.SharesLanguageWith(own)
            ? CaptionTrackKind.Translated
            : CaptionTrackKind.Automatic;
    }

    private static bool IsOriginal(string key) => key.EndsWith(OriginalMark, StringComparison.Ordinal);

    private static string WithoutMark(string key) => IsOriginal(key) ? key[..^OriginalMark.Length] : key;

    /// <summary>A segment list (m3u8, DASH) is not a caption file, whatever its extension.</summary>
    private static bool IsReadable(YtDlpSubtitle subtitle) =>
        Rank(subtitle.Ext) >= 0
        && subtitle.Protocol is null or "http" or "https"
        && YtDlpVideo.Address(subtitle.Url) is { } url
        && !url.AbsolutePath.EndsWith(".m3u8", StringComparison.OrdinalIgnoreCase);

    private static int Rank(string? extension) =>
        extension is null ? -1 : Array.IndexOf(CaptionFile.Extensions, extension.ToLowerInvariant());

    private static string? TranslatedTo(string url)
    {
        var query = new Uri(url).Query.TrimStart('?').Split('&');
        return query.FirstOrDefault(pair => pair.StartsWith("tlang=", StringComparison.Ordinal))?["tlang=".Length..];
    }
}
