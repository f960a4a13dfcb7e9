using Yttl.Core.Failures;
using Yttl.Core.Providers.Limits;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Providers;

/// <summary>Whose turn it is, and how many run at once.</summary>
public sealed class AdaptiveLimiterSpecs
{
    private readonly ManualTime _time = new();
    private readonly List<string> _started = [];

    [Fact]
    public async Task Videos_take_turns_and_within_one_who_came_first_goes_first()
    {
        using var limiter = AdaptiveLimiter.Exactly(1, _time);
        var gate = new TaskCompletionSource();
        var first = Call(limiter, "x", "x0", gate.Task);

        var calls = new[] { "a1", "a2", "a3", "b1", "c1", "b2" }.Select(name => Call(limiter, name[..1], name, gate.Task)).ToList();
        gate.SetResult();
        await Task.WhenAll([first, .. calls]);

        _started.ShouldBe(["x0", "a1", "b1", "c1", "a2", "b2", "a3"]);
    }

    [Fact]
    public async Task A_call_that_comes_again_keeps_its_turn()
    {
        using var limiter = AdaptiveLimiter.Exactly(1, _time);
        var early = limiter.NextTurn("a");
        var gate = new TaskCompletionSource();
        var holding = Call(limiter, "a", "holding", gate.Task);
        var late = Call(limiter, "a", "late", Task.CompletedTask);

        var again = RunAsync(limiter, early, _ => Note("again"), CancellationToken.None);
        gate.SetResult();
        await Task.WhenAll(holding, late, again);

        _started.ShouldBe(["holding", "again", "late"]);
    }

    [Fact]
    public async Task Calls_that_run_and_calls_that_wait_are_counted_until_they_end_or_are_cancelled()
    {
        using var limiter = AdaptiveLimiter.Exactly(2, _time);
        using var stop = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        limiter.Load.ShouldBe(new CallLoad(0, 0));

        var calls = Enumerable.Range(0, 3).Select(i => Call(limiter, "a", $"a{i}", gate.Task)).ToList();
        var cancelled = RunAsync(limiter, limiter.NextTurn("a"), _ => Note("never"), stop.Token);
        limiter.Load.ShouldBe(new CallLoad(2, 2));
        await stop.CancelAsync();
        limiter.Load.ShouldBe(new CallLoad(2, 1));
        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);

        gate.SetResult();
        await Task.WhenAll(calls);
        limiter.Load.ShouldBe(new CallLoad(0, 0));
    }

    [Fact]
    public async Task Rejections_halve_the_window_once_and_leave_no_place_taken()
    {
        using var limiter = AdaptiveLimiter.Finding(8, 64, _time);
        var gate = new TaskCompletionSource();
        var calls = Enumerable.Range(0, 8).Select(i => RunAsync<int>(
            limiter,
            limiter.NextTurn("a"),
            async _ =>
            {
                await gate.Task;
                throw new YttlException(FailureCategory.RateLimit, "model.rate-limited", "No.", transient: true);
            },
            CancellationToken.None)).ToList();
        gate.SetResult();
        foreach (var call in calls)
            await Should.ThrowAsync<YttlException>(() => call);

        limiter.Size.ShouldBe(4);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Call(limiter, "a", "later", Task.CompletedTask)));
    }

    [Fact]
    public async Task Calls_without_a_rejection_for_a_moment_count_as_accepted_however_long_they_last()
    {
        using var limiter = AdaptiveLimiter.Finding(5, 64, _time);
        var gate = new TaskCompletionSource();
        var calls = Enumerable.Range(0, 24).Select(i => Call(limiter, "a", $"{i}", gate.Task)).ToList();
        var sizes = new List<int> { limiter.Size };

        for (var moment = 0; moment < 4; moment++)
        {
            _time.Advance(AdaptiveLimiter.RejectedBy);
            sizes.Add(limiter.Size);
        }

        // All 24 are under way by then and do not fill it, so that it stays.
        sizes.ShouldBe([5, 10, 20, 40, 40]);
        gate.SetResult();
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task After_the_first_rejection_only_answers_widen_the_window()
    {
        using var limiter = AdaptiveLimiter.Finding(6, 64, _time);
        var gate = new TaskCompletionSource();
        var rejected = RunAsync<int>(
            limiter,
            limiter.NextTurn("a"),
            _ => throw new YttlException(FailureCategory.RateLimit, "model.rate-limited", "No.", transient: true),
            CancellationToken.None);
        await Should.ThrowAsync<YttlException>(() => rejected);
        var calls = Enumerable.Range(0, 24).Select(i => Call(limiter, "a", $"{i}", gate.Task)).ToList();

        for (var moment = 0; moment < 5; moment++)
            _time.Advance(AdaptiveLimiter.RejectedBy);

        limiter.Size.ShouldBe(3);
        gate.SetResult();
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task A_window_that_is_not_filled_is_not_widened_by_waiting()
    {
        using var limiter = AdaptiveLimiter.Finding(5, 64, _time);
        var gate = new TaskCompletionSource();
        var call = Call(limiter, "a", "alone", gate.Task);

        _time.Advance(AdaptiveLimiter.RejectedBy);

        limiter.Size.ShouldBe(5);
        gate.SetResult();
        await call;
    }

    [Fact]
    public async Task No_more_are_in_flight_than_the_provider_says_are_left_until_its_reset()
    {
        using var limiter = AdaptiveLimiter.Finding(5, 64, _time);
        limiter.Observe(new Allowance(2, TimeSpan.FromSeconds(6)));
        var gate = new TaskCompletionSource();

        var calls = Enumerable.Range(0, 4).Select(i => Call(limiter, "a", $"{i}", gate.Task)).ToList();
        _started.Count.ShouldBe(2);
        _time.Advance(TimeSpan.FromSeconds(6));
        gate.SetResult();
        await Task.WhenAll(calls);

        _started.Count.ShouldBe(4);
    }

    [Fact]
    public async Task With_nothing_left_the_next_call_waits_for_the_reset()
    {
        using var limiter = AdaptiveLimiter.Finding(5, 64, _time);
        limiter.Observe(new Allowance(0, TimeSpan.FromSeconds(6)));

        var call = Call(limiter, "a", "first", Task.CompletedTask);
        _started.ShouldBeEmpty();
        _time.Advance(TimeSpan.FromSeconds(6));

        await call;
    }

    [Fact]
    public void A_number_means_exactly_that_whatever_the_provider_says()
    {
        using var limiter = AdaptiveLimiter.Exactly(7, _time);
        limiter.Observe(new Allowance(2, TimeSpan.FromSeconds(6)));

        limiter.Size.ShouldBe(7);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_it_waits_leaves_its_turn_to_the_next()
    {
        using var limiter = AdaptiveLimiter.Exactly(1, _time);
        using var cancel = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        var holding = Call(limiter, "a", "holding", gate.Task);
        var cancelled = RunAsync(limiter, limiter.NextTurn("a"), _ => Note("cancelled"), cancel.Token);
        var next = Call(limiter, "a", "next", Task.CompletedTask);

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);
        gate.SetResult();
        await Task.WhenAll(holding, next);

        _started.ShouldBe(["holding", "next"]);
    }

    [Fact]
    public async Task A_call_that_fails_leaves_no_place_taken()
    {
        using var limiter = AdaptiveLimiter.Exactly(1, _time);

        await Should.ThrowAsync<InvalidOperationException>(() => RunAsync<int>(
            limiter,
            limiter.NextTurn("a"), _ => throw new InvalidOperationException(), CancellationToken.None));

        await Call(limiter, "a", "next", Task.CompletedTask);
    }

    private Task<string> Call(AdaptiveLimiter limiter, string video, string name, Task until) =>
        RunAsync(limiter, limiter.NextTurn(video), async _ =>
        {
            await Note(name);
            await until;
            return name;
        }, CancellationToken.None);

    private static async Task<T> RunAsync<T>(
        AdaptiveLimiter limiter, Ticket turn, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var place = await limiter.EnterAsync(turn, cancellationToken);
        try
        {
            var result = await call(cancellationToken);
            place.EndWith(null);
            return result;
        }
        catch (Exception exception)
        {
            place.EndWith(exception);
            throw;
        }
    }

    private Task<string> Note(string name)
    {
        lock (_started)
            _started.Add(name);
        return Task.FromResult(name);
    }
}
