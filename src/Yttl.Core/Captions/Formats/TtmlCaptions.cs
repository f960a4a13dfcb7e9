using System.Net;
using System.Xml;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// Reads TTML, also as DFXP, EBU-TT, IMSC and SMPTE-TT: the text of <c>p</c>, with the times of <c>body</c>, <c>div</c>,
/// <c>p</c> and <c>span</c>, each relative to the element around it. Names are read without their namespaces, which
/// files declare wrongly or not at all. <see href="https://www.w3.org/TR/ttml2/"/>
/// </summary>
internal static class TtmlCaptions
{
        /// <exception cref="XmlException">
    /// The text is not well-formed, is cut off, or uses an entity of its document type.
    /// </exception>
    public static ParsedCaptions Read(string text)
    {
        // A document type is skipped: nothing that it declares is expanded, nothing that it names is opened.
        using var reader = new XmlTextReader(new StringReader(text.TrimStart()))
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            Namespaces = false,
        };
        TtmlTimes? times = null;
        string? language = null;
        var open = new Stack<TtmlElement>();
        var cues = new List<OpenCue>();
        var unplaced = new LeftOut("paragraph has no time and is left out", "paragraphs have no time and are left out");
        var pictures = new LeftOut("picture of text cannot be read", "pictures of text cannot be read");
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var attributes = Attributes(reader);
                    times ??= new TtmlTimes(attributes);
                    language ??= attributes.GetValueOrDefault("lang") is { Length: > 0 } lang ? lang : null;
                    if (attributes.ContainsKey("backgroundImage") || attributes.ContainsKey("imageType"))
                        pictures.Add(reader.LineNumber);
                    open.Push(new TtmlElement(LocalName(reader.Name), attributes, open.TryPeek(out var parent) ? parent : null, times));
                    if (reader.IsEmptyElement)
                        Close();
                    break;
                case XmlNodeType.EndElement:
                    Close();
                    break;
                case XmlNodeType.EntityReference when open.TryPeek(out var around):
                    around.Add(Character(reader.Name));
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
                    when open.TryPeek(out var around):
                    around.Add(reader.Value);
                    break;
            }
        }

        return ParsedCaptions.From(cues, unplaced, pictures) with { Language = language };

        void Close()
        {
            var element = open.Pop();
            var closed = element.Close().ToList();
            if (closed.Count == 0 && element.HasText)
                unplaced.Add(reader.LineNumber);
            cues.AddRange(closed);
        }
    }

    /// <summary>By local name. An element has a few, and where a name comes twice the last one counts.</summary>
    private static Dictionary<string, string> Attributes(XmlTextReader reader)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.MoveToNextAttribute())
            if (!reader.Name.StartsWith("xmlns", StringComparison.Ordinal))
                attributes[LocalName(reader.Name)] = reader.Value;
        reader.MoveToElement();
        return attributes;
    }

    private static string LocalName(string name) => name[(name.IndexOf(':') + 1)..];

    /// <summary>Files made by HTML tools have <c>&amp;nbsp;</c>. Any other entity is one of the document type.</summary>
    private static string Character(string entity)
    {
        var character = WebUtility.HtmlDecode($"&{entity};");
        return character.Length <= 2 ? character : throw new XmlException($"The entity {entity} is not read.");
    }
}
