using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Summaries;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>One call of a model: what is sent, and what each kind of answer means.</summary>
public sealed class ModelCallSpecs
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_without_end_is_a_bad_one(bool isCompressed)
    {
        await using var model = await ModelUnderSpec.StartAsync(
            isCompressed ? ModelAnswer.EndlessCompressed : ModelAnswer.Endless);

        var failure = await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        failure.Failure.Code.ShouldBe("model.bad-output");
        failure.Failure.Message.ShouldContain("answered with more than 4 MB");
        model.Server.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_prompt_is_sent_with_its_key_and_the_answer_comes_back_with_its_tokens()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text("A summary.", inputTokens: 120, outputTokens: 7));

        var completion = await model.CompleteAsync();

        completion.ShouldBe(new Completion("A summary.", new TokenUsage(120, 7)));
        var call = model.Server.Calls.ShouldHaveSingleItem();
        call.Path.ShouldBe("/v1/chat/completions");
        call.Authorization.ShouldBe($"Bearer {ModelUnderSpec.Key}");
        call.Model.ShouldBe("test-model");
        call.System.ShouldBe(ModelUnderSpec.Prompt.System);
        call.User.ShouldBe(ModelUnderSpec.Prompt.User);
        call.Limit.ShouldBe(500);
    }

    [Fact]
    public async Task A_server_of_ones_own_gets_no_key()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Text("A summary."));
        await using var model = ModelUnderSpec.Around(server, settings => settings with { Provider = "local", ApiKey = null });

        await model.CompleteAsync();

        server.Calls.ShouldHaveSingleItem().Authorization.ShouldBeNull();
    }

    [Fact]
    public async Task Azure_is_told_the_limit_by_its_new_name_and_others_by_the_old_one()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Text("A summary."));
        await using var azure = ModelUnderSpec.Around(server, settings => settings with { Provider = "azure" });
        await using var local = ModelUnderSpec.Around(server, settings => settings with { Provider = "local" });

        await azure.CompleteAsync();
        await local.CompleteAsync();

        server.Calls.Select(call => call.LimitName).ShouldBe(["max_completion_tokens", "max_tokens"]);
    }

    [Fact]
    public async Task A_server_that_wants_the_limit_by_its_other_name_is_asked_again_and_remembered()
    {
        await using var model = await ModelUnderSpec.StartAsync(
            ModelAnswer.Error(400, "unsupported_parameter",
                "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."),
            ModelAnswer.Text("A summary."));

        await model.CompleteAsync();
        await model.CompleteAsync();

        model.Server.Calls.Select(call => call.LimitName).ShouldBe(["max_tokens", "max_completion_tokens", "max_completion_tokens"]);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Refused_credentials_are_tried_once_and_never_shown(int status)
    {
        await using var model = await ModelUnderSpec.StartAsync(
            ModelAnswer.Error(status, "invalid_api_key", $"Incorrect API key provided: {ModelUnderSpec.Key}"));

        var failure = await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        failure.Failure.Category.ShouldBe(FailureCategory.Authentication);
        failure.Failure.Message.ShouldContain("OPENAI_API_KEY");
        failure.ToString().ShouldNotContain(ModelUnderSpec.Key);
        model.Server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_was_refused_once_is_not_sent_again()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Error(401), ModelAnswer.Text("A summary."));

        var first = await Should.ThrowAsync<YttlException>(model.CompleteAsync);
        var second = await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        second.Failure.ShouldBe(first.Failure);
        model.Server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_forbidden_once_may_be_allowed_the_next_time()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Error(403), ModelAnswer.Text("A summary."));

        await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
    }

    [Fact]
    public async Task Half_an_emoji_in_an_answer_is_no_reason_to_drop_it()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Json(
            200, """{"choices":[{"finish_reason":"stop","message":{"content":"A summary\ud83d."}}]}"""));

        (await model.CompleteAsync()).Text.ShouldBe("A summary\uFFFD.");
    }

    [Theory]
    [InlineData("""{"error":{"code":"insufficient_quota","message":"No credit \ud83d"}}""")]
    [InlineData("""{"error":{"code":"insufficient_quota","type":"\udc00","message":"\ud83dx"}}""")]
    public async Task Half_an_emoji_in_an_error_leaves_its_meaning(string body)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Json(429, body));

        (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure.Code.ShouldBe("model.quota");
    }

    [Theory]
    [InlineData("I'm sorry, but I can't assist with that request.")]
    [InlineData("I’m sorry, but I cannot help with this.")]
    [InlineData("I am unable to summarize this content. Please choose another video.")]
    [InlineData("Sorry, I can't provide a summary of this video.")]
    public async Task A_refusal_in_prose_is_a_refusal(string answer)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text(answer));

        (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure.Code.ShouldBe("model.refused");
        model.Server.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("\"I'm sorry, but I can't assist with that request,\" the robot says, and leaves.")]
    [InlineData("I'm sorry, but I can't assist with that request. So says the machine. Then the guests go home.")]
    [InlineData("I can't help with the harvest, says the farmer.")]
    [InlineData("The singer is sorry. I can't help you, he says.")]
    public async Task A_summary_that_tells_of_an_apology_is_no_refusal(string answer)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text(answer));

        (await model.CompleteAsync()).Text.ShouldBe(answer);
    }

    [Theory]
    [InlineData(400, null, "Bad request: temperature", FailureCategory.Api, "model.rejected")]
    [InlineData(400, "context_length_exceeded", "Too long", FailureCategory.Api, "model.context")]
    [InlineData(400, null, "This model's maximum context length is 4096 tokens", FailureCategory.Api, "model.context")]
    [InlineData(400, null, "the request exceeds the available context size, try increasing it", FailureCategory.Api, "model.context")]
    [InlineData(413, "rate_limit_exceeded", "Request too large for model", FailureCategory.Api, "model.context")]
    [InlineData(429, "rate_limit_exceeded", "Request too large for m on tokens per min (TPM): Limit 8000, Requested 9000", FailureCategory.Api, "model.context")]
    [InlineData(400, "content_filter", "The response was filtered", FailureCategory.Api, "model.refused")]
    [InlineData(404, "model_not_found", "No such model", FailureCategory.Input, "model.not-found")]
    [InlineData(402, null, "You have exceeded your monthly included credits", FailureCategory.Authentication, "model.quota")]
    [InlineData(429, "insufficient_quota", "You exceeded your current quota", FailureCategory.Authentication, "model.quota")]
    [InlineData(302, null, "Moved", FailureCategory.Api, "model.rejected")]
    public async Task What_cannot_be_helped_by_waiting_is_tried_once(
        int status, string? errorCode, string message, FailureCategory category, string code)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Error(status, errorCode, message));

        var failure = await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        failure.Failure.Code.ShouldBe(code);
        failure.Failure.Category.ShouldBe(category);
        failure.Transient.ShouldBeFalse();
        model.Server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_provider_says_is_shown_on_one_line_without_the_key()
    {
        await using var model = await ModelUnderSpec.StartAsync(
            ModelAnswer.Error(400, null, $"first\r\nsecond {ModelUnderSpec.Key} \u001b[31m" + new string('x', 5_000)));

        var message = (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure.Message;

        message.ShouldContain("first  second …");
        message.ShouldNotContain("\n");
        message.ShouldNotContain("\u001b");
        message.Length.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task A_refusal_is_a_failure_and_is_not_argued_with()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Refusal);

        var failure = await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        failure.Failure.Code.ShouldBe("model.refused");
        model.Server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_text_that_the_content_filter_ended_is_a_refusal()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text("The speaker then", "content_filter"));

        (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure.Code.ShouldBe("model.refused");
    }

    public static TheoryData<string, string> UselessAnswers => new()
    {
        { "garbage", "<html>It works!</html>" },
        { "no choices", """{"choices":[]}""" },
        { "null choices", """{"choices":null}""" },
        { "null", "null" },
        { "nothing", "" },
        { "no message", """{"choices":[{"finish_reason":"stop"}]}""" },
        { "a blank text", """{"choices":[{"finish_reason":"stop","message":{"content":" \n "}}]}""" },
        { "thoughts alone", """{"choices":[{"finish_reason":"stop","message":{"content":"<think>Let me see</think>"}}]}""" },
    };

    [Theory]
    [MemberData(nameof(UselessAnswers))]
    public async Task A_useless_answer_is_asked_for_again_and_fails_in_the_end(string what, string body)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Json(200, body));

        var failure = await Should.ThrowAsync<YttlException>(model.CompleteAsync, what);

        failure.Failure.Code.ShouldBe("model.bad-output");
        failure.Failure.Category.ShouldBe(FailureCategory.Api);
        model.Server.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_a_local_model_thinks_is_not_part_of_its_answer()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text("<think>They want\n a summary.</think>\n\nA summary."));

        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
    }

    [Fact]
    public async Task An_unknown_finish_reason_is_no_reason_to_drop_a_good_text()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Text("A summary.", "eos_token"));

        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
    }
}
