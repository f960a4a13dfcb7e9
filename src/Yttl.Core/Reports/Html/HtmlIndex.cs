using System.Globalization;
using Yttl.Core.Text;
using Yttl.Core.Time;

namespace Yttl.Core.Reports.Html;

/// <summary>
/// The index page of a playlist's reports: each video with its first words and its length, how its run ended, and a link
/// to its report.
/// </summary>
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
            using (html.Element("main").Class("page list"))
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
        var length = entries.Aggregate(TimeSpan.Zero, (sum, entry) => sum + (entry.Duration ?? TimeSpan.Zero));
        if (length > TimeSpan.Zero)
            yield return Timestamp.Text(length);
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
                foreach (var heading in (string[])["Video", "Length", "State"])
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
                if (entry.Lead is { } lead)
                    html.Element("p").Class("gist").With("dir", "auto").Text(lead);
            }

            html.Element("td").Class("length").Text(entry.Duration is { } duration ? Timestamp.Text(duration) : "");
            WriteState(html, entry);
        }
    }

    private static void WriteState(HtmlWriter html, IndexEntry entry)
    {
        using var cell = html.Element("td").Class("state");
        html.Element("span").Class($"tag {entry.Status.Name()}").Text(entry.Status.Name());
        if (entry.Failure is { } failure)
            WriteReason(html, failure.Message, entry.Title);
        else if (entry.Gaps > 0)
            html.Element("p").Class("reason").Text(Quantity.Count(entry.Gaps, "gap", "gaps"));
    }

    /// <summary>Writes the reason in a few words; all of it can be opened where it has more.</summary>
    private static void WriteReason(HtmlWriter html, string message, string name)
    {
        var brief = ShortReason.From(message, name);
        if (brief == message.TrimEnd('.'))
        {
            html.Element("p").Class("reason").With("dir", "auto").Text(brief);
            return;
        }

        using (html.Element("details").Class("reason"))
        {
            html.Element("summary").With("dir", "auto").Text(brief);
            html.Element("p").With("dir", "auto").Text(message);
        }
    }
}
