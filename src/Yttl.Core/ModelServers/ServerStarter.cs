using System.Net;
using System.Net.Sockets;
using Yttl.Core.Failures;
using Yttl.Core.Http;

namespace Yttl.Core.ModelServers;

/// <summary>Starts one server on a free port and waits until it is ready.</summary>
internal sealed class ServerStarter(ServerProgram program, Func<int> freePort, TimeProvider time) : IDisposable
{
    private const int MostPorts = 5;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);

    // No proxy: the address is on this machine.
    private readonly HttpClient _http = HttpClients.Create(configure: handler => handler.UseProxy = false);

    /// <summary>
    /// Returns a port of this machine that is currently free. Another process may use it before the server does; the
    /// server then exits and is started on another port.
    /// </summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <returns>A healthy server; disposing stops it.</returns>
    /// <exception cref="YttlException">
    /// <c>tool.missing</c>, <c>tool.unusable</c>, <c>server.start</c>, <c>server.memory</c>.
    /// </exception>
    public async Task<RunningServer> StartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var port = freePort();
            var process = ServerProcess.Start(program.Tool, program.Arguments(port));
            var server = new RunningServer(process, new Uri($"http://127.0.0.1:{port}/"));
            try
            {
                if (await IsReadyAsync(server, cancellationToken))
                    return server;
                var exitCode = await process.Exited;
                if (attempt == MostPorts || !IsPortClash(process.ErrorTail))
                    throw ServerFailures.NotStarted(program, exitCode, process.ErrorTail);
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }

            await server.DisposeAsync();
        }
    }

    /// <summary>Returns whether the server responds, even with an error.</summary>
    public async Task<bool> AnswersAsync(RunningServer server, CancellationToken cancellationToken) =>
        await HealthAsync(server, cancellationToken) is not null;

    public void Dispose() => _http.Dispose();

    /// <returns>False where the process exited before it was ready.</returns>
    private async Task<bool> IsReadyAsync(RunningServer server, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + program.StartupTimeout;
        while (!server.Process.Exited.IsCompleted)
        {
            // Another process's server may respond on this port; ours then failed to bind it and exited.
            if (await HealthAsync(server, cancellationToken) == HttpStatusCode.OK)
                return !server.Process.Exited.IsCompleted;
            if (time.GetUtcNow() >= deadline)
                throw ServerFailures.NotReady(program, server.Process.ErrorTail);
            await Task.WhenAny(server.Process.Exited, Task.Delay(PollInterval, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return false;
    }

    private async Task<HttpStatusCode?> HealthAsync(RunningServer server, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(AnswerLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var answer = await _http.GetAsync(
                new Uri(server.Root, program.HealthPath), ResponseBounds.Small, either.Token);
            return answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    // whisper-server: "couldn't bind to server socket"; llama-server: "couldn't bind HTTP server socket".
    private static bool IsPortClash(string tail) =>
        tail.Contains("couldn't bind", StringComparison.OrdinalIgnoreCase)
        || tail.Contains("address already in use", StringComparison.OrdinalIgnoreCase);
}

/// <param name="Root">Root URL with the final slash.</param>
internal sealed record RunningServer(ServerProcess Process, Uri Root) : IAsyncDisposable
{
    public Uri BaseUrl => new(Root, "v1/");

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
