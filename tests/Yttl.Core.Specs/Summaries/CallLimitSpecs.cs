using Yttl.Core.Providers;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>How many calls run at once.</summary>
public sealed class CallLimitSpecs
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task As_many_calls_run_at_once_as_are_allowed_and_never_more(int most)
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Text("A summary."));
        var gate = new TaskCompletionSource();
        server.Gate = gate.Task;
        await using var model = ModelUnderSpec.Around(server, settings => settings with { MaxConcurrent = most });

        var calls = Enumerable.Range(0, 20).Select(_ => model.CompleteAsync()).ToList();
        await server.CalledAsync(most);
        gate.SetResult();
        await Task.WhenAll(calls);

        server.PeakConcurrency.ShouldBe(most);
        server.Calls.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Calls_are_served_in_the_order_they_came()
    {
        using var limiter = new CallLimiter(1);
        var gate = new TaskCompletionSource();
        var order = new List<int>();

        var calls = Enumerable.Range(0, 10).Select(i => limiter.RunAsync(
            async _ =>
            {
                await gate.Task;
                order.Add(i);
                return i;
            },
            CancellationToken.None)).ToList();
        gate.SetResult();
        await Task.WhenAll(calls);

        order.ShouldBe(Enumerable.Range(0, 10));
    }

    [Fact]
    public async Task A_call_that_fails_or_is_cancelled_while_it_waits_leaves_no_place_taken()
    {
        using var limiter = new CallLimiter(1);
        using var cancelled = new CancellationTokenSource();
        var gate = new TaskCompletionSource<int>();
        var first = limiter.RunAsync(_ => gate.Task, CancellationToken.None);
        var waiting = limiter.RunAsync(_ => Task.FromResult(2), cancelled.Token);

        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        gate.SetException(new InvalidOperationException());
        await Should.ThrowAsync<InvalidOperationException>(() => first);

        (await limiter.RunAsync(_ => Task.FromResult(3), CancellationToken.None)).ShouldBe(3);
    }
}
