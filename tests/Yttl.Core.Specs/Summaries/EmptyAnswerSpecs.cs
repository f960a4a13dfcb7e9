using Yttl.Core.Failures;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>Answers that say nothing.</summary>
public sealed class EmptyAnswerSpecs
{
    [Theory]
    [InlineData("...")]
    [InlineData("…")]
    [InlineData("#")]
    [InlineData("###\n\n---")]
    [InlineData("- \n- \n- ")]
    [InlineData("•\n•\n•")]
    [InlineData("1.\n2.\n3.")]
    [InlineData("\u200B\u200B")]
    [InlineData("\uFEFF\u2060\u00AD")]
    [InlineData("\u3164\u3164")]
    [InlineData("\u2800\u2800")]
    [InlineData("?!")]
    [InlineData("**")]
    [InlineData("```\n```")]
    [InlineData("👍")]
    [InlineData("。。。")]
    [InlineData("N/A")]
    [InlineData("null")]
    [InlineData("## Summary")]
    [InlineData("Here is the summary of the video:")]
    public async Task They_are_asked_for_again_and_fail_in_the_end(string written)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text(written));

        (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure.Code.ShouldBe("model.bad-output");
        model.Server.Calls.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("...")]
    [InlineData("- \n- ")]
    public async Task The_next_attempt_may_say_something(string written)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text(written), ModelAnswer.Text("A summary."));

        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
    }

    [Theory]
    [InlineData("桥。")]
    [InlineData("𞤀𞤣𞤤𞤢𞤥")]
    [InlineData("Yes.")]
    [InlineData("The lecture names three stops: spring, summer and autumn, and then it goes on to winter:")]
    public async Task A_short_answer_is_an_answer(string written)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text(written));

        (await model.CompleteAsync()).Text.ShouldBe(written);
    }
}
