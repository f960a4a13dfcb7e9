using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>A model that does not stop to repeat itself.</summary>
public sealed class RepeatedAnswerSpecs
{
    private const string Good = "The bridge was finished. Then the water rose.";

    public static TheoryData<string, string> Loops => new()
    {
        { Many("The bridge was finished. ", 200), "The bridge was finished." },
        { "The river was not asked. " + Many("The bridge was finished. ", 50), "The river was not asked. The bridge was finished." },
        { Many("- The bridge was finished.\n", 60), "- The bridge was finished." },
        { Many("One goes. Two comes. Three stays here. ", 20), "One goes. Two comes. Three stays here." },
        { "The water rose. " + Many("and then ", 90), "The water rose. and then" },
        { "It fell. " + new string('a', 900), "It fell. a" },
        { Many("桥建好了。", 40), "桥建好了。" },
        { string.Concat(Enumerable.Range(1, 40).Select(number => $"{number}. The bridge was finished.\n")), "1. The bridge was finished." },
        { Many("The bridge was finished. ", 30) + "Then the water rose.", "The bridge was finished. Then the water rose." },
        { Many("The bridge that the men built in the spring was finished at last. ", 3), "The bridge that the men built in the spring was finished at last." },
        { Many("THE bridge was finished, the Bridge was finished. ", 30), "THE bridge was finished," },
    };

    [Theory]
    [MemberData(nameof(Loops))]
    public async Task It_is_asked_once_more_and_then_the_repetition_is_left_once_with_a_note(string written, string once)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text(written));

        var completion = await model.CompleteAsync();

        completion.Text.ShouldBe(once);
        model.Server.Calls.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Loops))]
    public async Task An_answer_that_ends_by_itself_is_taken_in_its_place(string written, string once)
    {
        once.ShouldNotBeEmpty();
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text(written, "length"), ModelAnswer.Text(Good));

        (await model.CompleteAsync()).Text.ShouldBe(Good);
        model.Server.Calls.Select(call => call.Limit).ShouldBe([500, 500]);
    }

    [Theory]
    [InlineData("\"Let it be, let it be, let it be, let it be\", the band sings. Then it ends.")]
    [InlineData("Day by day the water rose. Day by day the men built. Day by day the town waited. Then the bridge stood.")]
    [InlineData("- Round 1: 12 to 10\n- Round 2: 14 to 10\n- Round 3: 10 to 12\n- Round 4: 11 to 10\n- Round 5: 9 to 10")]
    [InlineData("Two times one is two. Two times two is four. Two times three is six. Two times four is eight. Two times five is ten.")]
    public async Task What_only_resembles_itself_is_no_repetition(string written)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text(written));

        (await model.CompleteAsync()).Text.ShouldBe(written);
        model.Server.Calls.Count.ShouldBe(1);
    }

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
