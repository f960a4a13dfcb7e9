using Yttl.Core.Languages;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Citations;
using Yttl.Core.Summaries.Meetings;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Summaries;

/// <summary>What a model marks is held against what is said.</summary>
public sealed class MinutesReaderSpecs
{
    // Ten seconds each.
    private static readonly (string Speaker, string Text)[] Spoken =
    [
        ("Anna Berg", "I propose that the fork ships in June."),
        ("Tim", "Okay, sounds good, then June it is."),
        ("Anna Berg", "I'll write the announcement by next Friday."),
        ("Tim", "Could the client teams test the release before Monday?"),
        ("Anna Berg", "Should the fee be doubled for every call?"),
        ("Tim", "We have not decided that the fee doubles."),
        ("Tim", "Nothing is known about the weather on that day."),
        ("Tim", "Nothing is known about the traffic either."),
    ];

    [Fact]
    public void A_decision_has_a_sentence_that_agrees()
    {
        var minutes = Read("DECISION: The fork ships in June. [1, 2]");

        minutes.Decisions.ShouldHaveSingleItem().Text.ShouldBe("The fork ships in June.");
        minutes.Questions.ShouldBeEmpty();
    }

    [Fact]
    public void The_answer_that_agrees_is_added_to_the_sources_where_only_the_proposal_is_cited() =>
        Read("DECISION: The fork ships in June. [1]").Decisions.ShouldHaveSingleItem().Sources.ShouldBe([TimeRange.Seconds(0, 20)]);

    [Theory]
    [InlineData("DECISION: The fee doubles for every call. [5, 6]")]
    [InlineData("DECISION: The fee is doubled. [5]")]
    [InlineData("DECISION: Penguins are birds of the south. [99]")]
    public void What_is_asked_denied_or_not_found_is_a_proposal(string line)
    {
        var minutes = Read(line);

        minutes.Decisions.ShouldBeEmpty();
        minutes.Questions!.ShouldHaveSingleItem().IsProposal.ShouldBeTrue();
    }

    [Fact]
    public void Where_the_words_of_a_language_are_not_known_the_model_is_believed() =>
        Read("DECISION: The fee doubles for every call. [5]", LanguageTag.Parse("fi", null)).Decisions.Count.ShouldBe(1);

    [Theory]
    [InlineData("(owner: Anna; due: by next Friday)", "Anna Berg", "by next Friday")]
    [InlineData("(owner: anna berg; due: until Friday)", "Anna Berg", "Friday")]
    [InlineData("(owner: -; due: -)", "Anna Berg", null)]
    [InlineData("(owner: Zoe; due: by 5 June)", "Anna Berg", null)]
    public void An_owner_is_the_speaker_who_promises_and_a_day_is_one_that_was_said(string said, string? owner, string? due)
    {
        var action = Read($"ACTION: Write the announcement {said}. [3]").Actions.ShouldHaveSingleItem();

        (action.Owner, action.Due).ShouldBe((owner, due));
        action.Sources.ShouldBe([TimeRange.Seconds(20, 30)]);
    }

    [Theory]
    [InlineData("the client teams", "before Monday", "the client teams", "before Monday")]
    [InlineData("the auditors", "Tuesday", null, null)]
    [InlineData("-", "-", null, null)]
    public void A_group_is_named_near_the_words_or_there_is_no_owner(string owner, string due, string? named, string? said)
    {
        var action = Read($"ACTION: The client teams test the release (owner: {owner}; due: {due}). [4]").Actions.ShouldHaveSingleItem();

        (action.Owner, action.Due).ShouldBe((named, said));
    }

    [Fact]
    public void An_action_that_is_found_nowhere_has_neither()
    {
        var action = Read("ACTION: Feed the penguins of the south (owner: Tim; due: by Monday).").Actions.ShouldHaveSingleItem();

        (action.Owner, action.Due, action.Support).ShouldBe((null, null, SourceSupport.None));
    }

    [Fact]
    public void A_line_of_numbers_alone_is_no_entry()
    {
        var minutes = Read("DECISION: [1] [2]\nACTION: (owner: Tim) [3]\nQUESTION: ???");

        (minutes.Decisions.Count, minutes.Actions.Count, minutes.Questions!.Count).ShouldBe((0, 0, 0));
    }

    private static MeetingMinutes Read(string answer, LanguageTag? language = null)
    {
        var spoken = Spoken.Select((line, i) => new PromptSentence(line.Text, [TimeRange.Seconds(10 * i, (10 * i) + 10)])
        {
            Speaker = line.Speaker,
        }).ToList();
        language ??= LanguageTag.Parse("en", null);
        return new MinutesReader(spoken, new SourceFinder(spoken, language), language, language).Read(MarkedLines.TakeOut(answer).Lines);
    }
}
