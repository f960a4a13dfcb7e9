using Yttl.TestKit.Http;

namespace Yttl.Benchmarks;

/// <summary>A model on 127.0.0.1 that takes the same time for each call, and counts them.</summary>
internal sealed class TimedModel : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeSpan _latency;
    private LoopbackModel? _model;
    private int _running;
    private int _calls;
    private int _peak;

    private TimedModel(TimeSpan latency) => _latency = latency;

    public Uri BaseUrl => _model!.BaseUrl;

    public static async Task<TimedModel> StartAsync(TimeSpan latency)
    {
        var model = new TimedModel(latency);
        model._model = await LoopbackModel.StartAsync(new ModelAnswer(async context =>
        {
            model.Count(entering: true);
            await Task.Delay(latency, context.RequestAborted);
            model.Count(entering: false);
            await LoopbackTalk.Summary.Send(context);
        }));
        return model;
    }

    /// <summary>The calls since the last time, and the most at once.</summary>
    public (int Calls, int Peak, TimeSpan Latency) TakeCount()
    {
        lock (_lock)
        {
            var counted = (_calls, _peak, _latency);
            (_calls, _peak) = (0, 0);
            return counted;
        }
    }

    public ValueTask DisposeAsync() => _model!.DisposeAsync();

    private void Count(bool entering)
    {
        lock (_lock)
        {
            _running += entering ? 1 : -1;
            _calls += entering ? 1 : 0;
            _peak = Math.Max(_peak, _running);
        }
    }
}
