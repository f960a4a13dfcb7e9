using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenAI;
using OpenAI.Audio;
using Yttl.TestKit;

namespace Yttl.Whisper.Specs;

/// <summary>The built <c>yttl-whisper</c> as a process of its own, on a free port.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "yttl-whisper.exe" : "yttl-whisper");

    private readonly Process _process;

    private ServerProcess(Process process, Uri root)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = root };
    }

    public HttpClient Http { get; }

    /// <summary>Ready to be asked.</summary>
    public static async Task<ServerProcess> StartAsync(params string[] arguments)
    {
        var process = Start(arguments);
        while (await process.StandardError.ReadLineAsync().WaitAsync(Eventually.Timeout) is { } line)
        {
            if (Address().Match(line) is not { Success: true } match)
                continue;
            // Its output is not read any more, and a full pipe would stop it.
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
            var server = new ServerProcess(process, new Uri(match.Value + "/"));
            await server.HealthAsync(health => health.GetProperty("status").GetString() == "ok");
            return server;
        }

        throw new InvalidOperationException($"It ended with {process.ExitCode} before it listened.");
    }

    /// <summary>One that ends by itself: its exit code, and what it says.</summary>
    public static async Task<(int ExitCode, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = await process.StandardError.ReadToEndAsync().WaitAsync(Eventually.Timeout);
        await process.WaitForExitAsync().WaitAsync(Eventually.Timeout);
        return (process.ExitCode, error);
    }

    public AudioClient Client() => new(
        "any",
        new ApiKeyCredential("none"),
        new OpenAIClientOptions
        {
            Endpoint = new Uri(Http.BaseAddress!, "v1/"),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        });

    /// <summary>Asks for its health until it is as wanted.</summary>
    public async Task<JsonElement> HealthAsync(Func<JsonElement, bool> isWanted)
    {
        using var limit = new CancellationTokenSource(Eventually.Timeout);
        while (true)
        {
            using var answer = await Http.GetAsync("health", limit.Token);
            var health = await answer.Content.ReadFromJsonAsync<JsonElement>(limit.Token);
            if (isWanted(health))
                return health;
        }
    }

    /// <summary>Asks it to go, as a container's runtime does.</summary>
    public async Task<int> TerminateAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(Eventually.Timeout);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(string[] arguments) => Process.Start(
        new ProcessStartInfo(Program, ["--port", "0", .. arguments]) { RedirectStandardError = true })!;

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
