using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Extractive;
using Yttl.Core.Text;

namespace Yttl.Core.Specs.Summaries;

/// <summary>Which sentences are chosen, and what of them is kept.</summary>
public sealed class ExtractSpecs
{
    private static readonly LanguageTag English = LanguageTag.Parse("en", null);

    private static readonly SummarySize Medium = SummarySize.From(SummaryScope.Segment, SummaryLength.Medium);

    private static readonly string[] Vocabulary =
        """
        and so but yeah, um it they we will the tide moon harbour 1759 clock ship degrees rises falls measures carries longitude Harrison
        Greenwich because of in noon? works. star, map, rope. Thank you. [Music] ♪ … water… table pilot 潮汐 月球。 น้ำขึ้น
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static readonly Gen<Cue[]> Talks =
        from lines in Gen.Elements(Vocabulary).NonEmptyListOf().Select(words => string.Join(' ', words)).ListOf()
        from pause in Gen.Choose(0, 3)
        select lines.Select((line, i) => new Cue(
            TimeSpan.FromSeconds((3 + pause) * i), TimeSpan.FromSeconds((3 + pause) * i + 3), line)).ToArray();

    private static readonly Gen<SummarySize> Sizes =
        from scope in Gen.Elements(Enum.GetValues<SummaryScope>())
        from length in Gen.Elements(Enum.GetValues<SummaryLength>())
        select SummarySize.From(scope, length);

    [Fact]
    public Task The_budget_is_kept_and_only_one_sentence_alone_may_be_longer() => Holds((sentences, size, chosen) =>
    {
        var budget = Budget(sentences, size);
        // An ellipsis is no word.
        var words = chosen.Sum(sentence => Words.Count(sentence.Text));
        return chosen.Count <= budget.Sentences && (chosen.Count <= 1 || words <= budget.Words);
    });

    [Fact]
    public Task What_has_words_has_a_summary() => Holds((sentences, _, chosen) => chosen.Count > 0 == sentences.Count > 0);

    [Fact]
    public Task Each_sentence_has_words_that_were_said_in_their_order_and_knows_its_cues() => Holds((sentences, _, chosen) =>
        chosen.All(sentence => sentences.Any(said =>
            (said.FirstCue, said.LastCue, said.Start, said.End) == (sentence.FirstCue, sentence.LastCue, sentence.Start, sentence.End)
            && IsWithin(Letters(sentence.Text), Letters(said.Text)))));

    [Fact]
    public Task Sentences_are_in_the_order_of_the_transcript() => Holds((_, _, chosen) =>
        chosen.Zip(chosen.Skip(1)).All(pair => pair.First.FirstCue <= pair.Second.FirstCue && pair.First.Start <= pair.Second.Start));

    [Fact]
    public Task The_same_talk_has_the_same_summary() => Holds((sentences, size, chosen) =>
        Extract.From([.. sentences], English, Budget(sentences, size)).SequenceEqual(chosen));

    [Fact]
    public void Without_sentences_nothing_is_chosen_and_of_one_it_is_that_one()
    {
        Extract.From([], English, Medium.Budget(0)).ShouldBeEmpty();
        Choose("Thank you.").ShouldBe(["Thank you."]);
    }

    [Fact]
    public void Greetings_asides_questions_and_songs_are_left_out_where_something_is_said() =>
        Choose(
            "Hello everyone, good morning and welcome back to the harbour.",
            "Can you hear me and see my screen with the tide tables?",
            "The moon pulls the water of the sea, and the tide rises twice a day.",
            "♪ The pilot and the star are sailing to the island ♪",
            "Why does the harbour close its gates before the evening?",
            "Thank you, Ada, for the table of the pilots.",
            "Harrison built a clock in 1759 that lost five seconds on the voyage to Jamaica.")
            .ShouldBe(
            [
                "The moon pulls the water of the sea, and the tide rises twice a day.",
                "Harrison built a clock in 1759 that lost five seconds on the voyage to Jamaica.",
            ], ignoreOrder: false);

    [Fact]
    public void Two_sentences_never_say_the_same()
    {
        var chosen = Choose(
            "The moon pulls the water of the sea and the tide rises.",
            "So the tide rises and the moon pulls the water of the sea.",
            "Ships wait outside for the flood at the harbour of Bremen.",
            "The moon, as I said, pulls the water of the sea and the tide rises.",
            "Each pilot prints a table with heights for every noon.");

        chosen.Count(sentence => sentence.Contains("moon", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void A_promise_and_a_number_are_preferred_to_a_sentence_without()
    {
        const string Plain = "The pilots painted the keeper golden lanterns.";

        Choose(SummaryLength.Short, Plain, "The captain sailed with 12 wooden barrels.").Single().ShouldContain("12");
        Choose(SummaryLength.Short, Plain, "We will paint captain Harrison wooden barrels.").Single().ShouldStartWith("We will");
    }

    [Theory]
    [InlineData("If the captain sails the wooden lantern northward.", "The captain sails a wooden lantern northward.")]
    [InlineData("The captain sails a wooden lantern to the.", "The captain sails a wooden lantern northward.")]
    [InlineData("Wooden captains and a northern keeper sailing lanterns.", "Wooden captains are northern keepers with sailing lanterns.")]
    public void A_fragment_is_chosen_after_a_sentence(string fragment, string sentence) =>
        Choose(SummaryLength.Short, fragment, sentence).ShouldBe([sentence]);

    [Fact]
    public void A_sentence_that_runs_on_is_chosen_in_part_and_without_fillers() =>
        Choose(
            SummaryLength.Short,
            "It was so nice of you to come again, and we measure, um, the tide of the the harbour of Bremen, you know, at noon.")
            .Single().ShouldBe("We measure the tide of the harbour of Bremen, at noon.");

    [Fact]
    public void A_sentence_that_leans_on_another_is_chosen_after_one_that_stands_alone() =>
        Choose(SummaryLength.Short, "It carries a lantern to the northern keeper.", "A pilot carries a lantern to the northern keeper.")
            .ShouldBe(["A pilot carries a lantern to the northern keeper."]);

    [Theory]
    [InlineData("th", "ดวงจันทร์ดึงน้ำทะเลทำให้น้ำขึ้น", "ขอบคุณครับ", "เรือรออยู่นอกท่าเรือจนกว่าน้ำจะขึ้น")]
    [InlineData("km", "ព្រះច័ន្ទទាញទឹកសមុទ្រធ្វើឱ្យជោរ", "អរគុណ", "នាវារង់ចាំនៅក្រៅកំពង់ផែរហូតដល់ទឹកជោរ")]
    [InlineData("ja", "月が海水を引き、潮が満ちる。", "ありがとうございます。", "船は港の外で満潮を待つ。")]
    [InlineData("zh", "月球吸引海水，所以产生潮汐。", "谢谢大家。", "船舶等候港口外面直到涨潮。")]
    [InlineData("ko", "달이 바닷물을 끌어당겨 밀물이 생긴다.", "감사합니다.", "배는 항구 밖에서 만조를 기다린다.")]
    public void Scripts_without_spaces_are_covered_by_their_words(string language, string first, string thanks, string second)
    {
        var lines = new[] { first, thanks, second, first };
        var sentences = SentenceSplitter.OfCues(Cues(lines, pause: 2), null);
        var chosen = Extract.From(
            sentences, LanguageTag.Parse(language, null),
            Budget(sentences, SummarySize.From(SummaryScope.Segment, SummaryLength.Long)));

        chosen.Count.ShouldBe(2);
        chosen.ShouldAllBe(sentence => !sentence.Text.StartsWith(thanks, StringComparison.Ordinal));
    }

    private static Task Holds(Func<IReadOnlyList<Sentence>, SummarySize, IReadOnlyList<Sentence>, bool> property) =>
        Task.Run(() => Check.QuickThrowOnFailure(Prop.ForAll(Talks.ToArbitrary(), Sizes.ToArbitrary(), (cues, size) =>
        {
            var sentences = SentenceSplitter.OfCues(cues, English);
            return property(sentences, size, Extract.From(sentences, English, Budget(sentences, size)));
        })));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Whether letters come in another text in their order.</summary>
    private static bool IsWithin(string letters, string text)
    {
        var at = 0;
        return letters.All(letter => (at = text.IndexOf(letter, at) + 1) > 0);
    }

    private static IReadOnlyList<string> Choose(params string[] lines) => Choose(SummaryLength.Long, lines);

    private static IReadOnlyList<string> Choose(SummaryLength length, params string[] lines)
    {
        var sentences = SentenceSplitter.OfCues(Cues(lines), English);
        var chosen = Extract.From(sentences, English, Budget(sentences, SummarySize.From(SummaryScope.Segment, length)));
        return [.. chosen.Select(sentence => sentence.Text)];
    }

    private static SummaryBudget Budget(IEnumerable<Sentence> sentences, SummarySize size) =>
        size.Budget(sentences.Sum(sentence => (long)Words.Count(sentence.Text)));

    private static Cue[] Cues(string[] lines, int pause = 0) =>
    [
        .. lines.Select((line, i) => new Cue(
            TimeSpan.FromSeconds((3 + pause) * i), TimeSpan.FromSeconds((3 + pause) * i + 3), line)),
    ];
}
