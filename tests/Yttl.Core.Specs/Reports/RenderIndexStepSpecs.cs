using AngleSharp.Html.Parser;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Html;
using Yttl.Core.Reports.Writing;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Reports;

public sealed class RenderIndexStepSpecs
{
    private static readonly Failure Private = new(FailureCategory.Unavailable, "video.private", "It is private.");

    [Fact]
    public async Task Every_video_is_there_in_its_order_with_its_state_and_a_link_to_its_report()
    {
        using var folder = new TempFolder();
        var outcome = await RenderAsync(folder, "Tide pools",
            new IndexEntry("One", RunStatus.Complete, Path.Combine(folder.Path, "a b.html"), 0, null),
            new IndexEntry("Two", RunStatus.Partial, Path.Combine(folder.Path, "two.html"), 2, null),
            new IndexEntry("Three", RunStatus.Failed, null, 0, Private));

        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(outcome.File!));

        page.Title.ShouldBe("Tide pools");
        page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent).ShouldBe(["One", "Two", "Three"]);
        page.QuerySelectorAll("tbody td").Select(cell => cell.TextContent)
            .ShouldBe(["", "complete", "", "partial\n2 gaps", "", "failed\nIt is private"]);
        page.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")).ShouldBe(["./a%20b.html", "./two.html"]);
        page.QuerySelectorAll(".facts li").Select(fact => fact.TextContent)
            .ShouldBe(["3 videos", "1 complete", "1 partial", "1 failed"]);
    }

    [Fact]
    public async Task The_page_reads_as_agreed()
    {
        using var folder = new TempFolder();
        var outcome = await RenderAsync(folder, "Tide pools: a lecture in three parts",
            new IndexEntry("How tide pools breathe", RunStatus.Complete, Path.Combine(folder.Path, "one.html"), 0, null)
            {
                Duration = TimeSpan.FromSeconds(600.25), Lead = "Tide pools live by the sea's clock.",
            },
            new IndexEntry("What lives in them", RunStatus.Partial, Path.Combine(folder.Path, "two.html"), 2, null),
            new IndexEntry("https://example.org/watch?v=3", RunStatus.Failed, null, 0, Private));

        var page = await File.ReadAllTextAsync(outcome.File!);
        Golden.Matches("index.html", page
            .Replace(TrustedMarkup.Style.Text, "STYLE", StringComparison.Ordinal)
            .Replace(HtmlReportSpecs.Hash(TrustedMarkup.Style), "STYLE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Three", "https://example.org/watch?v=3 needs an account; sign in with a browser and pass its cookies", "needs an account")]
    [InlineData("/home/me/my talks/a.mp4", "/home/me/my talks/a.mp4 is not a video: copy or download it again", "is not a video")]
    public async Task A_reason_is_short_and_all_of_it_can_be_opened(string title, string message, string reason)
    {
        using var folder = new TempFolder();
        var outcome = await RenderAsync(folder, "Tide pools",
            new IndexEntry(title, RunStatus.Failed, null, 0, new Failure(FailureCategory.Input, "any", message)));

        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(outcome.File!));

        page.QuerySelector("details summary")!.TextContent.ShouldBe(reason);
        page.QuerySelector("details p")!.TextContent.ShouldBe(message);
    }

    [Fact]
    public async Task Titles_from_outside_are_only_text_and_choose_no_path()
    {
        using var folder = new TempFolder();
        var outcome = await RenderAsync(folder, "../../etc/" + SampleReports.Hostile,
            new IndexEntry(SampleReports.Hostile, RunStatus.Failed, null, 0, Private));

        Path.GetDirectoryName(outcome.File).ShouldBe(folder.Path);
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(outcome.File!));
        page.Scripts.ShouldBeEmpty();
        page.Images.ShouldBeEmpty();
        page.QuerySelector("tbody th")!.TextContent.ShouldBe(SampleReports.Hostile);
    }

    [Fact]
    public async Task Lists_of_the_same_title_have_pages_of_their_own_and_one_list_always_the_same()
    {
        using var folder = new TempFolder();
        var first = await RenderAsync(folder, "Talks", "https://example.org/1");
        var second = await RenderAsync(folder, "Talks", "https://example.org/2");
        var again = await RenderAsync(folder, "Talks", "https://example.org/1");

        second.File.ShouldNotBe(first.File);
        again.File.ShouldBe(first.File);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_an_outcome()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "in the way");

        var outcome = await RenderIndexStep.RunAsync(new IndexRequest("Talks", "list", [], file), default);

        outcome.File.ShouldBeNull();
        outcome.Failure!.Code.ShouldBe("output.unwritable");
    }

    private static Task<IndexOutcome> RenderAsync(TempFolder folder, string title, params IndexEntry[] entries) =>
        RenderIndexStep.RunAsync(new IndexRequest(title, "https://example.org/list", entries, folder.Path), default);

    private static Task<IndexOutcome> RenderAsync(TempFolder folder, string title, string source) =>
        RenderIndexStep.RunAsync(new IndexRequest(title, source, [], folder.Path), default);
}
