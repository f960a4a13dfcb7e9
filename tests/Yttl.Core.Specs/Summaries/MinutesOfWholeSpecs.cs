using Yttl.Core.Languages;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Meetings;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Summaries;

/// <summary>The minutes of segments as those of the meeting.</summary>
public sealed class MinutesOfWholeSpecs
{
    [Fact]
    public void What_two_segments_decide_is_one_decision_with_the_sources_of_both()
    {
        var minutes = Whole(
            Decided(Said("The fork ships in June.", 0)),
            Decided(Said("The group closes the list of proposals.", 300), Said("The fork ships in June.", 310)));

        minutes.Decisions.Select(decision => decision.Text)
            .ShouldBe(["The fork ships in June.", "The group closes the list of proposals."]);
        minutes.Decisions[0].Sources.ShouldBe([TimeRange.Seconds(0, 10), TimeRange.Seconds(310, 320)]);
    }

    [Theory]
    [InlineData("The fork called Fusaka ships in early June with all tests.", "The fork called Fusaka ships in early May with all tests.")]
    [InlineData("The limit for each block grows to 60 million gas.", "The limit for each block grows to 90 million gas.")]
    [InlineData("The team includes the proposal in the next fork.", "The team does not include the proposal in the next fork.")]
    public void Another_number_name_or_negation_is_another_decision(string one, string other) =>
        Whole(Decided(Said(one, 0)), Decided(Said(other, 300))).Decisions.Count.ShouldBe(2);

    [Fact]
    public void An_action_of_two_people_is_two_and_one_of_the_same_keeps_what_either_knows()
    {
        var text = "Write the announcement of the fork.";
        var minutes = Whole(
            Acted(Action(text, 0, "Anna", null), Action(text, 20, "Tim", null)),
            Acted(Action(text, 300, null, "by Friday")));

        minutes.Actions.Select(action => (action.Owner, action.Due, action.Sources.Count))
            .ShouldBe([("Anna", "by Friday", 2), ("Tim", null, 1)]);
    }

    [Fact]
    public void A_question_that_is_answered_later_points_to_its_answer()
    {
        var minutes = Whole(
            Asked("Which client teams are ready for the devnet?", 50),
            Decided(Said("The client teams Geth and Besu are ready for the devnet.", 400)));

        minutes.Questions!.ShouldHaveSingleItem().Answer!.Sources.ShouldBe([TimeRange.Seconds(400, 410)]);
    }

    [Fact]
    public void What_is_said_before_it_or_only_repeats_that_it_is_open_is_no_answer()
    {
        var minutes = Whole(
            Decided(Said("The client teams Geth and Besu are ready for the devnet.", 10)),
            Asked("Which client teams are ready for the devnet?", 50),
            new Summary("")
            {
                Sentences = [Said("Which client teams are ready for the devnet stays an open question.", 400)],
                Minutes = new(),
            });

        minutes.Questions!.ShouldHaveSingleItem().Answer.ShouldBeNull();
    }

    [Fact]
    public void Without_minutes_there_are_none_and_without_a_model_no_questions()
    {
        MinutesOfWhole.From([new Summary("A text."), new Summary("")], null).ShouldBeNull();
        var minutes = Whole(new Summary("A text.") { Minutes = new MeetingMinutes() });
        (minutes.Decisions.Count, minutes.Actions.Count, minutes.Questions).ShouldBe((0, 0, null));
    }

    private static MeetingMinutes Whole(params Summary[] segments) => MinutesOfWhole.From(segments, LanguageTag.Parse("en", null))!;

    private static Summary Decided(params SourcedSentence[] decisions) =>
        new("") { Minutes = new MeetingMinutes { Decisions = decisions, Questions = [] } };

    private static Summary Acted(params ActionItem[] actions) =>
        new("") { Minutes = new MeetingMinutes { Actions = actions, Questions = [] } };

    private static Summary Asked(string question, int start) => new("")
    {
        Minutes = new MeetingMinutes
        {
            Questions = [new OpenQuestion(question, [TimeRange.Seconds(start, start + 10)], SourceSupport.Cited)],
        },
    };

    private static ActionItem Action(string text, int start, string? owner, string? due) =>
        new(text, [TimeRange.Seconds(start, start + 10)], SourceSupport.Cited) { Owner = owner, Due = due };

    private static SourcedSentence Said(string text, int start) =>
        new(text, [TimeRange.Seconds(start, start + 10)], SourceSupport.Cited);
}
