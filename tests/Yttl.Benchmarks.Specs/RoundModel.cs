using Yttl.TestKit.Http;
using Yttl.TestKit;

namespace Yttl.Benchmarks.Specs;

/// <summary>
/// A model that answers in rounds: a round ends when so many calls wait, and answers them. Those that come early, which a
/// window that also opens by the clock allows on a busy machine, wait for the next.
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
                    _waiting.Take(calls).ToList().ForEach(call => call.SetResult());
                    _waiting.RemoveRange(0, calls);
                    return;
                }

                came = _came.Task;
            }

            await came.WaitAsync(Eventually.Timeout);
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
