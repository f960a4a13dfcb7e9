using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Yttl.Core.Captions;
using Yttl.Core.Reports;
using Yttl.Core.Search;
using Yttl.Core.Specs.Reports;
using Yttl.Core.Summaries;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Search;

/// <summary>The page and <c>yttl search</c> agree on what a match is.</summary>
public sealed class PageSearchSpecs(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Cues =
    [
        "We begin with gravity", "and with light.", "Gravity bends light.", "The GRAVITAS of Zürich", "in zu\u0308rich, Straße 10",
        "an art to start a party", "你好世界", "こんにちはセカイ", "ｶﾀｶﾅ ガギグ", "นี่คือภาษาไทย น้ำ", "ที่นา", "यह हिन्दी है", "안녕 한국어",
        "ο Σίσυφος", "Ёлка. ПРИВЕТ!", "İSTANBUL ışık", "In C++ and C#: x*y (z)", "let 𝒳 be ٣", "well... \"quoted\" AND not",
        "שָׁלוֹם עוֹלָם", "ﬁn æther København", "light", "gravity", "light", "soft\u00ADhyphen zero\u200Bwidth",
        "half-a-degree", "A half of a degree", "“Longitude”, he said", "(longitude)? Yes!", "don't stop l’amour", "done, then stop",
        "at 10:30, 1,000 of 3.14", "node.js in the U.S. x+y C++17 #1", "end.Begin", "«degree»… half—a/degree",
    ];

    private static readonly string[] Queries =
    [
        "gravity", "grav", "gravity light", "light gravity", "zurich", "Zürich", "STRASSE", "art", "世界", "界", "せかい", "カタカナ",
        "かき", "ภาษา", "น้ำ", "นา", "हिन्दी", "한국", "국어", "하", "ΣΊΣΥΦΟΣ", "елка", "istanbul", "isik", "c++", "c#", "x*y", "(z)", "𝒳", "3",
        "\"quoted\"", "AND", "שלומ", "fin", "aether", "kobenhavn", "softhyphen", "zerowidth", "gravity volcano", "t", "10", "and in",
        "half-a-degree", "half a degree", "\"longitude\"", "longitude?", "(longitude)", "-longitude", "“longitude”", "[longitude]",
        "don't", "don’t", "l'amour", "amour", "10:30", "10", "30", "1,000", "3.14", "node.js", "js", "u.s.", "x+y", "y", "c++17", "#1",
        "begin", "end.begin", "degree», half", "half/degree", "tide", "oxygen water", "pool?", "shore", "the", "pools. of", "heard", "anna", "longitude anna", "noon light", "proposed", "answered",
    ];

    [ChromiumFact]
    public async Task Every_query_has_the_same_matches_on_the_page()
    {
        var cues = Cues.Select((text, i) => new Cue(TimeSpan.FromSeconds(5 * i), TimeSpan.FromSeconds((5 * i) + 5), text)).ToList();
        var small = SampleReports.Small();
        var report = small with
        {
            Video = small.Video with { Title = "Gravity and “longitude”" },
            Overall = small.Overall with
            {
                Summary = "On tide pools. Of oxygen.\n\n- *Gravity* wins.\n- It bends light.",
                Sentences =
                [
                    .. new[] { "On tide pools.", "Of oxygen.", "Gravity wins.", "It bends light." }
                        .Select(text => SampleReports.Sentence(text, SourceSupport.Cited, 5, 60) with { Doubts = ["tide"] }),
                ],
                Decisions = [SampleReports.Sentence("Half a degree it is.", SourceSupport.Cited, 5)],
                Actions = [SampleReports.Action("Measure the longitude.", "Anna", "by noon")],
                Questions = [SampleReports.Question("Is light heavy?", "It bends, and longitude stops.") with { IsProposal = true }],
            },
            Hours =
            [
                .. small.Hours.Select(hour => hour with
                {
                    Summary = "Half-a-degree of longitude.\nIt stays one paragraph.",
                    Sentences = [SampleReports.Sentence("Half-a-degree of longitude.", SourceSupport.None)],
                    Segments =
                    [
                        .. hour.Segments.Select((segment, i) => i is 1
                            ? segment with { Summary = "Half-a-degree of longitude.\nIt stays one paragraph." }
                            : segment with { Title = "Gravity of “the tide”" }),
                    ],
                }),
            ],
            Transcript = small.Transcript with { Cues = cues },
            Removed = [],
        };
        await using var open = await browser.OpenAsync(report);
        foreach (var query in Queries)
        {
            var found = await open.Page.EvaluateAsync<string[]>(
                """
                text => {
                  query.value = text;
                  search();
                  const place = item => item.closest('.cues') ? 'Transcript' : item.closest('.prose') ? 'Summary'
                    : item.closest('.segment') ? 'Section' : 'Title';
                  return matches.map(({ lines }) => `${place(lines[0].item)}: ${lines.map(line => wordsOf(line.words)).join(' ')}`);
                }
                """,
                query);
            var words = SearchWords.Parse(query);
            var expected = SearchedText.From(report)
                .SelectMany(text => Passage.Find(words, text.Lines).Select(passage => $"{text.Place}: {passage.Text}"));
            found.Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal), query);
        }
    }

    [ChromiumFact]
    public async Task A_summary_with_the_words_is_shown_and_one_without_is_not()
    {
        await using var open = await browser.OpenAsync(SampleReports.Small() with
        {
            Overall = new ReportSummary("Gravity wins.\n\nLight loses.", SummaryStatus.Ok),
        });
        await open.Page.EvaluateAsync("query.value = 'gravity'; search()");

        (await open.Page.Locator("#summary .prose").IsVisibleAsync()).ShouldBeTrue();
        (await open.Page.Locator("[aria-current=true]").TextContentAsync()).ShouldBe("Gravity wins.");
        (await open.Page.Locator(".hour, .segment, .cues li").And(open.Page.Locator(":visible")).CountAsync()).ShouldBe(0);

        await open.Page.EvaluateAsync("query.value = '?!'; search()");
        (await open.Page.TextContentAsync("#matches")).ShouldBe("No match");
        (await open.Page.Locator(".segment").First.IsVisibleAsync()).ShouldBeTrue();
    }

    /// <summary>A browser may know a later version of Unicode than the library of the system that .NET asks.</summary>
    [ChromiumFact]
    public async Task Every_character_is_folded_alike()
    {
        const string SinceUnicode16 =
            @"[\u1C89\uA7CB-\uA7DC\u{105C0}-\u{105FF}\u{10D40}-\u{10D8F}\u{11380}-\u{113FF}\u{16100}-\u{1613F}\u{16D40}-\u{16D7F}\u{1CC00}-\u{1CEBF}]";
        await using var open = await browser.OpenAsync(SampleReports.Small());
        var folded = await open.Page.EvaluateAsync<string?[]>(
            """
            since => {
              const unknown = new RegExp(`\\p{Cn}|\\p{Cs}|${since}`, 'u');
              const folded = character => unknown.test(character) ? null : fold(character);
              return Array.from({ length: 0x20000 }, (_, code) => folded(String.fromCodePoint(code)));
            }
            """,
            SinceUnicode16);
        var differences =
            from code in Enumerable.Range(0, folded.Length)
            where Rune.IsValid(code)
            let rune = new Rune(code)
            where Rune.GetUnicodeCategory(rune) is not UnicodeCategory.OtherNotAssigned
                && folded[code] is not null && SearchText.Fold(rune.ToString()) != folded[code]
            select $"U+{code:X4} {rune}: '{SearchText.Fold(rune.ToString())}', on the page '{folded[code]}'";

        differences.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task A_link_to_a_second_opens_the_page_at_the_cue_of_that_second()
    {
        await using var open = await browser.OpenAsync(SampleReports.Small());
        foreach (var (second, cue) in new[] { (0, "A tide pool"), (61, "Its oxygen"), (125, "Removed"), (399, "How the sea returns"), (405, "Then the water") })
        {
            await open.Page.EvaluateAsync($"location.hash = '#t={second}'");
            var now = open.Page.Locator("[aria-current=true]");
            await Assertions.Expect(now).ToContainTextAsync(cue, new() { Timeout = Browser.Limit });
            (await now.IsVisibleAsync()).ShouldBeTrue();
        }

        open.Complaints.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task A_link_to_a_second_opens_the_recording_there()
    {
        const int Length = 420;
        var small = SampleReports.Small();
        var path = Path.Combine(browser.Folder, "tone.wav");
        await File.WriteAllBytesAsync(path, Tone.Wave(Length));
        await using var open = await browser.OpenAsync(small with { Video = small.Video with { Url = null, MediaPath = path } });
        await open.Page.GotoAsync($"{open.Address.AbsoluteUri}#t=400");
        await open.Page.ReloadAsync();
        await open.Page.WaitForFunctionAsync("document.getElementById('player').currentTime === 400");
        (await open.Page.Locator("[aria-current=true]").TextContentAsync()).ShouldNotBeNull().ShouldContain("Then the water");
    }
}
