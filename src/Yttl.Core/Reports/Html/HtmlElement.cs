namespace Yttl.Core.Reports.Html;

/// <summary>An element whose start tag is still open for attributes. Disposing it ends the element.</summary>
internal readonly struct HtmlElement(HtmlWriter html, string name) : IDisposable
{
    /// <param name="attribute">A constant. An attribute with an address, a style or a script is refused.</param>
    /// <exception cref="ArgumentException"><paramref name="attribute"/> must not be given as text.</exception>
    public HtmlElement With(string attribute, string? value)
    {
        if (attribute is "href" or "src" or "action" or "formaction" or "poster" or "srcset" or "srcdoc" or "data" or "style"
            || attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"'{attribute}' cannot be set from text.", nameof(attribute));
        if (value is not null)
            html.Attribute(attribute, value);
        return this;
    }

    public HtmlElement Class(string value) => With("class", value);

    public HtmlElement Id(string value) => With("id", value);

    /// <summary>A boolean attribute, such as <c>hidden</c>.</summary>
    public HtmlElement Flag(string attribute) => With(attribute, "");

    public HtmlElement Href(LinkTarget target)
    {
        html.Attribute("href", target.Address);
        return this;
    }

    public HtmlElement Src(LinkTarget target)
    {
        html.Attribute("src", target.Address);
        return this;
    }

    /// <summary>Writes the content and ends the element.</summary>
    public void Text(string text)
    {
        html.Text(text);
        Dispose();
    }

    /// <inheritdoc cref="Text"/>
    public void Raw(TrustedMarkup markup)
    {
        html.Raw(markup);
        Dispose();
    }

    public void Dispose() => html.End(name);
}
