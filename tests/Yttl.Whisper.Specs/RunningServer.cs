using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenAI;
using OpenAI.Audio;
using Yttl.TestKit;
using Yttl.Whisper.Audio;
using Yttl.Whisper.Hosting;
using Yttl.Whisper.Recognition;
using Yttl.Whisper.Running;

namespace Yttl.Whisper.Specs;

/// <summary>The server on a loopback port of its own, with a recogniser and a decoder that obey.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly TempFolder _spool = new();
    private readonly WebApplication _app;

    private RunningServer(ServerOptions options, IModelLoader loader, IAudioDecoder decoder)
    {
        _app = WhisperServer.Build(options with { Port = 0, SpoolFolder = _spool.Path }, services => services
            .AddSingleton(loader)
            .AddSingleton(decoder));
    }

    public static ServerOptions Options { get; } = new() { Model = "/models/ggml-fake.bin", Processors = 1, Queue = 0 };

    public HttpClient Http { get; private set; } = null!;

    public ModelState State => _app.Services.GetRequiredService<LoadedModel>().State;

    /// <summary>Set when the server takes itself down.</summary>
    public CancellationToken Ending => _app.Lifetime.ApplicationStopping;

    public static async Task<RunningServer> StartAsync(
        FakeRecognizer model, FakeDecoder? decoder = null, ServerOptions? options = null, bool loaded = true)
    {
        if (loaded)
            model.Loaded.TrySetResult();
        var server = await StartAsync(options ?? Options, model, decoder ?? new FakeDecoder());
        if (loaded)
            await server.LeavesLoadingAsync();
        return server;
    }

    public static async Task<RunningServer> StartAsync(
        ServerOptions options, IModelLoader loader, IAudioDecoder decoder)
    {
        var server = new RunningServer(options, loader, decoder);
        await server._app.StartAsync();
        server.Http = new HttpClient { BaseAddress = new Uri(server._app.Urls.Single()) };
        return server;
    }

    public Task LeavesLoadingAsync() => Eventually.HoldsAsync(() => State != ModelState.Loading);

    public AudioClient Client() => new(
        "any",
        new ApiKeyCredential("none"),
        new OpenAIClientOptions
        {
            Endpoint = new Uri(Http.BaseAddress!, "v1/"),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        });

    public Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] fields) =>
        PostAsync([1, 2, 3], CancellationToken.None, fields);

    public async Task<HttpResponseMessage> PostAsync(
        byte[] file, CancellationToken cancellationToken, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "talk.mp3" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return await Http.PostAsync("v1/audio/transcriptions", form, cancellationToken);
    }

    public async Task<JsonElement> HealthAsync()
    {
        using var answer = await Http.GetAsync("health");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public IReadOnlyList<string> Spooled() => Directory.GetFileSystemEntries(_spool.Path);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _spool.Dispose();
    }
}
