namespace Yttl.Core.Reports.Html;

/// <summary>The search bar. It is hidden until its script has started.</summary>
internal static class HtmlSearch
{
    public static void Write(HtmlWriter html)
    {
        using (html.Element("form").With("role", "search").Id("search").Flag("hidden"))
        {
            html.Element("input").With("type", "search").Id("query").With("aria-label", "Search the transcript")
                .With("placeholder", "Search the transcript").With("autocomplete", "off").With("spellcheck", "false")
                .With("aria-keyshortcuts", "/").With("enterkeyhint", "search").Dispose();
            html.Element("output").Id("matches").With("for", "query").With("aria-live", "polite").Text("");
            html.Element("button").With("type", "button").Id("previous").With("aria-label", "Previous match").Text("↑");
            html.Element("button").With("type", "button").Id("next").With("aria-label", "Next match").Text("↓");
        }
    }
}
