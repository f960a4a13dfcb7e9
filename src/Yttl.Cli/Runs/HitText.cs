using Yttl.Cli.Terminal;
using Yttl.Core.Search;
using Yttl.Core.Time;
using Yttl.LocalEngine.Search;

namespace Yttl.Cli.Runs;

/// <summary>The hits of a search on stdout.</summary>
internal static class HitText
{
    private const int Indent = 2;

    /// <summary>
    /// In a terminal each run is a paragraph: its title, then the time and the words of each hit, with the link on a line
    /// of its own, which is never broken. In a file or a pipe each hit is one line.
    /// </summary>
    public static void Write(IReadOnlyList<SearchHit> hits, CliContext surroundings)
    {
        foreach (var line in surroundings.OutputIsScreen ? Paragraphs(hits, surroundings) : hits.Select(Line))
            surroundings.Output.WriteLine(line);
    }

    private static string Line(SearchHit hit)
    {
        var what = hit.Place switch
        {
            SearchPlace.Title => hit.VideoTitle,
            SearchPlace.Summary or SearchPlace.Section => $"{hit.VideoTitle} ({Name(hit.Place)}): {hit.Snippet}",
            _ => $"{hit.VideoTitle}: {hit.Snippet}",
        };
        return SafeText.Line($"[{Timestamp.Text(hit.Time)}] {what} {hit.Link?.AbsoluteUri}");
    }

    private static string Name(SearchPlace place) => place is SearchPlace.Section ? "section" : "summary";

    private static IEnumerable<string> Paragraphs(IReadOnlyList<SearchHit> hits, CliContext surroundings)
    {
        var width = surroundings.OutputWidth;
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            if (i == 0 || hits[i - 1].Run != hit.Run)
            {
                if (i > 0)
                    yield return "";
                foreach (var line in TextWrap.Lines(surroundings.Shown(hit.VideoTitle), width))
                    yield return line;
            }

            var time = Timestamp.Text(hit.Time);
            var text = hit.Place switch
            {
                SearchPlace.Title => "(title)",
                SearchPlace.Summary or SearchPlace.Section => $"({Name(hit.Place)}) {hit.Snippet}",
                _ => hit.Snippet,
            };
            var beside = Indent + time.Length + Indent;
            var lines = TextWrap.Lines(surroundings.Shown(text), Math.Max(1, width - beside));
            yield return $"{new string(' ', Indent)}{time}{new string(' ', Indent)}{lines[0]}";
            foreach (var line in lines.Skip(1))
                yield return new string(' ', beside) + line;
            if (hit.Link is { } link)
                yield return new string(' ', Indent) + SafeText.Line(link.AbsoluteUri);
        }
    }
}
