using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Languages;
using Yttl.Core.Summaries.Citations;

namespace Yttl.Core.Specs.Summaries;

/// <summary>What is read of an answer, in the form that was asked for and in those that models make of it.</summary>
public sealed class CitedAnswerSpecs
{
    private static readonly LanguageTag English = LanguageTag.Parse("en", null);

    [Fact]
    public void The_form_that_was_asked_for()
    {
        var answer = Parse("""
            TITLE: Longitude is a question of time
            The earth turns fifteen degrees an hour. [3, 5-7] An error of four minutes puts a ship sixty miles wrong. [14, 15]
            Gemma Frisius published the idea in 1530. [19]
            """);

        answer.Title.ShouldBe("Longitude is a question of time");
        answer.Text.ShouldBe(
            "The earth turns fifteen degrees an hour. An error of four minutes puts a ship sixty miles wrong. "
            + "Gemma Frisius published the idea in 1530.");
        answer.Sentences.Select(sentence => sentence.Numbers).ShouldBe([[3, 5, 6, 7], [14, 15], [19]]);
    }

    [Theory]
    [InlineData("The talk is about clocks. [1]\n\n- They turn. [2]\n- They stop. [3]")]
    [InlineData("Brief: The talk is about clocks. [1]\n\nKey points:\n\n- They turn. [2]\n- They stop. [3]")]
    [InlineData("## Brief\nThe talk is about clocks. [1]\n\n## Key points\n1. They turn. [2]\n2. They stop. [3]")]
    [InlineData("**Brief:** The talk is about clocks. [1]\n**Kernpunkte**\n* They turn. [2]\n* They stop. [3]")]
    [InlineData("The talk is about clocks. [1]\n\n要点：\n- They turn. [2]\n- They stop. [3]")]
    public void A_brief_and_points_in_many_forms(string answer)
    {
        var read = Parse(answer);

        read.Text.ShouldBe("The talk is about clocks.\n\n- They turn.\n- They stop.");
        read.Sentences.Select(sentence => sentence.Numbers).ShouldBe([[1], [2], [3]]);
    }

    [Theory]
    [InlineData("It turns.\n- On and on.")]
    [InlineData("What the speaker thinks of clocks is this:\n- They turn.")]
    public void A_line_before_a_list_that_says_something_stays(string answer) => Parse(answer).Sentences.Count.ShouldBe(2);

    [Theory]
    [InlineData("It turns [3].", "It turns.")]
    [InlineData("It turns.[3]", "It turns.")]
    [InlineData("It turns. [3]", "It turns.")]
    [InlineData("It turns. 【3】", "It turns.")]
    [InlineData("It turns. ［３］", "It turns.")]
    [InlineData("It turns. 【3†source】", "It turns.")]
    [InlineData("It turns. [S3]", "It turns.")]
    [InlineData("It turns. [#3]", "It turns.")]
    [InlineData("It turns. [^3]", "It turns.")]
    [InlineData("It turns. [Sentence 3]", "It turns.")]
    [InlineData("It turns. [source: 3]", "It turns.")]
    [InlineData("It turns. [ 3 ]", "It turns.")]
    [InlineData("It turns. [[3]]", "It turns.")]
    [InlineData("It turns. [3", "It turns.")]
    [InlineData("It turns. (3)", "It turns.")]
    [InlineData("It turns (3).", "It turns.")]
    [InlineData("It turns. [3](#3)", "It turns.")]
    [InlineData("**It turns.** [3]", "It turns.")]
    [InlineData("- It turns. [3]", "- It turns.")]
    [InlineData("[3] It turns.", "It turns.")]
    [InlineData("- [3] It turns.", "- It turns.")]
    [InlineData("It turns.\n[3]", "It turns.")]
    [InlineData("It turns.\n\n[3]", "It turns.")]
    [InlineData("It [3] turns.", "It turns.")]
    [InlineData("It turns, [3] and on.", "It turns, and on.")]
    [InlineData("It turns. [٣]", "It turns.")]
    public void One_citation_in_many_forms(string answer, string text)
    {
        var read = Parse(answer);

        read.Text.ShouldBe(text);
        read.Sentences[0].Numbers.ShouldBe([3]);
    }

    [Theory]
    [InlineData("[3, 5]", 3, 5)]
    [InlineData("[3; 5]", 3, 5)]
    [InlineData("[3 and 5]", 3, 5)]
    [InlineData("[3][5]", 3, 5)]
    [InlineData("[3] [5]", 3, 5)]
    [InlineData("[5, 3, 3]", 3, 5)]
    [InlineData("[S3, S5]", 3, 5)]
    [InlineData("[3, [5]]", 3, 5)]
    [InlineData("[[3], 5]", 3, 5)]
    [InlineData("[3-5]", 3, 4, 5)]
    [InlineData("[3–5]", 3, 4, 5)]
    [InlineData("[5-3]", 3, 4, 5)]
    [InlineData("[3..5]", 3, 4, 5)]
    [InlineData("[3 to 5]", 3, 4, 5)]
    [InlineData("[S3-S5]", 3, 4, 5)]
    [InlineData("[Sätze 3 bis 5]", 3, 4, 5)]
    [InlineData("[3, 99]", 3)]
    [InlineData("[0, 3]", 3)]
    [InlineData("[3, 1000000000]", 3)]
    [InlineData("[3, 99999999999999999999]", 3)]
    [InlineData("[18-1000000000]", 18, 19, 20)]
    public void Several_numbers(string citation, params int[] numbers)
    {
        var read = Parse($"It turns. {citation}");

        read.Text.ShouldBe("It turns.");
        read.Sentences.ShouldHaveSingleItem().Numbers.ShouldBe(numbers);
    }

    [Theory]
    [InlineData("[99]")]
    [InlineData("[none]")]
    [InlineData("[]")]
    [InlineData("[-]")]
    [InlineData("[n/a]")]
    public void Numbers_that_were_not_given_name_nothing_and_are_not_left(string citation)
    {
        var read = Parse($"It turns. {citation}");

        (read.Text, read.Sentences[0].Numbers.Count).ShouldBe(("It turns.", 0));
    }

    [Theory]
    [InlineData("The clock (1759) was small.")]
    [InlineData("Twelve (12) ships sailed [3].", "Twelve (12) ships sailed.")]
    [InlineData("Eleven (11) ships sailed.")]
    [InlineData("The word [sic] stays.")]
    [InlineData("It cost [about half a ducat and 3 more] then.")]
    public void Brackets_that_cite_nothing_stay(string answer, string? text = null) => Parse(answer).Text.ShouldBe(text ?? answer);

    [Fact]
    public void A_sentence_that_names_everything_names_no_place() =>
        Parse($"It turns. [{string.Join(", ", Enumerable.Range(1, 10_000))}]").Sentences[0].Numbers.ShouldBeEmpty();

    [Fact]
    public void Ten_thousand_citations_are_taken_out()
    {
        var read = Parse(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"It turns. [{i % 20 + 1}] ")));

        read.Text.ShouldNotContain("[");
        read.Sentences.Count.ShouldBe(10_000);
        read.Sentences[0].Numbers.ShouldBe([1]);
    }

    [Theory]
    [InlineData("TITLE: Time\n\nIt turns.", "Time")]
    [InlineData("Title: Time.\nIt turns.", "Time")]
    [InlineData("**TITLE: Time**\nIt turns.", "Time")]
    [InlineData("**Title:** \"Time\"\nIt turns.", "Time")]
    [InlineData("TITLE: Time [3]\nIt turns.", "Time")]
    [InlineData("Titel: Zeit\nSie dreht sich.", "Zeit")]
    [InlineData("标题：时间\n地球转动。", "时间")]
    [InlineData("## Time\nIt turns.", "Time")]
    [InlineData("TITLE: Time\nSUMMARY: It turns.", "Time")]
    [InlineData("TITLE: <b>Time</b> & tide\nIt turns.", "<b>Time</b> & tide")]
    [InlineData("It turns.", null)]
    [InlineData("Summary: It turns.", null)]
    public void A_title_in_many_forms(string answer, string? title)
    {
        var read = Parse(answer);

        read.Title.ShouldBe(title);
        read.Text.ShouldBeOneOf("It turns.", "Sie dreht sich.", "地球转动。");
    }

    [Theory]
    [InlineData("TITLE: Time")]
    [InlineData("[3, 5]")]
    [InlineData("")]
    public void Without_a_sentence_there_is_none(string answer) => Parse(answer).Sentences.ShouldBeEmpty();

    [Fact]
    public void Citations_before_their_sentences_belong_to_these() =>
        Parse("[3] The earth turns. [5] The clock ticks.").Sentences.Select(sentence => sentence.Numbers).ShouldBe([[3], [5]]);

    [Fact]
    public void Bullets_and_paragraphs_keep_their_lines() =>
        Parse("TITLE: Time\n- It turns. [1]\n* It ticks. [2]\n\nThe end [3].").Text.ShouldBe("- It turns.\n- It ticks.\n\nThe end.");

    [Fact]
    public void The_text_is_its_sentences_whatever_the_answer() => Check.QuickThrowOnFailure(Prop.ForAll(
        Answers, answer =>
        {
            var read = Parse(answer);
            var at = 0;
            foreach (var sentence in read.Sentences)
            {
                at = read.Text.IndexOf(sentence.Text, at, StringComparison.Ordinal);
                at.ShouldBeGreaterThanOrEqualTo(0);
                at += sentence.Text.Length;
                sentence.Numbers.ShouldAllBe(number => number >= 1 && number <= 20);
                sentence.Numbers.ShouldBeInOrder();
            }

            return read.Text.Replace("- ", "", StringComparison.Ordinal).Count(char.IsLetterOrDigit)
                == read.Sentences.Sum(sentence => sentence.Text.Replace("- ", "", StringComparison.Ordinal).Count(char.IsLetterOrDigit));
        }));

    private static readonly Arbitrary<string> Answers = Gen.Elements(
            "TITLE: ", "The earth turns", ". ", "[3]", "[2, 5-6]", "[", "]", "(4)", "\n", "\n\n", "- ", "* ", "# ", "**", "`", "e.g. ", "地球。", "【7】", "?", " 12 ")
        .ListOf().Select(string.Concat).ToArbitrary();

    private static CitedAnswer Parse(string answer) => CitedAnswer.Parse(answer, 20, English);
}
