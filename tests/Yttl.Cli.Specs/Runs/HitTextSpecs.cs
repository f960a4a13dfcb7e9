using Spectre.Console;
using Yttl.Cli.Runs;
using Yttl.Cli.Specs.CommandLines;
using Yttl.Core.Search;
using Yttl.LocalEngine.Search;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Specs.Runs;

public sealed class HitTextSpecs
{
    private static readonly Uri Page = new("file:///home/me/summaries/how-ships-found-their-longitude-963c4a.html#t=45");

    private static readonly SearchHit[] Hits =
    [
        Hit("one", "How Ships Found Their Longitude", SearchPlace.Title, 0, "How Ships Found Their Longitude", null),
        Hit("one", "How Ships Found Their Longitude", SearchPlace.Transcript, 45,
            "That is longitude, and nothing in the sky seems to tell it. … He kept the time of the harbour with him …", Page),
        Hit("one", "How Ships Found Their Longitude", SearchPlace.Section, 90, "Longitude by the moon", null),
        Hit("two", "Two\u001b[31m seas", SearchPlace.Summary, 3700, "On\u001b[2J longitude.", new Uri("https://youtu.be/x?t=3700")),
    ];

    [Theory]
    [InlineData(50)]
    [InlineData(80)]
    [InlineData(200)]
    public void In_a_terminal_words_and_links_are_whole_in_lines_that_fit(int columns)
    {
        var lines = Write(columns).Split('\n');

        lines[0].ShouldBe("How Ships Found Their Longitude");
        lines[1].ShouldBe("  0:00  (title)");
        lines[2].ShouldStartWith("  0:45  That is longitude, and ");
        lines.ShouldContain($"  {Page.AbsoluteUri}");
        lines.ShouldContain("  1:30  (section) Longitude by the moon");
        lines.ShouldContain("Two[31m seas");
        lines.ShouldContain("  1:01:40  (summary) On[2J longitude.");
        lines.Count(line => line == "").ShouldBe(2); // between the runs, and behind the last line
        lines.Where(line => !line.Contains("://", StringComparison.Ordinal)).ShouldAllBe(line => line.GetCellWidth() <= columns);
    }

    [Fact]
    public void In_a_pipe_each_hit_is_one_line() => Write(columns: null).ShouldBe(
        $"""
        [0:00] How Ships Found Their Longitude
        [0:45] How Ships Found Their Longitude: {Hits[1].Snippet} {Page.AbsoluteUri}
        [1:30] How Ships Found Their Longitude (section): Longitude by the moon
        [1:01:40] Two[31m seas (summary): On[2J longitude. https://youtu.be/x?t=3700

        """.ReplaceLineEndings("\n"));

    private static string Write(int? columns)
    {
        var output = new StringWriter { NewLine = "\n" };
        HitText.Write(Hits, InProcess.Nowhere with
        {
            Output = output, OutputIsScreen = columns is not null, ScreenWidth = () => columns ?? 0,
        });
        return output.ToString();
    }

    private static SearchHit Hit(string run, string title, SearchPlace place, int second, string snippet, Uri? link) =>
        new(new RunId(run), run, title, place, TimeSpan.FromSeconds(second), snippet, link);
}
