using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Summaries;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>Answers that reach their limit of tokens.</summary>
public sealed class CutShortSpecs
{
    [Fact]
    public async Task An_answer_cut_short_is_asked_for_once_more_with_a_larger_limit()
    {
        await using var model = await ModelUnderSpec.StartAsync(
            ModelAnswer.Text("One. Two and", "length", 100, 500), ModelAnswer.Text("One. Two and three.", "stop", 100, 600));

        var completion = await model.CompleteAsync();

        completion.ShouldBe(new Completion("One. Two and three.", new TokenUsage(200, 1_100)));
        model.Server.Calls.Select(call => call.Limit).ShouldBe([500, 2_000]);
    }

    [Fact]
    public async Task One_that_is_cut_short_again_ends_with_its_last_whole_sentence()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text("One costs 3.50 euros. Two and", "length"));

        (await model.CompleteAsync()).Text.ShouldBe("One costs 3.50 euros.");
        model.Server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_without_a_whole_sentence_is_a_failure()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text("<think>Hmm, the speaker. Well.", "length"));

        var failure = await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        failure.Failure.Code.ShouldBe("model.bad-output");
        failure.Failure.Message.ShouldContain("2000 tokens");
    }

    [Fact]
    public async Task Where_the_larger_limit_is_rejected_the_whole_sentences_of_the_first_answer_count()
    {
        await using var model = await ModelUnderSpec.StartAsync(
            ModelAnswer.Text("One. Two and", "length"), ModelAnswer.Error(400, null, "the limit is too large"));

        (await model.CompleteAsync()).Text.ShouldBe("One.");
    }

    [Theory]
    [InlineData("A. B (so to say.) C", "A. B (so to say.)")]
    [InlineData("- first point\n- second point\n- thi", "- first point\n- second point")]
    [InlineData("これは文です。これは", "これは文です。")]
    [InlineData("see example.org for", "")]
    [InlineData("", "")]
    public void Whole_sentences_end_where_a_sentence_or_a_line_ends(string text, string whole) =>
        SummaryText.WholeSentences(text).ShouldBe(whole);
}
