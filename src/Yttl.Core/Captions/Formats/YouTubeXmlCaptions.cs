using System.Text;
using System.Xml;
using Yttl.Core.Text;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads YouTube's XML: srv1 (<c>transcript/text[@start @dur]</c>, seconds), srv2 (<c>timedtext/text[@t @d]</c>,
/// milliseconds) and srv3 (<c>timedtext/body/p[@t @d]</c> with words in <c>s</c>). Its texts are encoded twice.
/// </summary>
internal static class YouTubeXmlCaptions
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <returns>Cues ordered by start. The lines of a text are separated by <c>\n</c>.</returns>
    /// <exception cref="XmlException">The text is not well-formed, is cut off, or has a document type.</exception>
    public static ParsedCaptions Read(string text)
    {
        var cues = new List<OpenCue>();
        using var reader = XmlReader.Create(new StringReader(text.TrimStart()), Settings);
        var body = new StringBuilder();
        var withoutTime = LeftOut.Text();
        CueTiming? open = null;
        var isInside = false;
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "text" or "p" })
                Open(!reader.IsEmptyElement, reader.IsEmptyElement ? null : TimingOf(reader));
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "br" })
                body.Append('\n');
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "text" or "p" })
                Close();
            else if (isInside)
                body.Append(reader.Value);
        }

        return ParsedCaptions.From(cues, withoutTime);

        void Open(bool inside, CueTiming? timing)
        {
            isInside = inside;
            open = timing;
            body.Clear();
        }

        void Close()
        {
            if (open is { } timed)
                cues.AddRange(OpenCue.FromMarkup(timed, body.ToString()));
            else if (isInside && CueMarkup.LinesOfMarkup(body.ToString()).Length > 0)
                withoutTime.Add(((IXmlLineInfo)reader).LineNumber);
            Open(false, null);
        }
    }

    private static CueTiming? TimingOf(XmlReader reader)
    {
        var start = Milliseconds(reader, "start", "t");
        var length = Milliseconds(reader, "dur", "d");
        return start is null ? null
            : new CueTiming(
                CueTimestamp.FromMilliseconds(start.Value),
                length is null ? null : CueTimestamp.FromMilliseconds(start.Value + length.Value));
    }

    private static double? Milliseconds(XmlReader reader, string seconds, string milliseconds) =>
        LooseNumber.Parse(reader.GetAttribute(milliseconds)) ?? LooseNumber.Parse(reader.GetAttribute(seconds)) * 1000;
}
