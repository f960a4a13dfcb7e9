using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Specs.UrlLists;

public sealed class UrlListSpecs
{
    [Fact]
    public void Every_line_over_the_cap_is_named_not_lost()
    {
        var text = string.Join('\n', Enumerable.Range(1, UrlList.MostLines + 3).Select(n => $"https://example.com/{n}.mp4"));

        var list = UrlList.Parse(text);

        list.Accepted.Count.ShouldBe(UrlList.MostLines);
        list.Rejected.Select(line => line.Line).ShouldBe([201, 202, 203]);
        list.Rejected.ShouldAllBe(line => line.Failure.Code == "list.too-long");
    }

    [Fact]
    public void A_file_of_other_lines_is_named_by_its_first_thousand_and_the_rest_are_counted()
    {
        var list = UrlList.Parse(string.Join('\n', Enumerable.Repeat("/etc/passwd", UrlList.MostRejected + 7)));

        list.Rejected.Count.ShouldBe(UrlList.MostRejected + 1);
        list.Rejected[^1].Line.ShouldBe(UrlList.MostRejected + 1);
        list.Rejected[^1].Failure.Message.ShouldContain("7 more lines");
    }

    [Fact]
    public void A_file_that_is_no_list_is_refused_as_a_whole()
    {
        var list = UrlList.Parse(new string('x', UrlList.MostCharacters + 1));

        list.Accepted.ShouldBeEmpty();
        list.Rejected.ShouldHaveSingleItem().Failure.Code.ShouldBe("list.too-large");
    }

    [Fact]
    public void Blank_lines_and_comments_are_no_lines()
    {
        var list = UrlList.Parse("\uFEFF\n# a comment\n\r\n   \n");

        list.Accepted.ShouldBeEmpty();
        list.Rejected.ShouldBeEmpty();
    }
}
