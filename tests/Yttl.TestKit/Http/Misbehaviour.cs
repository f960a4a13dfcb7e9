using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Yttl.TestKit.Http;

/// <summary>
/// How language models and what stands before them misbehave. Many of these were seen: in the answers of gateways, of servers
/// of one's own, and of models that think aloud.
/// </summary>
public static class Misbehaviour
{
    private const string Good = "The bridge was finished in spring. The river was not asked. Then the water rose.";

    /// <summary>By name, each as the answer to every call.</summary>
    public static IReadOnlyDictionary<string, ModelAnswer> All { get; } = new Dictionary<string, ModelAnswer>
    {
        ["reset"] = ModelAnswer.Reset,
        ["reset-mid-body"] = ModelAnswer.ResetMidBody,
        ["garbage"] = ModelAnswer.Garbage,
        ["web-page"] = ModelAnswer.WebPage(200),
        ["web-page-502"] = ModelAnswer.WebPage(502),
        ["truncated-json"] = ModelAnswer.TruncatedJson,
        ["wrong-content-type"] = ModelAnswer.WrongContentType,
        ["error-inside"] = ModelAnswer.ErrorInside,
        ["content-filter"] = ModelAnswer.ContentFilter,
        ["no-choices"] = ModelAnswer.EmptyChoices,
        ["refusal"] = ModelAnswer.Refusal,
        ["unauthorized"] = ModelAnswer.Error(401),
        ["not-found"] = ModelAnswer.Error(404),
        ["internal-error"] = ModelAnswer.Error(500),
        ["unavailable"] = ModelAnswer.Error(503),
        ["overloaded"] = ModelAnswer.Error(529, "overloaded_error", "Overloaded"),
        ["empty-answer"] = ModelAnswer.Text(""),
        ["blank-answer"] = ModelAnswer.Text(" \n\t "),
        ["only-thoughts"] = ModelAnswer.Text("<think>The user wants a summary. I should keep it short."),
        ["thoughts-without-start"] = ModelAnswer.Text($"Okay, the user wants a summary.\n</think>\n\n{Good}"),
        ["harmony"] = ModelAnswer.Text(
            $"<|channel|>analysis<|message|>We need to write.<|end|><|start|>assistant<|channel|>final<|message|>{Good}"),
        ["end-of-turn"] = ModelAnswer.Text($"{Good}<|eot_id|>"),
        ["without-end"] = ModelAnswer.Text(string.Concat(Enumerable.Repeat("The bridge was finished. ", 200))),
        ["very-long"] = ModelAnswer.Text(string.Concat(Enumerable.Range(0, 4000).Select(i => $"The point {i} is made. "))),
        ["controls"] = ModelAnswer.Text("\u001b[31mThe bridge\u0000 was \u202Efinished\u0007. \uD800 It fell.</script><!--"),
        ["deep-json"] = ModelAnswer.Json(200, new string('[', 100_000)),
        ["wrong-types"] = ModelAnswer.Json(200, """{"choices":{"message":["content"]},"usage":"many"}"""),
        ["huge-usage"] = ModelAnswer.Json(
            200, """{"choices":[{"message":{"content":"A point is made."}}],"usage":{"prompt_tokens":1e300,"completion_tokens":-5}}"""),
        ["stream"] = ModelAnswer.Json(200, $"{Completion()}\n\ndata: [DONE]\n\n"),
        ["no-content"] = new(context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        }),
        ["redirect"] = new(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "http://169.254.169.254/latest/meta-data/";
            return Task.CompletedTask;
        }),
        ["false-length"] = new(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = long.MaxValue;
            await context.Response.WriteAsync("{", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }),
        ["endless"] = ModelAnswer.Endless,
        ["endless-compressed"] = ModelAnswer.EndlessCompressed,
    };

    private static string Completion() => new JsonObject
    {
        ["choices"] = new JsonArray(new JsonObject { ["message"] = new JsonObject { ["content"] = Good } }),
    }.ToJsonString();
}
