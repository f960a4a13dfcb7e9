using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Reports;

public sealed class HtmlReportBrowserSpecs(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact]
    public async Task A_page_opens_without_an_error_and_makes_no_request()
    {
        await using var open = await browser.OpenAsync(SampleReports.Partial());
        await Search(open, "tide");
        open.Complaints.ShouldBeEmpty();
        open.Requests.ShouldBe([open.Address.AbsoluteUri]);
    }

    [ChromiumFact]
    public async Task Hostile_text_runs_nothing_and_links_nowhere()
    {
        await using var open = await browser.OpenAsync(SampleReports.With(SampleReports.Hostile, new Uri("javascript:alert(1)")));
        await Search(open, "alert");
        (await open.Page.TextContentAsync("h1")).ShouldBe(SampleReports.Hostile);
        (await open.Page.Locator("a:not([href^='#'])").CountAsync()).ShouldBe(0);
        open.Complaints.ShouldBeEmpty();
        open.Requests.ShouldHaveSingleItem();
    }

    [ChromiumFact]
    public async Task The_style_and_the_script_pass_the_page_s_own_policy()
    {
        await using var open = await browser.OpenAsync(SampleReports.Small());
        (await open.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.page')).display")).ShouldBe("grid");
        (await open.Page.IsVisibleAsync("#search")).ShouldBeTrue();
    }

    [ChromiumFact]
    public async Task Search_keeps_the_cues_that_hold_the_words_and_goes_from_one_to_the_next()
    {
        await using var open = await browser.OpenAsync(SampleReports.Small());
        await open.Page.Keyboard.PressAsync("/");
        await open.Page.Keyboard.TypeAsync("WATER");
        await Assertions.Expect(open.Page.Locator("#matches"))
            .ToHaveTextAsync("1 of 1", new() { Timeout = Browser.Limit });
        (await Visible(open, ".cues li")).ShouldBe(["6:40 Then the water comes back."]);
        (await open.Page.Locator("[aria-current=true]").TextContentAsync()).ShouldNotBeNull().ShouldContain("water");

        await Search(open, "i");
        (await open.Page.TextContentAsync("#matches")).ShouldBe("1 of 3");
        await open.Page.Keyboard.PressAsync("Enter");
        (await open.Page.TextContentAsync("#matches")).ShouldBe("2 of 3");
        await open.Page.Keyboard.PressAsync("Shift+Enter");
        (await open.Page.TextContentAsync("#matches")).ShouldBe("1 of 3");
    }

    [ChromiumFact]
    public async Task Leaving_the_search_brings_the_whole_page_back_at_the_place_found()
    {
        await using var open = await browser.OpenAsync(SampleReports.Small());
        await Search(open, "comes back");
        await open.Page.Keyboard.PressAsync("Escape");
        (await open.Page.IsVisibleAsync("#summary")).ShouldBeTrue();
        (await Visible(open, ".cues li")).ShouldBe(["6:40 Then the water comes back."]);
        (await open.Page.Locator("details[open]").CountAsync()).ShouldBe(1);
    }

    [ChromiumFact]
    public async Task Search_marks_the_words_as_written_whatever_their_accents()
    {
        var small = SampleReports.Small();
        var cue = small.Transcript.Cues[0] with { Text = "Die Straße, ﬁn, café & naïve Ångström" };
        await using var open = await browser.OpenAsync(
            small with { Transcript = small.Transcript with { Cues = [cue] } });
        foreach (var (typed, marked) in new[] { ("cafe", "café"), ("angstrom", "Ångström"), ("fin", "ﬁn"), ("NAÏVE", "naïve") })
        {
            await Search(open, typed);
            (await open.Page.EvaluateAsync<string>("[...CSS.highlights.get('match')].map(range => range.toString()).join('|')"))
                .ShouldBe(marked);
        }
    }

    [ChromiumFact]
    public async Task A_search_that_finds_nothing_says_so()
    {
        await using var open = await browser.OpenAsync(SampleReports.Small());
        await Search(open, "volcano");
        (await open.Page.TextContentAsync("#matches")).ShouldBe("No match");
        (await open.Page.IsDisabledAsync("#next")).ShouldBeTrue();
    }

    [ChromiumFact]
    public async Task A_time_plays_the_recording_on_the_page_from_its_second()
    {
        const int Length = 420;
        var small = SampleReports.Small();
        var path = Path.Combine(browser.Folder, "tone with space.wav");
        await File.WriteAllBytesAsync(path, Tone.Wave(Length));
        await using var open = await browser.OpenAsync(small with { Video = small.Video with { Url = null, MediaPath = path } });
        await open.Page.ClickAsync("#segment-1 summary");
        await open.Page.ClickAsync("#segment-1 .cues a");
        // It plays on meanwhile, to the end at the most.
        (await open.Page.EvaluateAsync<double>("document.getElementById('player').currentTime"))
            .ShouldBeInRange(400, Length);
        open.Page.Url.ShouldBe(open.Address.AbsoluteUri);
        open.Requests.ShouldAllBe(request => request.StartsWith("file:", StringComparison.Ordinal));
        open.Complaints.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task Everything_is_readable_without_scripts()
    {
        await using var open = await browser.OpenAsync(SampleReports.Small(), new() { JavaScriptEnabled = false });
        (await open.Page.Locator("#search").IsHiddenAsync()).ShouldBeTrue();
        (await open.Page.Locator("#summary").IsVisibleAsync()).ShouldBeTrue();
        await open.Page.ClickAsync("#segment-0 summary");
        (await open.Page.Locator("#segment-0 .cues li").First.IsVisibleAsync()).ShouldBeTrue();
    }

    [ChromiumFact]
    public async Task A_narrow_page_never_scrolls_sideways()
    {
        var word = new string('W', 300);
        foreach (var report in new[] { SampleReports.Small(), SampleReports.Partial(), SampleReports.With(word) })
        {
            await using var open = await browser.OpenAsync(report, new() { ViewportSize = new() { Width = 360, Height = 700 } });
            await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            (await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        }
    }

    [ChromiumFact]
    public async Task Text_stands_out_from_its_ground_in_both_themes()
    {
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var open = await browser.OpenAsync(
                SampleReports.Partial() with { Overall = SampleReports.Minutes().Overall }, new() { ColorScheme = theme });
            await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            // WCAG 2.2, 1.4.3: https://www.w3.org/TR/WCAG22/#contrast-minimum
            (await open.Page.EvaluateAsync<string[]>(Contrast.TooLow)).ShouldBeEmpty($"{theme}");
        }
    }

    [ChromiumFact]
    public async Task A_page_has_no_obstacle_that_axe_knows()
    {
        foreach (var report in new[]
        {
            SampleReports.Minutes(), SampleReports.Sourced(), SampleReports.Partial(), HtmlProseSpecs.CaptionFile(),
        })
        {
            await using var open = await browser.OpenAsync(report);
            await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            (await open.Page.RunAxe()).Violations
                .SelectMany(violation => violation.Nodes, (violation, node) => $"{violation.Id}: {violation.Help}: {node.Html}")
                .ShouldBeEmpty();
        }
    }

    /// <summary>
    /// Enter searches at once instead of a moment after the last letter. Both come in one task of the page: between two the
    /// moment might pass, and Enter would go on to the next match.
    /// </summary>
    private static async Task Search(OpenReport open, string words) => await open.Page.Locator("#query").EvaluateAsync(
        """
        (query, words) => {
          query.focus();
          query.value = words;
          query.dispatchEvent(new InputEvent('input', { bubbles: true }));
          query.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        }
        """,
        words);

    private static async Task<IReadOnlyList<string>> Visible(OpenReport open, string selector) =>
    [
        .. (await open.Page.Locator(selector).And(open.Page.Locator(":visible")).AllTextContentsAsync()).Select(text => text.Trim()),
    ];
}
