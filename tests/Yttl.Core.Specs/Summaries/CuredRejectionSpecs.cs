using Yttl.Core.Failures;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>Rejections that another call cures, in the words of each provider.</summary>
public sealed class CuredRejectionSpecs
{
    private static readonly ModelAnswer Good = ModelAnswer.Text("A summary.");

    [Theory]
    [InlineData(400, "This model's maximum context length is 4097 tokens. However, your messages resulted in 5000 tokens. Please reduce the length of the messages.")]
    [InlineData(400, "Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 300000 tokens.")]
    [InlineData(400, "prompt is too long: 210000 tokens > 200000 maximum")]
    [InlineData(400, "input length and `max_tokens` exceed context limit: 199000 + 500 > 199200, decrease input length or `max_tokens` and try again")]
    [InlineData(422, "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 2048. Given: 2244 `inputs` tokens and 1000 `max_new_tokens`")]
    [InlineData(422, "Input validation error: `inputs` must have less than 1024 tokens. Given: 1290")]
    [InlineData(400, "This model's maximum context length is 4096 tokens. However, you requested 2000 output tokens and your prompt contains at least 4000 input tokens, for a total of at least 6000 tokens.")]
    [InlineData(400, "the request exceeds the available context size, try increasing it")]
    [InlineData(400, "request (5012 tokens) exceeds the available context size (4096 tokens), try increasing it")]
    [InlineData(500, "Requested tokens (5012) exceed context window of 4096")]
    [InlineData(500, "the input length exceeds the context length")]
    [InlineData(400, "The input token count (1050000) exceeds the maximum number of tokens allowed (1048576).")]
    [InlineData(400, "Input is too long for requested model.")]
    [InlineData(400, "Too many input tokens. Max input tokens: 8192, request input token count: 9000")]
    [InlineData(400, "<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 6000]")]
    [InlineData(413, "Request too large for model `x` on tokens per minute (TPM): Limit 6000, Requested 7200")]
    [InlineData(400, "Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length")]
    [InlineData(400, "too many tokens: total number of tokens in the prompt cannot exceed 4081 - received 4292. Try using a shorter prompt")]
    [InlineData(400, "This model's maximum prompt length is 131072 but the request contains 537812 tokens.")]
    [InlineData(400, "The input (5012 tokens) is longer than the model's context length (4096 tokens).")]
    [InlineData(400, "The number of input tokens 5012 cannot exceed the total tokens limit 4096 for this model")]
    [InlineData(400, "Prompt length 5012 is greater than max_seq_len 4096")]
    [InlineData(400, "Invalid request: Your request exceeded model token limit: 8192")]
    [InlineData(500, "Trying to keep the first 5012 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens")]
    [InlineData(400, "Prompt 超长")]
    [InlineData(400, "输入内容过长，请缩短后重试")]
    [InlineData(422, "The sequence has 5012 tokens and only 4096 fit: the maximum is reached")]
    public async Task Too_long_is_understood_in_every_providers_words(int status, string message)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Error(status, null, message));

        (await Should.ThrowAsync<YttlException>(model.CompleteAsync, message)).Failure.Code.ShouldBe("model.context");
        model.Server.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(400, "Invalid value for 'temperature': 3 is greater than the maximum of 2.", "model.rejected")]
    [InlineData(500, "The server had an error while processing your request", "model.error")]
    [InlineData(429, "Rate limit reached for x on tokens per min (TPM): Limit 8000, Used 7000, Requested 900", "model.rate-limited")]
    public async Task What_is_about_something_else_is_not_taken_for_it(int status, string message, string code)
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Error(status, null, message));
        await using var model = ModelUnderSpec.Around(server, settings => settings with
        {
            Retry = settings.Retry with { MaxAttempts = 1, RateLimitBudget = TimeSpan.Zero },
        });

        (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(400, "System role not supported")]
    [InlineData(400, "Conversation roles must alternate user/assistant/user/assistant/...")]
    [InlineData(400, "Developer instruction is not enabled for models/gemma-3-12b-it")]
    [InlineData(400, "Unsupported value: 'messages[0].role' does not support 'system' with this model.")]
    [InlineData(400, "messages: Unexpected role \"system\". The Messages API accepts a top-level `system` parameter.")]
    [InlineData(400, "Only user and assistant roles are supported!")]
    [InlineData(400, "This model does not support system messages.")]
    [InlineData(422, "Role 'system' is not allowed")]
    [InlineData(400, "system prompts are not supported by this model")]
    [InlineData(500, "TemplateError: System role not supported")]
    [InlineData(400, "Unsupported role: system")]
    [InlineData(400, "Message role should be 'user' or 'assistant'")]
    public async Task Where_the_system_role_is_refused_the_instructions_go_into_the_users_message_from_then_on(int status, string message)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Error(status, null, message), Good);

        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
        await model.CompleteAsync();

        model.Server.Calls.Select(call => call.System).ShouldBe([ModelUnderSpec.Prompt.System, "", ""]);
        model.Server.Calls[^1].User.ShouldBe($"{ModelUnderSpec.Prompt.System}\n\n{ModelUnderSpec.Prompt.User}");
    }

    [Fact]
    public async Task FastApis_list_of_details_is_understood_for_a_role()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Json(422,
            """{"detail":[{"type":"literal_error","loc":["body","messages",0,"role"],"msg":"Input should be 'user' or 'assistant'","input":"system"}]}"""), Good);

        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
    }

    [Theory]
    [InlineData(400, "Unsupported parameter: \"max_tokens\" is not supported.")]
    [InlineData(400, "Unrecognized request argument supplied: max_tokens")]
    [InlineData(422, "Unknown parameter: 'max_tokens'.")]
    [InlineData(400, "`max_tokens` is deprecated, use `max_completion_tokens`")]
    [InlineData(500, "create() got an unexpected keyword argument 'max_tokens'")]
    [InlineData(400, "property 'max_tokens' is unsupported")]
    [InlineData(422, "max_tokens: Extra inputs are not permitted")]
    [InlineData(400, "Additional properties are not allowed ('max_tokens' was unexpected)")]
    public async Task A_name_of_the_limit_that_is_refused_is_replaced_by_the_other(int status, string message)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Error(status, null, message), Good);

        await model.CompleteAsync();
        await model.CompleteAsync();

        model.Server.Calls.Select(call => call.LimitName).ShouldBe(["max_tokens", "max_completion_tokens", "max_completion_tokens"]);
    }

    [Fact]
    public async Task FastApis_list_of_details_is_understood_for_a_limit()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Json(422,
            """{"detail":[{"type":"extra_forbidden","loc":["body","max_tokens"],"msg":"Extra inputs are not permitted","input":600}]}"""), Good);

        await model.CompleteAsync();

        model.Server.Calls.Select(call => call.LimitName).ShouldBe(["max_tokens", "max_completion_tokens"]);
    }

    [Fact]
    public async Task A_server_that_takes_neither_name_is_sent_no_limit()
    {
        await using var model = ModelUnderSpec.Around(await LoopbackModel.StartAsync(call => call.LimitName is { } name
            ? ModelAnswer.Error(422, null, $"Unknown parameter: {name}") : Good), settings => settings);

        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
        model.Server.Calls.Select(call => call.LimitName).ShouldBe(["max_tokens", "max_completion_tokens", null]);
    }

    [Theory]
    [InlineData(400, "max_tokens is too large: 500. This model supports at most 384 completion tokens, whereas you provided 500.", 384)]
    [InlineData(400, "max_tokens: 500 > 300, which is the maximum allowed number of output tokens for x", 300)]
    [InlineData(400, "`max_tokens` must be less than or equal to `320`, the maximum value for `max_tokens` is less than the `context_window` for this model", 320)]
    [InlineData(400, "Invalid max_tokens value, the valid range of max_tokens is [1, 400]", 400)]
    [InlineData(400, "Unable to submit request because it has a maxOutputTokens value of 500 but the supported range is from 1 (inclusive) to 401 (exclusive)", 400)]
    [InlineData(400, "Range of max_tokens should be [1, 410]", 410)]
    [InlineData(422, "The maximum tokens you requested exceeds the model limit of 420. Try again with a maximum tokens value that is lower than 420.", 420)]
    [InlineData(400, "max_tokens exceeds the limit of this model", 256)]
    public async Task A_limit_that_is_too_large_becomes_the_one_that_the_error_names(int status, string message, int limit)
    {
        await using var model = ModelUnderSpec.Around(await LoopbackModel.StartAsync(call => call.Limit > limit
            ? ModelAnswer.Error(status, null, message) : Good), settings => settings);

        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
        await model.CompleteAsync();

        model.Server.Calls.Select(call => call.Limit).ShouldBe([500, limit, limit]);
    }

    [Fact]
    public async Task An_answer_that_has_less_room_in_the_context_gets_what_is_left()
    {
        await using var model = ModelUnderSpec.Around(await LoopbackModel.StartAsync(call => call.Limit > 450
            ? ModelAnswer.Error(400, null,
                $"This model's maximum context length is 2048 tokens. However, you requested {call.Limit + 1598} tokens "
                + $"(1598 in the messages, {call.Limit} in the completion).")
            : Good), settings => settings);

        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
        model.Server.Calls.Select(call => call.Limit).ShouldBe([500, 450]);
    }

    [Fact]
    public async Task Several_lessons_are_learnt_in_one_call_and_they_end()
    {
        await using var model = ModelUnderSpec.Around(await LoopbackModel.StartAsync(call =>
            call.System.Length > 0 ? ModelAnswer.Error(400, null, "System role not supported")
            : call.LimitName is "max_tokens" ? ModelAnswer.Error(400, null, "Unknown parameter: max_tokens")
            : call.Limit > 300 ? ModelAnswer.Error(400, null, "max_completion_tokens must be at most 300")
            : Good), settings => settings);
        await using var never = await ModelUnderSpec.StartAsync(ModelAnswer.Error(400, null, "max_tokens is too large"));

        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
        model.Server.Calls.Count.ShouldBe(4);
        await Should.ThrowAsync<YttlException>(never.CompleteAsync);
        never.Server.Calls.Count.ShouldBeLessThanOrEqualTo(7);
    }
}
