using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Providers;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>
/// What each provider of the table answers, in the shapes of its public documentation: platform.claude.com/docs/en/api,
/// ai.google.dev/gemini-api/docs/openai, openrouter.ai/docs/api-reference, docs.mistral.ai/api, api-docs.deepseek.com and
/// docs.ollama.com/api/openai-compatibility.
/// </summary>
public sealed class RecordedAnswersSpecs
{
    public static TheoryData<string, string> Answers => new()
    {
        {
            "anthropic", """
            {"id":"msg_01","choices":[{"index":0,"message":{"role":"assistant","content":"A summary."},"finish_reason":"stop"}],
            "created":1767225600,"model":"claude-haiku-4-5-20251001","object":"chat.completion",
            "usage":{"completion_tokens":7,"prompt_tokens":120,"total_tokens":127}}
            """
        },
        {
            "gemini", """
            {"choices":[{"finish_reason":"stop","index":0,"message":{"content":"A summary.","role":"assistant",
            "extra_content":{"google":{"thought_signature":"AbCd"}}}}],"created":1767225600,"id":"x","model":"gemini-3.5-flash",
            "object":"chat.completion","usage":{"completion_tokens":7,"prompt_tokens":120,"total_tokens":327}}
            """
        },
        {
            "openrouter", """
            {"id":"gen-1","provider":"Groq","model":"openai/gpt-oss-120b","object":"chat.completion","created":1767225600,
            "choices":[{"logprobs":null,"finish_reason":"stop","native_finish_reason":"stop","index":0,"message":{"role":"assistant",
            "content":"A summary.","refusal":null,"reasoning":"They want a summary.","reasoning_details":[]}}],
            "usage":{"prompt_tokens":120,"completion_tokens":7,"total_tokens":127,"cost":0.00002}}
            """
        },
        {
            "mistral", """
            {"id":"cmpl-1","object":"chat.completion","model":"mistral-small-latest","created":1767225600,
            "usage":{"prompt_tokens":120,"total_tokens":127,"completion_tokens":7},
            "choices":[{"index":0,"message":{"role":"assistant","tool_calls":null,"content":"A summary.","prefix":false},
            "finish_reason":"stop"}]}
            """
        },
        {
            // Empty lines keep the connection open while the call is queued.
            "deepseek", "\n\n\n" + """
            {"id":"1","object":"chat.completion","created":1767225600,"model":"deepseek-flash","choices":[{"index":0,"message":
            {"role":"assistant","content":"A summary.","reasoning_content":"Hm."},"logprobs":null,"finish_reason":"stop"}],
            "usage":{"prompt_tokens":120,"completion_tokens":7,"total_tokens":127,"prompt_cache_hit_tokens":0}}
            """
        },
        {
            "ollama", """
            {"id":"chatcmpl-1","object":"chat.completion","created":1767225600,"model":"llama3.2","system_fingerprint":"fp_ollama",
            "choices":[{"index":0,"message":{"role":"assistant","content":"A summary."},"finish_reason":"stop"}],
            "usage":{"prompt_tokens":120,"completion_tokens":7,"total_tokens":127}}
            """
        },
    };

    public static TheoryData<string, int, string, string> Refusals => new()
    {
        {
            "anthropic", 401,
            """{"error":{"code":"invalid_request_error","message":"invalid x-api-key","type":"authentication_error","param":null}}""",
            "model.key-refused"
        },
        { "mistral", 401, """{"detail":"Unauthorized"}""", "model.key-refused" },
        {
            "openrouter", 402, """{"error":{"message":"Insufficient credits. Add more at https://openrouter.ai/credits","code":402}}""",
            "model.quota"
        },
        {
            "deepseek", 402,
            """{"error":{"message":"Insufficient Balance","type":"unknown_error","param":null,"code":"invalid_request_error"}}""",
            "model.quota"
        },
    };

    public static TheoryData<string, string, string> Limits => new()
    {
        {
            "anthropic", "retry-after",
            """{"error":{"code":"rate_limit_error","message":"This request would exceed your rate limit","type":"rate_limit_error"}}"""
        },
        {
            "openrouter", "Retry-After",
            """{"error":{"message":"Provider returned error","code":429,"metadata":{"raw":"rate-limited upstream","provider_name":"V"}}}"""
        },
        {
            "gemini", "Retry-After",
            """[{"error":{"code":429,"message":"Resource has been exhausted.","status":"RESOURCE_EXHAUSTED"}}]"""
        },
        {
            "mistral", "Retry-After",
            """{"object":"error","message":"Rate limit exceeded","type":"rate_limited","param":null,"code":"1300","raw_status_code":429}"""
        },
        {
            "deepseek", "Retry-After",
            """{"error":{"message":"Rate limit reached","type":"rate_limit_error","param":null,"code":"rate_limit"}}"""
        },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_is_read_with_its_tokens(string provider, string body)
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Json(200, body));
        await using var model = ModelUnderSpec.Around(server, settings => settings with { Provider = provider });

        var completion = await model.CompleteAsync();

        (completion.Text, completion.Tokens).ShouldBe(("A summary.", new TokenUsage(120, 7)));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_final_and_names_what_to_check(string provider, int status, string body, string code)
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Json(status, body));
        await using var model = ModelUnderSpec.Around(server, settings => settings with { Provider = provider });

        var failure = (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure;

        (failure.Category, failure.Code).ShouldBe((FailureCategory.Authentication, code));
        failure.Message.ShouldContain(provider);
        if (code == "model.key-refused")
            failure.Message.ShouldContain(ProviderTable.Find(provider)!.KeyVariable!);
        server.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_429_is_waited_out(string provider, string header, string body)
    {
        await using var server = await LoopbackModel.StartAsync(Limited(header, body), ModelAnswer.Text("A summary."));
        await using var model = ModelUnderSpec.Around(server, settings => settings with { Provider = provider });

        var call = model.CompleteAsync();
        await model.Time.PendingAsync(TimeSpan.FromSeconds(7));
        model.Time.Advance(TimeSpan.FromSeconds(7));

        (await call).Text.ShouldBe("A summary.");
        server.Calls.Count.ShouldBe(2);
    }

    private static ModelAnswer Limited(string header, string body) => new(context =>
    {
        context.Response.Headers[header] = "7";
        return ModelAnswer.Json(429, body).Send(context);
    });
}
