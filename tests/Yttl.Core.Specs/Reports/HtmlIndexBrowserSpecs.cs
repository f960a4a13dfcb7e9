using Microsoft.Playwright;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Reports;

public sealed class HtmlIndexBrowserSpecs(Browser browser) : IClassFixture<Browser>
{
    private const string Words = "Tide pools live by the sea's clock, and what lives in them bears in a day what the sea asks in a year. ";

    private static IndexRequest List => new(
        "Tide pools", "https://example.org/list",
        [
            new IndexEntry("How tide pools breathe", RunStatus.Complete, "/out/one.html", 0, null)
            {
                Duration = TimeSpan.FromMinutes(10), Lead = Words + Words,
            },
            new IndexEntry("What lives in them", RunStatus.Partial, "/out/two.html", 2, null) { Duration = TimeSpan.FromHours(1) },
            new IndexEntry("https://example.org/watch?v=3", RunStatus.Failed, null, 0, new Failure(
                FailureCategory.Authentication, "video.login", "https://example.org/watch?v=3 needs an account; sign in.")),
        ],
        "/out");

    [ChromiumFact]
    public async Task The_table_has_the_width_of_the_page_and_two_lines_of_a_summary()
    {
        foreach (var (width, least) in new[] { (390, 345), (1024, 980), (1440, 1040) })
        {
            await using var open = await browser.OpenAsync(List, new() { ViewportSize = new() { Width = width, Height = 900 } });

            (await open.Page.EvaluateAsync<double>("document.querySelector('.videos').getBoundingClientRect().width"))
                .ShouldBeGreaterThan(least, $"{width} pixels");
            (await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(width);
            (await open.Page.EvaluateAsync<double>(
                "(gist => gist.clientHeight / parseFloat(getComputedStyle(gist).lineHeight))(document.querySelector('.gist'))"))
                .ShouldBe(2, 0.1);
            open.Requests.ShouldHaveSingleItem();
            open.Complaints.ShouldBeEmpty();
        }
    }

    [ChromiumFact]
    public async Task The_text_stands_out_in_light_and_in_dark()
    {
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var open = await browser.OpenAsync(List, new() { ColorScheme = theme });
            await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            (await open.Page.EvaluateAsync<string[]>(Contrast.TooLow)).ShouldBeEmpty($"{theme}");
        }
    }
}
