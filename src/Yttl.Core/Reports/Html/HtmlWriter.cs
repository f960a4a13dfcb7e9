using System.Text.Encodings.Web;
using System.Text.Unicode;
using Yttl.Core.Text;

namespace Yttl.Core.Reports.Html;

/// <summary>
/// Writes HTML as a stream. Every string is encoded. Markup comes from <see cref="TrustedMarkup"/> only and addresses
/// from <see cref="LinkTarget"/> only, so that untrusted text can become neither.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <summary>
    /// Leaves letters of every script readable in the source, and encodes characters with a meaning in HTML.
    /// </summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The void elements in use: https://html.spec.whatwg.org/multipage/syntax.html#void-elements.</summary>
    private static readonly HashSet<string> Void = ["meta", "br", "input"];

    /// <summary>Elements whose tags stay on the same line: a line break there would be a space on the page.</summary>
    private static readonly HashSet<string> Inline = ["a", "span", "time", "button", "strong", "output"];

    private bool _inStartTag;

    public void Doctype() => output.Write("<!doctype html>");

    /// <summary>Opens an element. Disposing the result, or its <c>Text</c>, ends the element.</summary>
    /// <param name="name">A constant of the caller, never data.</param>
    public HtmlElement Element(string name)
    {
        CloseStartTag();
        if (!Inline.Contains(name))
            output.Write('\n');
        output.Write('<');
        output.Write(name);
        _inStartTag = true;
        return new HtmlElement(this, name);
    }

    public void Text(string text)
    {
        CloseStartTag();
        Encoder.Encode(output, HtmlText.Clean(text));
    }

    public void Raw(TrustedMarkup markup)
    {
        CloseStartTag();
        output.Write(markup.Text);
    }

    internal void Attribute(string name, string value)
    {
        if (!_inStartTag)
            throw new InvalidOperationException($"'{name}' comes after the element's content.");
        output.Write(' ');
        output.Write(name);
        output.Write("=\"");
        Encoder.Encode(output, HtmlText.Clean(value));
        output.Write('"');
    }

    internal void End(string name)
    {
        CloseStartTag();
        if (Void.Contains(name))
            return;
        output.Write("</");
        output.Write(name);
        output.Write('>');
    }

    private void CloseStartTag()
    {
        if (_inStartTag)
            output.Write('>');
        _inStartTag = false;
    }
}
