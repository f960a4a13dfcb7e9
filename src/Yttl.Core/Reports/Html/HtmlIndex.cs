using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Reports.Html;

/// <summary>The index page of a playlist's reports: each video, how its run ended, and a link to its report.</summary>
internal static class HtmlIndex
{
    private static readonly string Policy =
        $"default-src 'none'; style-src {TrustedMarkup.Style.PolicySource}; base-uri 'none'; form-action 'none'";

    /// <param name="folder">The folder of the page.</param>
    public static void Write(IndexRequest request, string folder, TextWriter output)
    {
        var html = new HtmlWriter(output);
        var title = request.Title ?? "Playlist";
        html.Doctype();
        using (html.Element("html").With("lang", "en"))
        {
            HtmlHead.Write(html, title, Policy);
            using (html.Element("body"))
            using (html.Element("main").Class("page"))
            {
                using (html.Element("header").Class("masthead"))
                {
                    html.Element("h1").With("dir", "auto").Text(title);
                    using (html.Element("ul").Class("facts"))
                    {
                        foreach (var fact in Facts(request.Entries))
                            html.Element("li").Text(fact);
                    }
                }

                WriteTable(html, request.Entries, folder);
            }
        }

        output.Write('\n');
    }

    private static IEnumerable<string> Facts(IReadOnlyList<IndexEntry> entries)
    {
        yield return Quantity.Count(entries.Count, "video", "videos");
        foreach (var group in entries.GroupBy(entry => entry.Status).OrderBy(group => group.Key))
            yield return string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key.Name()}");
    }

    private static void WriteTable(HtmlWriter html, IReadOnlyList<IndexEntry> entries, string folder)
    {
        using (html.Element("table").Class("videos"))
        {
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                foreach (var heading in (string[])["Video", "State"])
                    html.Element("th").With("scope", "col").Text(heading);
            }

            using (html.Element("tbody"))
            {
                foreach (var entry in entries)
                    WriteRow(html, entry, folder);
            }
        }
    }

    private static void WriteRow(HtmlWriter html, IndexEntry entry, string folder)
    {
        using (html.Element("tr"))
        {
            using (html.Element("th").With("scope", "row").With("dir", "auto"))
            {
                if (entry.File is { } file)
                    html.Element("a").Href(LinkTarget.File(Path.GetRelativePath(folder, file))).Text(entry.Title);
                else
                    html.Element("span").Text(entry.Title);
            }

            html.Element("td").Text(State(entry));
        }
    }

    private static string State(IndexEntry entry) => entry switch
    {
        { Failure: { } failure } => $"{entry.Status.Name()}: {failure.Message} ({failure.Category.Name()})",
        { Gaps: > 0 } => $"{entry.Status.Name()}: {Quantity.Count(entry.Gaps, "gap", "gaps")}",
        _ => entry.Status.Name(),
    };
}
