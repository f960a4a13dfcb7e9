using Yttl.Core.Summaries.Meetings;

namespace Yttl.Core.Specs.Summaries;

/// <summary>Decisions, actions and questions in an answer, in the form that was asked for and in those that models make of it.</summary>
public sealed class MarkedLinesSpecs
{
    [Fact]
    public void The_form_that_was_asked_for()
    {
        var (rest, lines) = MarkedLines.TakeOut("""
            TITLE: The date of the fork
            The group discusses when to ship. [1, 2]
            DECISION: The fork ships in June. [3, 4]
            ACTION: Write the announcement (owner: Anna; due: by Friday). [5]
            QUESTION: Which clients are ready? [6]
            """);

        rest.Trim().ShouldBe("TITLE: The date of the fork\nThe group discusses when to ship. [1, 2]");
        lines.ShouldBe(
        [
            new(MinutesKind.Decision, "The fork ships in June. [3, 4]", null, null),
            new(MinutesKind.Action, "Write the announcement. [5]", "Anna", "by Friday"),
            new(MinutesKind.Question, "Which clients are ready? [6]", null, null),
        ]);
    }

    [Theory]
    [InlineData("ACTION: Write it (owner: Anna; due: by Friday). [5]")]
    [InlineData("ACTION: Write it. (owner: Anna; due: by Friday) [5]")]
    [InlineData("ACTION: Write it. [5] (owner: Anna; due: by Friday)")]
    [InlineData("- **Action:** Write it. (Owner: **Anna**, Due: by Friday) [5]")]
    [InlineData("ACTION 1: Write it. | owner: Anna | due: by Friday [5]")]
    [InlineData("2. Action item: Write it. — Owner: Anna; Deadline: by Friday [5]")]
    [InlineData("## Action items\n- Write it. (owner: Anna; due: by Friday) [5]")]
    [InlineData("**Actions:**\n\n1. Write it. (owner: Anna; due: by Friday) [5]\n")]
    [InlineData("Aufgabe: Write it. (owner: Anna; due: by Friday) [5]")]
    public void An_action_in_many_forms(string answer)
    {
        var (rest, lines) = MarkedLines.TakeOut("It is so. [1]\n" + answer);

        rest.Trim().ShouldBe("It is so. [1]");
        var line = lines.ShouldHaveSingleItem();
        (line.Kind, line.Owner, line.Due).ShouldBe((MinutesKind.Action, "Anna", "by Friday"));
        line.Text.ShouldBe("Write it. [5]");
    }

    [Theory]
    [InlineData("ACTION: Write it. (owner: -; due: -) [5]")]
    [InlineData("ACTION: Write it. (owner: unknown; due: not stated) [5]")]
    [InlineData("ACTION: Write it. (owner: the speaker; due: TBD) [5]")]
    [InlineData("ACTION: Write it. [5]")]
    public void An_action_without_an_owner_or_a_day(string answer) =>
        MarkedLines.TakeOut(answer).Lines.ShouldBe([new(MinutesKind.Action, "Write it. [5]", null, null)]);

    [Theory]
    [InlineData("DECISION: None.")]
    [InlineData("DECISIONS:\n- None found\n\nACTIONS:\nNone\n\nOPEN QUESTIONS:\n- No open questions remain.")]
    [InlineData("ACTION: -\nQUESTION: n/a")]
    [InlineData("DECISION:")]
    public void What_there_is_none_of_is_no_line(string answer)
    {
        var (rest, lines) = MarkedLines.TakeOut("It is so.\n" + answer);

        lines.ShouldBeEmpty();
        rest.Trim().ShouldBe("It is so.");
    }

    [Theory]
    [InlineData("The decision: it is so.")]
    [InlineData("Actions speak louder than words.")]
    [InlineData("Questions of 3: one.")]
    public void Prose_that_only_has_these_words_stays(string answer)
    {
        var (rest, lines) = MarkedLines.TakeOut(answer);

        (rest, lines.Count).ShouldBe((answer, 0));
    }

    [Fact]
    public void Nothing_is_lost_of_an_answer_with_hundreds_of_lines_or_one_endless_line()
    {
        var (rest, lines) = MarkedLines.TakeOut(
            string.Join('\n', Enumerable.Range(0, 200).Select(i => $"DECISION: Number {i}.")) + "\nACTION: " + new string('-', 100_000));

        (lines.Count + rest.Split('\n').Length).ShouldBe(201);
    }
}
