using System.Diagnostics;
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
    private TimeSpan _time;

    private TimedModel(TimeSpan latency) => _latency = latency;

    public Uri BaseUrl => _model!.BaseUrl;

    public static async Task<TimedModel> StartAsync(TimeSpan latency)
    {
        var model = new TimedModel(latency);
        model._model = await LoopbackModel.StartAsync(new ModelAnswer(async context =>
        {
            model.Count(entering: true);
            var start = Stopwatch.GetTimestamp();
            await Task.Delay(latency, context.RequestAborted);
            model.Count(entering: false);
            await LoopbackTalk.Summary.Send(context);
            model.AddTime(Stopwatch.GetElapsedTime(start));
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

    /// <summary>What all calls since the last time took here, by a clock of its own.</summary>
    public TimeSpan TakeTime()
    {
        lock (_lock)
        {
            var time = _time;
            _time = TimeSpan.Zero;
            return time;
        }
    }

    public ValueTask DisposeAsync() => _model!.DisposeAsync();

    private void AddTime(TimeSpan time)
    {
        lock (_lock)
            _time += time;
    }

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
