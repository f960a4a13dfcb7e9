using System.Text.Json;
using System.Xml;
using Yttl.Core.Languages;

namespace Yttl.Core.Captions;

/// <summary>Reads captions of any supported format from bytes.</summary>
internal static class CaptionReader
{
    /// <summary>
    /// Finds the encoding, recognises the format by the content, reads the cues and takes out what rolling captions
    /// repeat. Time and memory are linear in the content.
    /// </summary>
    /// <param name="format">
    /// The usual extension, with or without its dot. It decides only where the content does not: a WebVTT file that has
    /// lost its header looks like SRT.
    /// </param>
    /// <param name="language">Helps to choose among legacy code pages; null when nothing is known.</param>
    public static CaptionReading Read(byte[] content, string? format, LanguageTag? language)
    {
        var text = CaptionEncoding.Decode(content, language).TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
            return CaptionReading.Failed("it is empty");
        try
        {
            return CaptionFormats.Recognise(text, format) switch
            {
                CaptionFormat.Json3 => Finish(Json3Captions.Read(text)),
                CaptionFormat.YouTubeXml => Finish(YouTubeXmlCaptions.Read(text.TrimStart())),
                CaptionFormat.WebVtt => Finish(WebVttCaptions.Read(text)),
                CaptionFormat.Srt => Finish(SrtCaptions.Read(text)),
                CaptionFormat.Html => CaptionReading.Failed("it is a web page, not captions"),
                _ => CaptionReading.Failed("its format is none that YTTL reads (json3, WebVTT, SRT, YouTube XML)"),
            };
        }
        catch (Exception cause) when (cause is JsonException or XmlException)
        {
            return CaptionReading.Failed("it is damaged or cut off");
        }
    }

    private static CaptionReading Finish(IReadOnlyList<Cue> cues) => cues.Count == 0
        ? CaptionReading.Failed("it holds no cues")
        : CaptionReading.Of([.. RollingCaptions.Unroll(cues).Select(OnOneLine)]);

    private static Cue OnOneLine(Cue cue) => cue with { Text = CueText.OneLine(cue.Text) };
}
