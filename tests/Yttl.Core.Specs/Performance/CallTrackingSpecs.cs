using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.ModelServers;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;
using Yttl.Core.Summaries;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Performance;

/// <summary>What is recorded of a call, against a clock that the spec moves: exact.</summary>
public sealed class CallTrackingSpecs
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_call_is_taken_down_with_every_attempt_and_every_wait_and_why()
    {
        using var limiter = AdaptiveLimiter.Exactly(1, _time);
        var retry = new CallRetry(new RetrySettings(3, Seconds(1)), limiter, NoTimeout, _time, () => 0.5, "openai");
        var attempts = 0;
        CallTracker? track = null;

        var step = await TrackedAsync(async () =>
        {
            var before = await limiter.EnterAsync(limiter.NextTurn("other"), default);
            var call = retry.RunAsync(
                limiter.NextTurn("talk"),
                _ =>
                {
                    track = CallTracker.Current;
                    return AttemptAsync(++attempts);
                },
                default);
            foreach (var wait in new[] { Backoff.Wait(0, Seconds(1), Seconds(5), 0.5), Seconds(4) })
            {
                // Another call has the only place for five seconds.
                _time.Advance(Seconds(5));
                before.Dispose();
                await _time.PendingAsync(wait);
                before = await limiter.EnterAsync(limiter.NextTurn("other"), default);
                _time.Advance(wait);
                while (track!.Record().Waits is not [.., { Kind: not WaitKind.Queue }])
                    await Task.Yield();
            }

            _time.Advance(Seconds(5));
            before.Dispose();
            (await call).ShouldBe(3);
        });

        var one = step.Calls.ShouldHaveSingleItem();
        var backOff = Backoff.Wait(0, Seconds(1), Seconds(5), 0.5);
        one.Provider.ShouldBe("openai");
        one.Start.ShouldBe(TimeSpan.Zero);
        one.Duration.ShouldBe(step.Duration);
        one.Attempts.ShouldBe(
        [
            new(Seconds(5), Seconds(2), FailureCategory.Network),
            new(Seconds(12) + backOff, Seconds(2), FailureCategory.RateLimit),
            new(Seconds(23) + backOff, Seconds(2)),
        ]);
        one.Waits.ShouldBe(
        [
            new(WaitKind.Queue, TimeSpan.Zero, Seconds(5)),
            new(WaitKind.BackOff, Seconds(7), backOff),
            new(WaitKind.Queue, Seconds(7) + backOff, Seconds(5)),
            new(WaitKind.RateLimit, Seconds(14) + backOff, Seconds(4)),
            new(WaitKind.Queue, Seconds(18) + backOff, Seconds(5)),
        ]);
        step.Duration.ShouldBe(Seconds(25) + backOff);
    }

    [Fact]
    public async Task The_wait_for_a_place_in_a_server_is_a_wait_inside_its_attempt()
    {
        using var pooled = new PooledCalls<int>(
            new SlowPool(() => _time.Advance(Seconds(9))),
            new LanguageModelSettings("local", null, "m.gguf", null, MaxConcurrent: 1, new RetrySettings(1, Seconds(1))),
            _time,
            _ => 3);

        var step = await TrackedAsync(() => pooled.RunAsync(
            pooled.NextTurn("talk"), token => pooled.AttemptAsync(HearAsync, token), default));

        var call = step.Calls.ShouldHaveSingleItem();
        call.Attempts.ShouldBe([new(TimeSpan.Zero, Seconds(12))]);
        call.Waits.ShouldBe([new(WaitKind.Queue, TimeSpan.Zero, Seconds(9))]);
    }

    [Fact]
    public async Task Calls_of_different_steps_are_told_apart_although_they_share_a_client()
    {
        using var limiter = AdaptiveLimiter.Exactly(3, _time);
        var retry = new CallRetry(new RetrySettings(1, Seconds(1)), limiter, NoTimeout, _time, () => 0, "openai");
        var gate = new TaskCompletionSource();

        var one = TrackedAsync(() => CallAsync(1));
        var other = TrackedAsync(() => Task.WhenAll(CallAsync(2), CallAsync(3)));
        gate.SetResult();

        (await one).Calls.Select(call => call.BytesSent).ShouldBe([1]);
        (await other).Calls.Select(call => call.BytesSent).Order().ShouldBe([2, 3]);

        Task CallAsync(int bytes) => retry.RunAsync(
            limiter.NextTurn("talk"),
            async _ =>
            {
                await gate.Task;
                CallTracker.Current!.Sent("openai", "chat", "model", bytes);
                return 0;
            },
            default);
    }

    [Fact]
    public async Task Outside_of_a_step_a_call_works_and_is_not_recorded()
    {
        using var limiter = AdaptiveLimiter.Exactly(1, _time);
        var retry = new CallRetry(new RetrySettings(1, Seconds(1)), limiter, NoTimeout, _time, () => 0, "openai");

        (await retry.RunAsync(limiter.NextTurn("talk"), _ => Task.FromResult(7), default)).ShouldBe(7);
        StepTracker.Current.ShouldBeNull();
    }

    [Fact]
    public async Task A_tracked_call_that_ends_in_an_unexpected_exception_has_failed_and_a_cancelled_one_has_not()
    {
        var step = await TrackedAsync(async () =>
        {
            await Should.ThrowAsync<IOException>(() => EndingIn(new IOException("No space left on device.")));
            await Should.ThrowAsync<OperationCanceledException>(() => EndingIn(new TaskCanceledException()));
        });

        step.Calls.SelectMany(call => call.Attempts).Select(attempt => attempt.Failure)
            .ShouldBe([FailureCategory.Processing, null]);

        static Task<int> EndingIn(Exception problem) =>
            TrackedCall.RunAsync(TrackedCall.FFmpeg, () => Task.FromException<int>(problem));
    }

    private Task<string> HearAsync(int seconds, CancellationToken cancellationToken)
    {
        _time.Advance(Seconds(seconds));
        return Task.FromResult("heard");
    }

    private static YttlException NoTimeout() => throw new InvalidOperationException("There is no time-out here.");

    private Task<int> AttemptAsync(int attempt)
    {
        _time.Advance(Seconds(2));
        return attempt switch
        {
            1 => throw new YttlException(FailureCategory.Network, "model.unavailable", "no answer", transient: true),
            2 => throw new YttlException(FailureCategory.RateLimit, "model.rate-limited", "slower", transient: true)
            {
                RetryAfter = Seconds(4),
            },
            _ => Task.FromResult(attempt),
        };
    }

    private async Task<StepRecord> TrackedAsync(Func<Task> work)
    {
        var step = StepTracker.Begin("step", "run", video: null, _time.GetUtcNow(), _time);
        await work();
        return step.End(sideBySide: false, failure: null, input: "{}", outcome: "{}");
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private sealed class SlowPool(Action wait) : IServerPool, IServerLease
    {
        public Uri BaseUrl { get; } = new("http://127.0.0.1/v1/");

        public Task<IServerLease> LeaseAsync(CancellationToken cancellationToken)
        {
            wait();
            return Task.FromResult<IServerLease>(this);
        }

        public Task<YttlException?> ExplainAsync(CancellationToken cancellationToken) => Task.FromResult<YttlException?>(null);

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
