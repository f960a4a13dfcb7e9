namespace Yttl.Core.Reports.Html;

/// <summary>The head of every page. The page loads nothing, and its policy tells the browser so.</summary>
internal static class HtmlHead
{
    /// <param name="policy">What the page may do, as a content security policy.</param>
    public static void Write(HtmlWriter html, string title, string policy)
    {
        using (html.Element("head"))
        {
            html.Element("meta").With("charset", "utf-8").Dispose();
            html.Element("meta").With("http-equiv", "Content-Security-Policy").With("content", policy).Dispose();
            Meta("viewport", "width=device-width, initial-scale=1");
            Meta("color-scheme", "light dark");
            Meta("referrer", "no-referrer");
            Meta("generator", "YTTL");
            html.Element("title").Text(title);
            html.Element("style").Raw(TrustedMarkup.Style);
        }

        void Meta(string name, string content) => html.Element("meta").With("name", name).With("content", content).Dispose();
    }
}
