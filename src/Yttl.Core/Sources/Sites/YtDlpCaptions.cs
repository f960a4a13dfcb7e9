using Yttl.Core.Captions;
using Yttl.Core.Languages;

namespace Yttl.Core.Sources.Sites;

/// <summary>
/// The caption tracks in yt-dlp's answer, in the best format of each that can be read: a video may name hundreds of
/// translations in seven formats each.
/// </summary>
internal static class YtDlpCaptions
{
    private const string OriginalMark = "-orig";

    /// <summary>Best first: YouTube's json3 keeps word times and says which line continues which.</summary>
    private static readonly string[] Formats = ["json3", "srv3", "vtt", "srt", "srv2", "srv1"];

    /// <param name="spoken">The video's own language, where the site says.</param>
    public static IReadOnlyList<CaptionTrack> From(YtDlpJson json, LanguageTag? spoken)
    {
        var manual = Tracks(json.Subtitles, (_, _) => CaptionTrackKind.Manual);
        var automatic = Tracks(json.AutomaticCaptions, (key, subtitle) => KindOf(key, subtitle, spoken));
        return [.. manual.Concat(automatic).DistinctBy(track => (track.Kind, track.Language, track.Language is null ? track.Name : null))];
    }

    /// <summary>YouTube recognises speech in one language, and yt-dlp marks it: <c>de-orig</c>.</summary>
    public static LanguageTag? SpokenLanguage(IReadOnlyDictionary<string, IReadOnlyList<YtDlpSubtitle?>?>? automatic) =>
        automatic?.Keys.FirstOrDefault(IsOriginal) is { } key && LanguageTag.TryParse(WithoutMark(key), out var tag) ? tag : null;

    private static IEnumerable<CaptionTrack> Tracks(
        IReadOnlyDictionary<string, IReadOnlyList<YtDlpSubtitle?>?>? container, Func<string, YtDlpSubtitle, CaptionTrackKind> kindOf)
    {
        foreach (var (key, subtitles) in (container ?? new Dictionary<string, IReadOnlyList<YtDlpSubtitle?>?>()).OrderByDescending(entry => IsOriginal(entry.Key)))
        {
            var best = (subtitles ?? []).OfType<YtDlpSubtitle>().Where(IsReadable).MinBy(subtitle => Rank(subtitle.Ext));
            if (best is null || key is "live_chat")
                continue;
            var kind = kindOf(key, best);
            LanguageTag? language = LanguageTag.TryParse(TranslatedTo(best.Url!) ?? WithoutMark(key), out var tag) ? tag : null;
            yield return new CaptionTrack(kind, language, best.Ext!.ToLowerInvariant(), PlainText.OneLine(best.Name) ?? key)
            {
                Url = new Uri(best.Url!),
            };
        }
    }

    private static CaptionTrackKind KindOf(string key, YtDlpSubtitle subtitle, LanguageTag? spoken)
    {
        if (IsOriginal(key))
            return CaptionTrackKind.Automatic;
        if (TranslatedTo(subtitle.Url!) is not null || subtitle.Name?.Contains(" from ", StringComparison.Ordinal) is true)
            return CaptionTrackKind.Translated;
        // A site that recognises one language and does not say which it is gives it as the only one.
        return spoken is { } own && LanguageTag.TryParse(key, out var tag) && !tag.SharesLanguageWith(own)
            ? CaptionTrackKind.Translated
            : CaptionTrackKind.Automatic;
    }

    private static bool IsOriginal(string key) => key.EndsWith(OriginalMark, StringComparison.Ordinal);

    private static string WithoutMark(string key) => IsOriginal(key) ? key[..^OriginalMark.Length] : key;

    /// <summary>A list of segments (m3u8, DASH) is not a caption file, whatever its extension says.</summary>
    private static bool IsReadable(YtDlpSubtitle subtitle) =>
        Rank(subtitle.Ext) >= 0
        && subtitle.Protocol is null or "http" or "https"
        && YtDlpVideo.Address(subtitle.Url) is { } url
        && !url.AbsolutePath.EndsWith(".m3u8", StringComparison.OrdinalIgnoreCase);

    private static int Rank(string? extension) =>
        Array.FindIndex(Formats, format => format.Equals(extension, StringComparison.OrdinalIgnoreCase));

    private static string? TranslatedTo(string url)
    {
        var query = new Uri(url).Query.TrimStart('?').Split('&');
        return query.FirstOrDefault(pair => pair.StartsWith("tlang=", StringComparison.Ordinal))?["tlang=".Length..];
    }
}
