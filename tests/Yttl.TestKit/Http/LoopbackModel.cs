using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Yttl.TestKit.Http;

/// <summary>
/// A language model behind the OpenAI chat protocol on 127.0.0.1, which answers as the spec says and remembers what
/// it was asked.
/// </summary>
public sealed class LoopbackModel : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<ModelCall> _calls = [];
    private readonly Func<ModelCall, ModelAnswer> _answer;
    private LoopbackServer? _server;
    private int _running;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LoopbackModel(Func<ModelCall, ModelAnswer> answer) => _answer = answer;

    /// <summary>Up to and including <c>/v1/</c>.</summary>
    public Uri BaseUrl => new(_server!.Url, "v1/");

    /// <summary>Real time between a request and its answer, for measurements; zero at first.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>What every answer waits for; done at first.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<ModelCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>The most calls that were ever answered at once.</summary>
    public int PeakConcurrency { get; private set; }

    /// <summary>The n-th call gets the n-th answer; calls beyond the last get the last again.</summary>
    public static Task<LoopbackModel> StartAsync(params ModelAnswer[] answers) =>
        StartAsync(call => answers[Math.Min(call.Number, answers.Length - 1)]);

    public static async Task<LoopbackModel> StartAsync(Func<ModelCall, ModelAnswer> answer)
    {
        var model = new LoopbackModel(answer);
        model._server = await LoopbackServer.StartAsync(model.HandleAsync);
        return model;
    }

    /// <summary>Waits until that many calls have come.</summary>
    public async Task CalledAsync(int times)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_calls.Count >= times)
                    return;
                changed = _changed.Task;
            }

            await changed.WaitAsync(Eventually.Timeout);
        }
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var call = Enter(context.Request, body.RootElement);
        try
        {
            await Gate;
            if (Latency > TimeSpan.Zero)
                await Task.Delay(Latency, context.RequestAborted);
            if (call.Path != "/v1/chat/completions")
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            else
                await _answer(call).Send(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone.
        }
        finally
        {
            lock (_lock)
                _running--;
        }
    }

    private ModelCall Enter(HttpRequest request, JsonElement body)
    {
        lock (_lock)
        {
            var call = ModelCall.Read(_calls.Count, request.Path, request.Headers.Authorization, body);
            _calls.Add(call);
            PeakConcurrency = Math.Max(PeakConcurrency, ++_running);
            _changed.SetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return call;
        }
    }
}
