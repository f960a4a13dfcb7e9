using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Yttl.TestKit.Http;

/// <summary>
/// A real HTTP server on 127.0.0.1 that answers every request with the spec's own handler.
/// It remembers what it was asked, and does not wait for handlers that still hang when it is disposed.
/// </summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _requests = new();

    private LoopbackServer(RequestDelegate handler, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        _app = builder.Build();
        _app.Run(context =>
        {
            var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            _requests.Enqueue($"{context.Request.Method} {target}");
            return handler(context);
        });
    }

    /// <summary>The server's root, with the final slash.</summary>
    public Uri Url => new(_app.Urls.Single() + "/");

    /// <summary>
    /// Method, path and query as they came over the wire, such as <c>GET /v1/models?x=%5B1%5D</c>, in order.
    /// </summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <param name="port">0 takes a free one.</param>
    public static async Task<LoopbackServer> StartAsync(RequestDelegate handler, int port = 0)
    {
        var server = new LoopbackServer(handler, port);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Answers every request alike.</summary>
    public static Task<LoopbackServer> AnsweringAsync(
        int status, string body = "", string contentType = "application/json; charset=utf-8") =>
        StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });

    /// <summary>Accepts every request and never answers it.</summary>
    public static Task<LoopbackServer> HangingAsync() =>
        StartAsync(context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));

    /// <summary>Breaks every connection instead of answering.</summary>
    public static Task<LoopbackServer> ResettingAsync() =>
        StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
