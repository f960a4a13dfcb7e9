using System.Text.Encodings.Web;
using System.Text.Unicode;
using Yttl.Core.Text;

namespace Yttl.Core.Reports.Html;

/// <summary>
/// Writes HTML as it goes. Whatever comes in as a string is encoded; markup comes from <see cref="TrustedMarkup"/> alone and
/// addresses from <see cref="LinkTarget"/> alone, so that no untrusted text can become either.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <summary>Leaves letters of every script readable in the source; encodes what has a meaning in HTML.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>https://html.spec.whatwg.org/multipage/syntax.html#void-elements, those in use.</summary>
    private static readonly HashSet<string> Void = ["meta", "br", "input"];

    /// <summary>Elements whose tags stay on the line they are met in: a line break there would be a space on the page.</summary>
    private static readonly HashSet<string> Inline = ["a", "span", "time", "button", "strong", "output"];

    private bool _inStartTag;

    public void Doctype() => output.Write("<!doctype html>");

    /// <summary>Opens an element; it ends where the result is disposed, or with its <c>Text</c>.</summary>
    /// <param name="name">A constant of the caller's, never data.</param>
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
