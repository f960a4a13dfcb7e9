namespace Yttl.Core.Sources;

/// <summary>The codecs of subtitle streams, by ffprobe's names.</summary>
internal static class SubtitleCodec
{
    private static readonly string[] OfText = ["subrip", "srt", "ass", "ssa", "mov_text", "webvtt", "text"];

    /// <param name="codec">Null: a text.</param>
    public static bool IsText(string? codec) =>
        codec is null || OfText.Contains(codec, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the usual name of a format whose subtitles are pictures of text; null for other codecs.</summary>
    public static string? PicturesOf(string codec) => codec.ToLowerInvariant() switch
    {
        "hdmv_pgs_subtitle" => "PGS",
        "dvd_subtitle" => "VobSub",
        "dvb_subtitle" => "DVB",
        "xsub" => "XSUB",
        _ => null,
    };
}
