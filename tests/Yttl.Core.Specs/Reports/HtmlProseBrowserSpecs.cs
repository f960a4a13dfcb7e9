using Microsoft.Playwright;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Reports;

public sealed class HtmlProseBrowserSpecs(Browser browser) : IClassFixture<Browser>
{
    private const string Time = "#segment-0 .prose a.at";

    private const string Said = "#segment-0 .prose .said";

    [ChromiumFact]
    public async Task Pointing_at_a_time_or_reaching_it_by_the_keyboard_shows_the_words_without_the_script()
    {
        await using var open = await browser.OpenAsync(SampleReports.Sourced(), new() { JavaScriptEnabled = false });
        var said = open.Page.Locator(Said).First;
        (await said.IsHiddenAsync()).ShouldBeTrue();

        await open.Page.Locator(Time).First.HoverAsync();
        await Expect(said).ToBeVisibleAsync(new() { Timeout = Browser.Limit });
        await said.HoverAsync();
        (await said.IsVisibleAsync()).ShouldBeTrue();

        await open.Page.Locator("h1").HoverAsync();
        await Expect(said).ToBeHiddenAsync(new() { Timeout = Browser.Limit });
        await open.Page.Locator("#hour-0 > .prose a.at").FocusAsync();
        await open.Page.Keyboard.PressAsync("Tab");
        await open.Page.Keyboard.PressAsync("Tab");
        await Expect(said).ToBeVisibleAsync(new() { Timeout = Browser.Limit });
    }

    [ChromiumFact]
    public async Task Escape_closes_the_words_until_the_pointer_comes_back()
    {
        await using var open = await browser.OpenAsync(SampleReports.Sourced());
        var said = open.Page.Locator(Said).First;
        await open.Page.Locator(Time).First.HoverAsync();
        await open.Page.Keyboard.PressAsync("Escape");
        (await said.IsHiddenAsync()).ShouldBeTrue();

        await open.Page.Locator("h1").HoverAsync();
        await open.Page.Locator(Time).First.HoverAsync();
        (await said.IsVisibleAsync()).ShouldBeTrue();
    }

    [ChromiumFact]
    public async Task The_words_stay_within_their_paragraph_below_their_line_and_above_all_else()
    {
        foreach (var width in new[] { 390, 1280 })
        {
            await using var open = await browser.OpenAsync(Long(), new() { ViewportSize = new() { Width = width, Height = 900 } });
            foreach (var time in await open.Page.Locator(".prose a.at").AllAsync())
            {
                await time.HoverAsync();
                (await time.EvaluateAsync<string>(
                    """
                    async time => {
                      const said = time.nextElementSibling;
                      await Promise.all(said.getAnimations().map(one => one.finished));
                      const [own, line, around] = [said, time, said.closest('p, li')].map(one => one.getBoundingClientRect());
                      if (own.left < around.left - 1 || own.right > around.right + 1)
                        return `${own.left}–${own.right} beyond ${around.left}–${around.right}`;
                      if (own.top < line.bottom || own.top > line.bottom + 24) return `${own.top} is not below ${line.bottom}`;
                      said.scrollIntoView({ block: 'center', behavior: 'instant' });
                      const { left, bottom } = said.getBoundingClientRect();
                      const top = document.elementFromPoint(left + 20, bottom - 6);
                      return said.contains(top) ? '' : `covered by ${top?.outerHTML.slice(0, 80)}`;
                    }
                    """)).ShouldBe("", $"at {width}");
            }

            (await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        }
    }

    [ChromiumFact]
    public async Task Print_has_the_times_and_not_the_words()
    {
        await using var open = await browser.OpenAsync(SampleReports.Sourced());
        // The pointer would be elsewhere after the page is laid out for print.
        await open.Page.Locator(Time).First.FocusAsync();
        (await open.Page.Locator(Said).First.IsVisibleAsync()).ShouldBeTrue();
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });

        (await open.Page.Locator(Said).First.IsHiddenAsync()).ShouldBeTrue();
        (await open.Page.Locator(Time).First.IsVisibleAsync()).ShouldBeTrue();
    }

    [ChromiumFact]
    public async Task A_time_of_a_caption_file_opens_the_line_of_the_transcript_with_and_without_the_script()
    {
        foreach (var script in new[] { true, false })
        {
            await using var open = await browser.OpenAsync(HtmlProseSpecs.CaptionFile(), new() { JavaScriptEnabled = script });
            await open.Page.Locator("#segment-1 .prose a.at").ClickAsync();

            await Expect(open.Page.Locator("[id='t=400']")).ToBeInViewportAsync(new() { Timeout = Browser.Limit });
            (await open.Page.Locator("[id='t=400'] .words").TextContentAsync()).ShouldBe("Then the water comes back.");
            open.Complaints.ShouldBeEmpty();
        }
    }

    [ChromiumFact]
    public async Task Search_marks_a_word_that_lies_in_two_sentences_and_not_the_time_between_them()
    {
        var small = SampleReports.Small();
        await using var open = await browser.OpenAsync(small with
        {
            Overall = new ReportSummary("海は戻る水も戻る", SummaryStatus.Ok)
            {
                Sentences =
                [
                    SampleReports.Sentence("海は戻る", SourceSupport.Cited, 61.999),
                    SampleReports.Sentence("水も戻る", SourceSupport.Cited, 400),
                ],
            },
        });
        await open.Page.EvaluateAsync("query.value = 'る水'; search()");

        (await open.Page.TextContentAsync("#matches")).ShouldBe("1 of 1");
        (await open.Page.EvaluateAsync<string>("[...CSS.highlights.get('match')].map(range => range.toString()).join('|')"))
            .ShouldBe("る|水");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    /// <summary>Long words at each place of a line.</summary>
    private static Report Long()
    {
        var sourced = SampleReports.Sourced();
        var words = string.Join(' ', Enumerable.Repeat("The sea returns twice a day", 20));
        string[] lines =
            ["Short.", "Of a few words more.", "And one that is longer than all of those before it, by some more words at its very end."];
        return sourced with
        {
            Hours =
            [
                sourced.Hours[0] with
                {
                    Segments = [.. sourced.Hours[0].Segments.Select(segment => segment with
                    {
                        Summary = $"{string.Join(' ', lines)}\n\n- {string.Join("\n- ", lines)}",
                        Sentences =
                        [
                            .. lines.Concat(lines)
                                .Select(line => SampleReports.Sentence(line, SourceSupport.Cited, 1.25, 61.999, 400)),
                        ],
                    })],
                },
            ],
            Transcript = sourced.Transcript with { Cues = [.. sourced.Transcript.Cues.Select(cue => cue with { Text = words })] },
        };
    }
}
