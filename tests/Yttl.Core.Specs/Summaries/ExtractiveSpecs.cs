using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Segments;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Extractive;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Summaries;

public sealed class ExtractiveSpecs
{
    private static readonly LanguageTag English = LanguageTag.Parse("en", null);

    private static readonly SummaryOptions Options =
        new("extractive", "", null, SummaryLength.Medium, SummaryStyle.Narrative, null);

    private static readonly string[] Talk =
    [
        "The tide is the slow rise and fall of the sea.",
        "It is nice to see you all here.",
        "The moon pulls the water of the sea towards it, and so the tide rises.",
        "I had coffee this morning.",
        "The sun pulls the sea as well, but the pull of the moon on the tide is twice as strong.",
        "When sun and moon pull together, the tide of the sea is highest.",
        "The tide of the sea is highest when sun and moon pull together.",
        "My brother lives in Bremen.",
        "Every harbour prints a table of its tide for the year.",
        "Ships wait for the tide outside the harbour.",
    ];

    [Fact]
    public async Task The_central_sentences_are_taken_in_their_order_and_the_asides_are_not()
    {
        var summary = await Summarize(Talk);

        var places = Talk.Select((sentence, i) => (sentence, i)).Where(pair => summary.Contains(pair.sentence, StringComparison.Ordinal))
            .Select(pair => summary.IndexOf(pair.sentence, StringComparison.Ordinal)).ToList();
        places.Count.ShouldBeInRange(2, 4);
        places.ShouldBe(places.Order());
        summary.ShouldNotContain("coffee");
        summary.ShouldNotContain("Bremen");
        summary.ShouldNotContain("nice to see");
    }

    [Fact]
    public async Task What_is_said_twice_is_taken_once()
    {
        var summary = await Summarize(Talk, Options with { Length = SummaryLength.Long });

        (summary.Contains(Talk[5], StringComparison.Ordinal) && summary.Contains(Talk[6], StringComparison.Ordinal)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(SummaryLength.Short, 1, 2)]
    [InlineData(SummaryLength.Medium, 2, 5)]
    [InlineData(SummaryLength.Long, 3, 10)]
    public async Task Bullets_are_as_many_as_the_length_says(SummaryLength length, int least, int most)
    {
        var summary = await Summarize(Talk, Options with { Length = length, Style = SummaryStyle.Bullets });

        summary.Split('\n').Length.ShouldBeInRange(least, most);
        summary.Split('\n').ShouldAllBe(line => line.StartsWith("- ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_text_gets_the_same_summary() => (await Summarize(Talk)).ShouldBe(await Summarize(Talk));

    [Fact]
    public async Task A_phrase_cut_out_of_unpunctuated_speech_shows_that_it_goes_on()
    {
        var words = "the moon pulls the water of the sea and the tide rises when the moon is near the harbour today".Split(' ');
        var cues = Enumerable.Range(0, 60)
            .Select(i => string.Join(' ', Enumerable.Range(0, 6).Select(j => words[(i * 5 + j) % words.Length])));

        (await Summarize([.. cues])).ShouldEndWith("…");
    }

    [Fact]
    public async Task And_so_it_does_in_letters_beyond_the_basic_plane()
    {
        var cues = Enumerable.Repeat(string.Join(' ', Enumerable.Repeat("𞤀𞤣𞤤𞤢𞤥", 6)), 60);

        (await Summarize([.. cues])).ShouldEndWith("…");
    }

    [Fact]
    public async Task Chinese_needs_no_spaces()
    {
        var summary = await Summarize(
            ["潮汐是海水的涨落。", "月球吸引海水，所以产生潮汐。", "我今天喝了咖啡。", "太阳也吸引海水，但月球对潮汐的作用更大。", "谢谢大家。"],
            language: LanguageTag.Parse("zh", null));

        summary.ShouldContain("潮汐");
        summary.ShouldNotContain("。 ");
        summary.ShouldNotContain("谢谢");
    }

    [Fact]
    public async Task A_text_without_words_is_a_failure_and_not_an_empty_summary() =>
        (await Should.ThrowAsync<YttlException>(() => Summarize(["[Music]", "♪"]))).Failure.Code.ShouldBe("summary.no-words");

    [Fact]
    public Task Any_words_at_all_give_a_summary() => Task.Run(() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>[]>(), Gen.Elements(Enum.GetValues<SummaryLength>()).ToArbitrary(),
        (texts, length) =>
        {
            var lines = texts.Select(text => text.Get).Append("At least this.").ToArray();
            var summary = Summarize(lines, Options with { Length = length }).GetAwaiter().GetResult();
            return summary.Any(char.IsLetterOrDigit);
        })));

    [Fact]
    public async Task Every_stretch_of_the_parts_is_in_the_consolidation()
    {
        // Twelve parts about twelve things in seven sentences: of three neighbours one at least is there.
        string[] things =
            ["tides", "ships", "harbours", "storms", "lighthouses", "maps", "stars", "compasses", "ropes", "sails", "fish", "salt"];
        var parts = things.Select((thing, i) => new SummaryPart(TimeRange.Seconds(i * 300, i * 300 + 300),
            new Summary($"This part is about {thing}. Many {thing} are old. The speaker likes {thing} best of all.")));

        var summary = await Consolidate([.. parts], ConsolidationLevel.Hour);

        for (var i = 0; i + 2 < things.Length; i++)
            things[i..(i + 3)].ShouldContain(thing => summary.Contains(thing, StringComparison.Ordinal));
        summary.Split("\n\n").Length.ShouldBeInRange(2, 3);
    }

    [Fact]
    public async Task Two_parts_both_have_their_say()
    {
        var summary = await Consolidate(
        [
            new(TimeRange.Seconds(0, 300), new Summary(string.Join(' ', Talk))),
            new(TimeRange.Seconds(300, 600), new Summary("- Knots hold ropes\n- A bowline never slips")),
        ], ConsolidationLevel.Overall);

        summary.ShouldContain("tide");
        summary.ShouldContain("bowline");
    }

    [Fact]
    public async Task The_whole_is_chosen_from_all_that_was_said_and_not_from_what_is_left_of_its_parts()
    {
        var cues = Cues([.. Talk, "A spring tide comes at full moon and at new moon."]);
        var parts = new SummaryPart[] { new(TimeRange.Seconds(0, 300), new Summary(Talk[3])), new(TimeRange.Seconds(300, 600), new Summary(Talk[7])) };
        var brief = new ConsolidationBrief(ConsolidationLevel.Overall, TimeRange.Seconds(0, 600), "Title", English) { Cues = cues };

        var summary = (await new ExtractiveSummarizer().ConsolidateAsync(parts, brief, Options, CancellationToken.None)).Summary.Text;

        summary.ShouldContain("tide");
        summary.ShouldNotContain("coffee");
    }

    [Fact]
    public async Task The_whole_has_a_brief_and_points_with_the_sentences_in_that_order()
    {
        var brief = new ConsolidationBrief(ConsolidationLevel.Overall, TimeRange.Seconds(0, 600), "Title", English) { Cues = Cues(Talk) };

        var summary = (await new ExtractiveSummarizer().ConsolidateAsync(
            [new(TimeRange.Seconds(0, 600), new Summary(Talk[0]))], brief, Options, CancellationToken.None)).Summary;

        var lines = summary.Text.Split('\n');
        lines[1].ShouldBeEmpty();
        lines.Skip(2).ShouldNotBeEmpty();
        lines.Skip(2).ShouldAllBe(line => line.StartsWith("- "));
        summary.Sentences.Select(sentence => sentence.Text).ShouldBe([lines[0], .. lines.Skip(2).Select(line => line[2..])]);
        summary.Sentences.Select(sentence => sentence.Text).ShouldBeUnique();
        summary.Sentences.Skip(1).Select(sentence => sentence.Sources[0].Start).ShouldBeInOrder();
        (await Consolidate([new(TimeRange.Seconds(0, 600), new Summary(string.Join(' ', Talk)))], ConsolidationLevel.Hour))
            .ShouldNotContain("- ");
    }

    [Fact]
    public async Task Minutes_without_a_model_are_what_is_agreed_and_promised_in_so_many_words()
    {
        Cue[] cues =
        [
            .. Cues(Talk),
            Said(100, "Anna", "We agreed to ship the Fusaka fork on the test network in June."),
            Said(110, "Tim", "I'll write the announcement for the client teams by next Friday."),
            Said(120, "Tim", "I'll share my screen so that you can see the agenda of today."),
            Said(130, "Anna", "Should we agree on the fee for the test network in July?"),
            Said(140, "Anna", "We have not decided whether we will raise the gas limit in July."),
        ];

        var minutes = (await new ExtractiveSummarizer().SummarizeSegmentAsync(
            new SegmentText(TimeSpan.Zero, TimeSpan.FromMinutes(5), English, cues), "Title",
            Options with { Style = SummaryStyle.Minutes }, CancellationToken.None)).Summary.Minutes!;

        minutes.Decisions.ShouldHaveSingleItem().Text.ShouldBe("We agreed to ship the Fusaka fork on the test network in June.");
        minutes.Decisions[0].Sources.ShouldBe([TimeRange.Seconds(100, 110)]);
        var action = minutes.Actions.ShouldHaveSingleItem();
        (action.Owner, action.Due, action.Sources[0].Start).ShouldBe(("Tim", "by next Friday", TimeSpan.FromSeconds(110)));
        minutes.Questions.ShouldBeNull();
    }

    private static Cue Said(int start, string speaker, string text) =>
        new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(start + 10), text) { Speaker = speaker };

    private static async Task<string> Summarize(string[] lines, SummaryOptions? options = null, LanguageTag? language = null)
    {
        var segment = new SegmentText(TimeSpan.Zero, TimeSpan.FromMinutes(5), language ?? English, Cues(lines));
        return (await new ExtractiveSummarizer().SummarizeSegmentAsync(segment, "Title", options ?? Options, CancellationToken.None)).Summary.Text;
    }

    private static Cue[] Cues(string[] lines) =>
        [.. lines.Select((line, i) => new Cue(TimeSpan.FromSeconds(3 * i), TimeSpan.FromSeconds(3 * i + 3), line))];

    private static async Task<string> Consolidate(IReadOnlyList<SummaryPart> parts, ConsolidationLevel level) =>
        (await new ExtractiveSummarizer().ConsolidateAsync(
            parts, new(level, TimeRange.Seconds(0, 3600), "Title", English), Options, CancellationToken.None)).Summary.Text;
}
