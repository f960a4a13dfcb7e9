using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>What a body of status 200 may be: an answer in another form, or none.</summary>
public sealed class ChatReplySpecs
{
    private const string Answer = "The bridge was finished. The river was not asked.";

    [Theory]
    [InlineData("""{"choices":[{"finish_reason":"stop","message":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm."}]},{"type":"text","text":"ANS"}]}}]}""")]
    [InlineData("""{"choices":[{"finish_reason":"stop","message":{"content":[{"type":"reasoning","text":"Hm."},{"type":"output_text","text":"ANS"}]}}]}""")]
    [InlineData("""{"choices":[{"message":{"content":["The bridge was finished. ","The river was not asked."]}}]}""")]
    [InlineData("""{"choices":[{"message":{"content":{"type":"text","text":{"value":"ANS"}}}}]}""")]
    [InlineData("""{"choices":[{"message":{"content":[[{"text":"ANS"}]]}}]}""")]
    [InlineData("""[{"choices":[{"message":{"content":"ANS"}}]}]""")]
    [InlineData("""{"choices":[{"text":"ANS","finish_reason":"stop"}]}""")]
    [InlineData("""{"choices":[{"message":{"content":"ANS"},"error":{},"finish_reason":"stop"}]}""")]
    [InlineData("""{"choices":[{"message":null,"text":"ANS"}]}""")]
    [InlineData("""{"choices":[{"delta":{"content":"ANS"},"finish_reason":"stop"}]}""")]
    [InlineData("""{"choices":[{"index":0,"finish_reason":"content_filter","message":{"content":"The"}},{"index":1,"finish_reason":"stop","message":{"content":"ANS"}}]}""")]
    [InlineData("""{"choices":[{"index":1,"message":{"content":"Another."}},{"index":0,"message":{"content":"ANS"}}]}""")]
    [InlineData("""{"choices":[null,{"message":{"content":"ANS"}}]}""")]
    [InlineData("""{"model":"m","message":{"role":"assistant","content":"ANS"},"done":true}""")]
    [InlineData("""{"result":{"response":"ANS"},"success":true,"errors":[]}""")]
    [InlineData("""{"data":{"choices":[{"message":{"content":"ANS"}}]},"error":null}""")]
    [InlineData("""{"type":"message","content":[{"type":"text","text":"ANS"}],"stop_reason":"end_turn"}""")]
    [InlineData("""{"candidates":[{"content":{"parts":[{"thought":true,"text":"Hm."},{"text":"ANS"}]},"finishReason":"STOP"}]}""")]
    [InlineData("""{"output":[{"type":"reasoning","content":[]},{"type":"message","content":[{"type":"output_text","text":"ANS"}]}]}""")]
    [InlineData("""{"error":"","choices":[{"message":{"content":"ANS","tool_calls":[],"reasoning_content":"Hm."}}]}""")]
    [InlineData("""{"choices":[{"message":{"content":null,"reasoning_content":"Hm.\n</think>\nANS"}}]}""")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"ANS\"}}]}\n\ndata: [DONE]\n\n")]
    [InlineData("\uFEFF{\"choices\":[{\"message\":{\"content\":\"ANS\"}}]}")]
    [InlineData(": PROCESSING\n\n\n{\"choices\":[{\"message\":{\"content\":\"ANS\"}}]}\n")]
    [InlineData("data: {\"choices\":[{\"message\":{\"content\":\"ANS\"}}]}\n\ndata: [DONE]\n")]
    [InlineData("data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"The bridge was finished. \"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"The river was not asked.\"},\"finish_reason\":\"stop\"}]}\n\ndata: {\"choices\":[],\"usage\":{\"prompt_tokens\":9}}\n\ndata: [DONE]\n\n")]
    [InlineData("event: chunk\ndata: {\"choices\":[{\"delta\":{\"content\":\"ANS\"}}]}\n\ndata: [DONE]")]
    [InlineData("{\"message\":{\"content\":\"The bridge was finished. \"},\"done\":false}\n{\"message\":{\"content\":\"The river was not asked.\"},\"done\":false}\n{\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\"}\n")]
    public async Task An_answer_in_another_form_is_read(string body)
    {
        await using var model = await StartAsync(body);

        (await model.CompleteAsync()).Text.ShouldBe(Answer);
        model.Server.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"prompt_tokens":100.0,"completion_tokens":12.5}""", 100, 12)]
    [InlineData("""{"prompt_tokens":"100","completion_tokens":"13"}""", 100, 13)]
    [InlineData("""{"input_tokens":100,"output_tokens":13}""", 100, 13)]
    [InlineData("""{"prompt_tokens":-1,"completion_tokens":null}""", 0, 0)]
    [InlineData("""{"prompt_tokens":1e400,"completion_tokens":"many"}""", 0, 0)]
    [InlineData("[]", 0, 0)]
    [InlineData("null", 0, 0)]
    [InlineData("\"free\"", 0, 0)]
    public async Task Tokens_are_counted_however_they_are_written_and_never_a_reason_to_drop_a_text(string usage, long input, long output)
    {
        await using var model = await StartAsync("""{"choices":[{"message":{"content":"ANS"}}],"usage":""" + usage + "}");

        var completion = await model.CompleteAsync();

        (completion.Text, completion.Tokens).ShouldBe((Answer, new TokenUsage(input, output)));
    }

    [Theory]
    [InlineData("""{"error":{"message":"Provider returned error","code":502}}""", "model.unavailable", 3)]
    [InlineData("""{"choices":[{"error":{"message":"Upstream idle timeout exceeded","code":502},"message":{"content":"The bridge was"},"finish_reason":"error"}]}""", "model.unavailable", 3)]
    [InlineData("""{"choices":[{"message":{"content":"The bridge was"},"finish_reason":"error"}]}""", "model.bad-output", 3)]
    [InlineData("""{"choices":[{"message":{"content":"The bridge was"},"finish_reason":"abort"}]}""", "model.bad-output", 3)]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"The bridge was\"}}]}\n\ndata: {\"error\":{\"code\":\"server_error\",\"message\":\"Lost.\"}}\n\n", "model.error", 3)]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"The bridge\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\" was\"}}]}\n\n", "model.bad-output", 3)]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"The bridge\"}}]}\n\n", "model.bad-output", 3)]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"The mark [DONE]\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\" ends\"}}]}\n\n", "model.bad-output", 3)]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"The bridge\"}}]}\n\ndata: {\"object\":\"error\",\"message\":\"Lost.\",\"code\":500}\n\ndata: [DONE]\n\n", "model.error", 3)]
    [InlineData("""{"error":{"message":"overloaded"}}""", "model.unavailable", 3)]
    [InlineData("""{"error":"The engine broke"}""", "model.error", 3)]
    [InlineData("""{"object":"error","message":"Something broke","code":500}""", "model.error", 3)]
    [InlineData("""{"detail":"Something broke"}""", "model.error", 3)]
    [InlineData("""{"error":{"code":401,"message":"No auth credentials found"}}""", "model.key-refused", 1)]
    [InlineData("""{"error":{"type":"authentication_error","message":"invalid x-api-key"}}""", "model.key-refused", 1)]
    [InlineData("""{"error":{"code":"402","message":"Insufficient credits"}}""", "model.quota", 1)]
    [InlineData("""{"error":{"code":400,"message":"maximum context length is 4096 tokens, you asked for 9000"}}""", "model.context", 1)]
    [InlineData("""{"choices":[{"finish_reason":"SAFETY","message":{"content":""}}]}""", "model.refused", 1)]
    [InlineData("""{"content":[],"stop_reason":"refusal","type":"message"}""", "model.refused", 1)]
    [InlineData("""{"choices":[{"message":{"content":[{"type":"refusal","refusal":"No."}]}}]}""", "model.refused", 1)]
    [InlineData("""{"choices":[{"finish_reason":"tool_calls","message":{"content":null,"tool_calls":[{"function":{"name":"f"}}]}}]}""", "model.bad-output", 3)]
    [InlineData("""{"choices":[{"message":{"content":null,"reasoning_content":"The user wants a summary."}}]}""", "model.bad-output", 3)]
    [InlineData("""{"choices":[{"message":{"content":[{"type":"thinking","thinking":"Hm."}]}}]}""", "model.bad-output", 3)]
    public async Task A_200_that_is_no_answer_is_what_it_says(string body, string code, int calls)
    {
        await using var model = await StartAsync(body);

        (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure.Code.ShouldBe(code);
        model.Server.Calls.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task A_429_inside_a_200_is_waited_out_as_it_asks()
    {
        await using var model = await ModelUnderSpec.StartAsync(
            Json("""{"error":{"message":"Provider returned error","code":429,"metadata":{"raw":"x is rate-limited upstream. Please retry in 7s."}}}"""),
            ModelAnswer.Text(Answer));

        var call = model.CompleteAsync();
        await model.Time.PendingAsync(TimeSpan.FromSeconds(7));
        model.Time.Advance(TimeSpan.FromSeconds(7));

        (await call).Text.ShouldBe(Answer);
    }

    private static Task<ModelUnderSpec> StartAsync(string body) =>
        ModelUnderSpec.StartAsync(Json(body.Replace("ANS", Answer, StringComparison.Ordinal)));

    private static ModelAnswer Json(string body) => ModelAnswer.Json(200, body);
}
