using Yttl.Core.Languages;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Citations;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Summaries;

/// <summary>Which of the numbered sentences a summary rests on.</summary>
public sealed class SourceFinderSpecs
{
    private static readonly LanguageTag English = LanguageTag.Parse("en", null);

    // Ten seconds each.
    private static readonly string[] Spoken =
    [
        "The principle is so simple that a child can follow it.",
        "The earth turns once around in twenty-four hours.",
        "A full turn is three hundred and sixty degrees, so in one hour it turns through fifteen degrees.",
        "Now suppose that you carry a clock which still shows the time of your home port.",
        "You wait for the moment when the sun stands highest.",
        "At the equator one degree of longitude is sixty nautical miles.",
        "Four minutes of error in the clock therefore put the ship sixty miles from where you think it is.",
        "The astronomer Gemma Frisius described this idea in print in 1530.",
        "No clock of his day could keep time to a few minutes a day even on a quiet shelf.",
        "John Harrison was a carpenter from Yorkshire.",
    ];

    [Fact]
    public void What_is_named_and_has_the_words_is_cited() => Find("The earth turns fifteen degrees in an hour.", 3)
        .ShouldBe((SourceSupport.Cited, "0:20–0:30"));

    [Fact]
    public void Neighbours_that_are_named_are_one_source() => Find("The earth turns once a day, fifteen degrees in an hour.", 2, 3)
        .ShouldBe((SourceSupport.Cited, "0:10–0:30"));

    [Fact]
    public void What_is_named_wrongly_is_found_by_its_words() => Find("Gemma Frisius described the idea in 1530.", 2)
        .ShouldBe((SourceSupport.Matched, "1:10–1:20"));

    [Fact]
    public void What_is_named_next_to_the_place_counts() => Find("Frisius already published how it works.", 8)
        .ShouldBe((SourceSupport.Cited, "1:10–1:20"));

    [Fact]
    public void What_is_not_named_is_found_by_its_words() => Find("A clock error of four minutes puts the ship sixty miles wrong.")
        .ShouldBe((SourceSupport.Matched, "1:00–1:10"));

    [Fact]
    public void What_is_said_nowhere_has_no_source() => Find("Penguins cannot fly over Antarctica.", 4)
        .ShouldBe((SourceSupport.None, ""));

    [Fact]
    public void Words_of_another_language_are_not_compared()
    {
        Find(Foreign(), "Die Erde dreht sich.", 2).ShouldBe((SourceSupport.Unchecked, "0:10–0:20"));
        Find(Foreign(), "Die Erde dreht sich.").ShouldBe((SourceSupport.None, ""));

        SourceFinder Foreign() => new(Passages(SourceSupport.Cited), English, areWordsForeign: true);
    }

    [Fact]
    public void What_rests_on_unchecked_sentences_is_unchecked() =>
        Find(new SourceFinder(Passages(SourceSupport.Unchecked), English), "The earth turns fifteen degrees in an hour.", 3)
            .ShouldBe((SourceSupport.Unchecked, "0:20–0:30"));

    [Fact]
    public void What_rests_on_a_sentence_without_source_has_none() =>
        Find(new SourceFinder([new PromptSentence(Spoken[2], []) { Support = SourceSupport.None }], English), Spoken[2], 1)
            .ShouldBe((SourceSupport.None, ""));

    [Fact]
    public void A_source_of_more_than_a_minute_is_several() =>
        Find(new SourceFinder([new PromptSentence(Spoken[2], [TimeRange.Seconds(0, 130)])], English), Spoken[2], 1).Sources
            .ShouldBe("0:00–0:43, 0:43–1:26, 1:26–2:10");

    [Theory]
    [InlineData("")]
    [InlineData("!?")]
    public void A_sentence_without_words_has_no_source(string text) => Find(text, 1).Support.ShouldBe(SourceSupport.None);

    [Fact]
    public void Without_passages_nothing_has_a_source() => Find(new SourceFinder([], English), "It turns.", 1).Support.ShouldBe(SourceSupport.None);

    private static (SourceSupport Support, string Sources) Find(string sentence, params int[] numbers) =>
        Find(new SourceFinder(Passages(SourceSupport.Cited), English), sentence, numbers);

    private static (SourceSupport Support, string Sources) Find(SourceFinder finder, string sentence, params int[] numbers)
    {
        var found = finder.Find(new CitedSentence(sentence, numbers));
        found.Text.ShouldBe(sentence);
        return (found.Support, string.Join(", ", found.Sources));
    }

    private static PromptSentence[] Passages(SourceSupport support) =>
        [.. Spoken.Select((text, i) => new PromptSentence(text, [TimeRange.Seconds(10 * i, 10 * i + 10)]) { Support = support })];
}
