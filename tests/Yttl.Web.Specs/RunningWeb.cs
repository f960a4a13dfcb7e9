using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.Web.Door;
using Yttl.Web.Settings;

namespace Yttl.Web.Specs;

/// <summary>A server on a free port of 127.0.0.1 with a home of its own, called over the wire.</summary>
internal sealed class RunningWeb : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private WebServer? _server;

    public TempFolder Folder => _folder;

    public string Home => _folder.PathOf("home");

    public WebServer Server => _server!;

    public Uri Address => Server.Address;

    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>A device token; null sends none.</summary>
    public string? Token { get; set; }

    /// <summary>Writes the summaries; null for the extractive ones.</summary>
    public LoopbackModel? Model { get; set; }

    public int VideosAtOnce { get; set; } = 2;

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public static async Task<RunningWeb> StartAsync(LoopbackModel? model = null, int videosAtOnce = 2)
    {
        var web = new RunningWeb { Model = model, VideosAtOnce = videosAtOnce };
        web.Token = await new DeviceTokens(web.Home).CreateAsync("spec", null, TimeProvider.System, CancellationToken.None);
        await web.StartAsync();
        return web;
    }

    /// <summary>Starts it, for instance again after <see cref="StopAsync"/>.</summary>
    public async Task StartAsync() =>
        _server = (await WebServer.StartAsync(Options(), CancellationToken.None)).ShouldNotBeNull();

    public ServeOptions Options() => new(
        new HostSettings(
            Home,
            new Toolset("no-ffmpeg", "no-ffprobe", "no-yt-dlp"),
            new YtDlpSettings(),
            Model is null ? null : new LanguageModelSettings(
                ProviderTable.Local, Model.BaseUrl, "m", ApiKey: null, MaxConcurrent: 4, new RetrySettings(MaxAttempts: 1, TimeSpan.Zero)))
        {
            VideosAtOnce = VideosAtOnce,
        },
        new SummarizeOptions { OutputFolder = _folder.PathOf("reports") })
    {
        Port = 0,
        Time = Time,
        Doctor = _ => Task.FromResult("""{"schema":"yttl/doctor@1"}"""),
        Settings = () => """{"schema":"yttl/config@1"}""",
    };

    public async Task StopAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _server = null;
    }

    public string Talk(string name = "talk.vtt", int minutes = 12) => _folder.Write(name, "WEBVTT\n" + string.Concat(
        Enumerable.Range(0, minutes).Select(minute => $"\n{minute / 60:00}:{minute % 60:00}:00.000 --> {minute / 60:00}:{minute % 60:00}:50.000\n"
            + $"This is minute {minute} of {name}, and it is about the stars.\n")));

    public static string Body(string source) => $$"""{ "source": {{JsonSerializer.Serialize(source, SpecJson.Default.String)}} }""";

    public Task<WebAnswer> PostAsync(string path, string body = "", Action<HttpRequestMessage>? change = null) =>
        SendAsync(HttpMethod.Post, path, body, change);

    public Task<WebAnswer> GetAsync(string path, Action<HttpRequestMessage>? change = null) =>
        SendAsync(HttpMethod.Get, path, null, change);

    public async Task<WebAnswer> SendAsync(HttpMethod method, string path, string? body, Action<HttpRequestMessage>? change = null)
    {
        using var request = Request(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        change?.Invoke(request);
        return await SendAsync(request);
    }

    public async Task<WebAnswer> SendAsync(HttpRequestMessage request)
    {
        using var answer = await _http.SendAsync(request);
        return new WebAnswer((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers, answer.Content.Headers);
    }

    public HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, path));
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return request;
    }

    public Task<HttpResponseMessage> OpenAsync(string path) =>
        _http.SendAsync(Request(HttpMethod.Get, path), HttpCompletionOption.ResponseHeadersRead);

    /// <summary>Posts a source and waits until its run has ended.</summary>
    public async Task<WebAnswer> SummarizeAsync(string source)
    {
        var accepted = await PostAsync("/api/summaries", Body(source));
        accepted.Status.ShouldBe(202, accepted.Body);
        return await OverAsync(accepted.Text("id"));
    }

    public Task<WebAnswer> OverAsync(string id) =>
        ShowsAsync(id, status => status.Text("state") is not ("queued" or "running"));

    public async Task<WebAnswer> ShowsAsync(string id, Func<WebAnswer, bool> condition)
    {
        using var limit = new CancellationTokenSource(Eventually.Timeout);
        while (true)
        {
            var status = await GetAsync($"/api/summaries/{id}");
            status.Status.ShouldBe(200, status.Body);
            if (condition(status))
                return status;
            await Task.Delay(20, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http.Dispose();
        _folder.Dispose();
    }
}

internal sealed record WebAnswer(int Status, string Body, HttpResponseHeaders Headers, HttpContentHeaders Content)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Text(string member) => Json.GetProperty(member).GetString()!;

    public string Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
