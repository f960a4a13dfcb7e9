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

    /// <summary>What a proxy or a captive portal puts in the way, with any status.</summary>
    public static ModelAnswer WebPage(int status) => new(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync("<!DOCTYPE html><title>Error</title><h1>Error</h1>", context.RequestAborted);
    });

    /// <summary>A good answer under a wrong name.</summary>
    public static readonly ModelAnswer WrongContentType = new(context =>
    {
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(
            """{"choices":[{"finish_reason":"stop","message":{"content":"A point is made."}}]}""", context.RequestAborted);
    });

    public static readonly ModelAnswer TruncatedJson = Json(200, """{"choices":[{"finish_reason":"stop","message":{"content":"A poi""");

    public static readonly ModelAnswer ErrorInside = Json(200, """{"error":{"message":"The engine is overloaded.","code":"overloaded"}}""");

    public static readonly ModelAnswer ContentFilter =
        Json(200, """{"choices":[{"finish_reason":"content_filter","message":{"content":"A po"}}]}""");

    /// <summary>Sends until the caller has had enough.</summary>
    public static readonly ModelAnswer Endless = new(Http.Endless.SendAsync);

    /// <summary>The same, compressed.</summary>
    public static readonly ModelAnswer EndlessCompressed = new(Http.Endless.SendCompressedAsync);

    /// <summary>A good answer, a byte at a time and without an end.</summary>
    public static readonly ModelAnswer SlowDrip = new(async context =>
    {
        context.Response.ContentType = "application/json";
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync(" ", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(50, context.RequestAborted);
        }
    });

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
