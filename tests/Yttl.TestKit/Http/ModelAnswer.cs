using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Yttl.TestKit.Http;

/// <summary>One way a <see cref="LoopbackModel"/> answers a call.</summary>
public sealed record ModelAnswer(Func<HttpContext, Task> Send)
{
    /// <summary>Never answers.</summary>
    public static readonly ModelAnswer Hang = new(context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));

    /// <summary>Breaks the connection instead of answering.</summary>
    public static readonly ModelAnswer Reset = new(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Breaks the connection in the middle of a good answer.</summary>
    public static readonly ModelAnswer ResetMidBody = new(async context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 10_000;
        await context.Response.WriteAsync("""{"choices":[{"message":{"content":"A summ""");
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    public static readonly ModelAnswer Garbage = Json(200, "<html>It works!</html>");

    public static readonly ModelAnswer EmptyChoices = Json(200, """{"choices":[],"usage":null}""");

    public static readonly ModelAnswer Refusal =
        Json(200, """{"choices":[{"finish_reason":"stop","message":{"content":null,"refusal":"I cannot help with that."}}]}""");

    public static ModelAnswer Text(string text, string finishReason = "stop", int inputTokens = 100, int outputTokens = 20) =>
        Json(200, new JsonObject
        {
            ["id"] = "c1",
            ["object"] = "chat.completion",
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["finish_reason"] = finishReason,
                ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
            }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = inputTokens, ["completion_tokens"] = outputTokens },
        }.ToJsonString());

    public static ModelAnswer Error(int status, string? code = null, string message = "no") =>
        Json(status, new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["code"] = code } }.ToJsonString());

    /// <param name="header">The name and value of the header that says how long to wait; null for none.</param>
    public static ModelAnswer RateLimited(params (string Name, string Value)[] header) => new(context =>
    {
        foreach (var (name, value) in header)
            context.Response.Headers[name] = value;
        return Error(429, "rate_limit_exceeded").Send(context);
    });

    public static ModelAnswer Json(int status, string body) => new(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, context.RequestAborted);
    });
}
