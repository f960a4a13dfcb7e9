using Yttl.TestKit.Http;

namespace Yttl.Benchmarks.Specs;

/// <summary>
/// A model that answers in rounds: whoever waits when a round ends is answered, and who comes later waits for the next.
/// Rounds count what calls of equal length would take, on a machine of any speed.
/// </summary>
internal sealed class RoundModel : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<TaskCompletionSource> _waiting = [];
    private LoopbackModel? _model;
    private TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Uri BaseUrl => _model!.BaseUrl;

    public static async Task<RoundModel> StartAsync()
    {
        var rounds = new RoundModel();
        rounds._model = await LoopbackModel.StartAsync(new ModelAnswer(async context =>
        {
            await rounds.Enter().Task;
            await LoopbackTalk.Summary.Send(context);
        }));
        return rounds;
    }

    /// <summary>Ends a round when so many calls wait, which they do within 30 seconds.</summary>
    /// <exception cref="TimeoutException">Fewer came: less runs at once than should.</exception>
    public async Task EndRoundAsync(int calls)
    {
        while (true)
        {
            Task came;
            lock (_lock)
            {
                if (_waiting.Count >= calls)
                {
                    _waiting.ForEach(call => call.SetResult());
                    _waiting.Clear();
                    return;
                }

                came = _came.Task;
            }

            await came.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    public ValueTask DisposeAsync() => _model!.DisposeAsync();

    private TaskCompletionSource Enter()
    {
        var call = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add(call);
            _came.SetResult();
            _came = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return call;
    }
}
