using Yttl.Core.Reports;
using Yttl.Core.Search;
using Yttl.Core.Specs.Reports;
using Yttl.Core.Summaries;

namespace Yttl.Core.Specs.Search;

public sealed class PassageSpecs
{
    [Theory]
    [InlineData("gravity", "On GRAVITY.")]
    [InlineData("zurich", "In Zürich")]
    [InlineData("Zürich", "in zurich")]
    [InlineData("zu\u0308rich", "Z\u00FCrich")]
    [InlineData("summar", "many summaries")]
    [InlineData("ΣΊΣΥΦΟΣ", "ο Σίσυφος")]
    [InlineData("привет", "Ёлка. ПРИВЕТ!")]
    [InlineData("елка", "Ёлка")]
    [InlineData("世界", "你好世界")]
    [InlineData("せかい", "こんにちはセカイ")]
    [InlineData("한국", "안녕 한국어")]
    [InlineData("हिन्दी", "यह हिन्दी है")]
    [InlineData("istanbul", "İSTANBUL")]
    [InlineData("𝒳", "let 𝒳 be")]
    [InlineData("c++", "in C++ and")]
    [InlineData("talk about", "we talk\nabout it")]
    [InlineData("STRASSE", "die Straße")]
    [InlineData("kobenhavn", "København")]
    [InlineData("الإسلام", "في الاسلامُ")]
    [InlineData("שלומ", "שָׁלוֹם")]
    [InlineData("ภาษา", "นี่คือภาษาไทย")]
    [InlineData("python", "ภาษาpython")]
    [InlineData("3", "пункт ٣")]
    [InlineData("10", "１０ things")]
    [InlineData("half-a-degree", "half a degree")]
    [InlineData("half a degree", "half—a-degree")]
    [InlineData("\"longitude\"", "of longitude")]
    [InlineData("longitude?", "of longitude")]
    [InlineData("(longitude)", "of longitude")]
    [InlineData("longitude,latitude", "latitude and longitude")]
    [InlineData("“longitude”…", "'longitude'!")]
    [InlineData("-longitude +latitude", "latitude, longitude")]
    [InlineData("gravity*", "gravity")]
    [InlineData("don't", "you don’t say")]
    [InlineData("п'ять", "пʼять")]
    [InlineData("amour", "de l'amour")]
    [InlineData("1,000", "some 1,000 ships")]
    [InlineData("c#", "in C#.")]
    [InlineData("♪", "♪ la ♪")]
    public void A_word_is_found_whatever_its_case_accents_and_script(string words, string text) =>
        Find(words, text).ShouldBe([text]);

    [Theory]
    [InlineData("art", "to start a party")]
    [InlineData("gravity", "grave")]
    [InlineData("gravity light", "only gravity")]
    [InlineData("국어", "한국어")]
    [InlineData("นำ", "นา")]
    [InlineData("हाथी", "हथी")]
    [InlineData("c++", "a c compiler")]
    [InlineData("don't", "done that")]
    [InlineData("1.5", "15")]
    [InlineData("half-a-degree", "half a minute")]
    public void A_word_is_not_found_inside_another_and_every_word_must_be_there(string words, string text) =>
        Find(words, text).ShouldBeEmpty();

    [Fact]
    public void A_word_after_one_that_only_contains_it_is_found() =>
        Find("art", "start of art").ShouldBe(["start of art"]);

    [Fact]
    public void Words_may_lie_in_two_cues_that_follow_each_other() =>
        Find("gravity light", "about gravity", "and light", "end").ShouldBe(["about gravity and light"]);

    [Fact]
    public void Words_further_apart_are_not_found() => Find("gravity light", "gravity", "and", "light").ShouldBeEmpty();

    [Fact]
    public void A_cue_that_has_all_words_is_found_alone_and_once() =>
        Find("gravity light", "gravity", "gravity and light", "light").ShouldBe(["gravity and light"]);

    [Fact]
    public void No_cue_is_in_two_hits() =>
        Find("gravity light", "gravity", "light", "gravity", "light").ShouldBe(["gravity light", "gravity light"]);

    [Fact]
    public void Text_that_is_not_valid_unicode_is_searched_too() =>
        Find("gravity", "\uD800 gravity \uDC00").Count.ShouldBe(1);

    [Theory]
    [InlineData("one", 60)]
    [InlineData("two", 10)]
    [InlineData("three", 0)]
    [InlineData("four", 0)]
    [InlineData("five", 90)]
    [InlineData("two one", 60)]
    public void A_hit_in_a_summary_is_at_the_second_of_its_sentence(string word, double second)
    {
        var small = SampleReports.Small();
        var report = small with
        {
            Overall = new ReportSummary("Of  one. Of two. Of three.\n\n- Four.\n- **Five.**", SummaryStatus.Ok)
            {
                Sentences =
                [
                    SampleReports.Sentence("Of  one.", SourceSupport.Cited, 60, 300),
                    SampleReports.Sentence("Of two.", SourceSupport.Matched, 10),
                    SampleReports.Sentence("Of three.", SourceSupport.None),
                    SampleReports.Sentence("Five.", SourceSupport.Cited, 90),
                ],
            },
            Hours = [],
        };

        SearchedText.From(report).Where(text => text.Place is SearchPlace.Summary)
            .SelectMany(text => Passage.Find(SearchWords.Parse(word), text.Lines))
            .ShouldHaveSingleItem().Start.TotalSeconds.ShouldBe(second);
    }

    private static List<string> Find(string words, params string[] cues) =>
        [
            .. Passage
                .Find(SearchWords.Parse(words), [.. cues.Select((text, i) => new SearchedLine(Second(i), text))])
                .Select(passage => passage.Text),
        ];

    private static TimeSpan Second(int seconds) => TimeSpan.FromSeconds(seconds);
}
