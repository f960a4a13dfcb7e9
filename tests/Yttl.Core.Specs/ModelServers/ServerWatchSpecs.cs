using System.Diagnostics;
using Yttl.Core.Failures;
using Yttl.Core.ModelServers;
using Yttl.TestKit;

namespace Yttl.Core.Specs.ModelServers;

public sealed class ServerWatchSpecs : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly FakeServers _servers = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _servers.Dispose();

    [Fact]
    public async Task An_idle_server_is_unloaded_and_started_again_for_the_next_call()
    {
        await using var pool = Pool(new(MaxServers: 1) { IdleTime = TimeSpan.FromSeconds(3) });
        int first;
        using (var lease = await LeaseAsync(pool))
            first = await _servers.IdAsync(lease);

        using var process = Process.GetProcessById(first);
        for (var i = 0; i < 3; i++)
            await LookAsync();

        await process.WaitForExitAsync().WaitAsync(Eventually.Timeout);

        using var next = await LeaseAsync(pool);
        (await _servers.IdAsync(next)).ShouldNotBe(first);
    }

    [Fact]
    public async Task A_server_in_use_is_not_idle_however_long_the_call_takes()
    {
        await using var pool = Pool(new(MaxServers: 1) { IdleTime = TimeSpan.FromSeconds(3) });
        using var lease = await LeaseAsync(pool);

        for (var i = 0; i < 10; i++)
            await LookAsync();

        (await lease.ExplainAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task Servers_over_their_limit_lose_the_largest_and_the_pool_makes_do_with_fewer()
    {
        await using var pool = Pool(new(MaxServers: 2) { MemoryLimit = 100 * FakeServers.Megabyte });
        using var first = await LeaseAsync(pool);
        using var second = await LeaseAsync(pool);

        _servers.Used = 60 * FakeServers.Megabyte;
        await LookAsync();

        var failures = new[] { await first.ExplainAsync(default), await second.ExplainAsync(default) };
        var failure = failures.OfType<YttlException>().ShouldHaveSingleItem();
        (failure.Failure.Category, failure.Failure.Code).ShouldBe((FailureCategory.Memory, "server.memory"));
        failure.Failure.Message.ShouldContain("120 MB of the allowed 100 MB");
        pool.MaxServers.ShouldBe(1);
    }

    [Fact]
    public async Task The_last_server_may_be_stopped_but_is_allowed_again()
    {
        await using var pool = Pool(new(MaxServers: 1) { MemoryLimit = 100 * FakeServers.Megabyte });
        using var lease = await LeaseAsync(pool);

        _servers.Used = 101 * FakeServers.Megabyte;
        await LookAsync();
        (await lease.ExplainAsync(default)).ShouldNotBeNull();
        _servers.Used = FakeServers.Megabyte;

        pool.MaxServers.ShouldBe(1);
        using var next = await LeaseAsync(pool);
        (await next.ExplainAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_machine_that_runs_out_of_memory_loses_a_server_before_the_kernel_chooses()
    {
        await using var pool = Pool(new(MaxServers: 1));
        using var lease = await LeaseAsync(pool);

        _servers.Free = 10 * FakeServers.Megabyte;
        await LookAsync();

        (await lease.ExplainAsync(default)).ShouldNotBeNull().Failure.Message.ShouldContain("only 10 MB of memory");
    }

    [Fact]
    public async Task No_second_server_is_started_where_it_would_not_fit()
    {
        await using var pool = Pool(new(MaxServers: 2) { MemoryLimit = 100 * FakeServers.Megabyte });
        _servers.Used = 60 * FakeServers.Megabyte;
        using var first = await LeaseAsync(pool);

        var second = pool.LeaseAsync(default);
        second.IsCompleted.ShouldBeFalse();
        first.Dispose();

        (await second).BaseUrl.ShouldBe(first.BaseUrl);
        _servers.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_no_longer_answers_is_stopped()
    {
        await using var pool = Pool(new(MaxServers: 1));
        using var lease = await LeaseAsync(pool);
        using var call = await _servers.Http.GetAsync(
            new Uri(lease.BaseUrl, "hang"), HttpCompletionOption.ResponseHeadersRead);
        var reason = lease.ExplainAsync(default);

        await AdvanceUntilAsync(reason, TimeSpan.FromSeconds(5));

        var failure = (await reason).ShouldNotBeNull();
        (failure.Failure.Code, failure.Transient).ShouldBe(("server.crashed", true));
        failure.Failure.Message.ShouldContain("no longer answered");
        await call.Content.ReadAsStringAsync().ShouldThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_start_that_takes_too_long_is_ended()
    {
        var program = FakeServers.Program("1000000") with { StartupTimeout = TimeSpan.FromSeconds(2) };
        await using var pool = _servers.Pool(program, new(MaxServers: 1), _time);

        var lease = pool.LeaseAsync(default);
        await AdvanceUntilAsync(lease, Poll);

        var failure = await lease.ShouldThrowAsync<YttlException>();
        failure.Failure.Code.ShouldBe("server.start");
        failure.Failure.Message.ShouldContain("within 2 s");
    }

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Its servers may take any time to start, as the clock moves on meanwhile.</summary>
    private ServerPool Pool(ServerPoolSettings settings) =>
        _servers.Pool(FakeServers.Program() with { StartupTimeout = TimeSpan.FromDays(1) }, settings, _time);

    private async Task<IServerLease> LeaseAsync(ServerPool pool)
    {
        var lease = pool.LeaseAsync(CancellationToken.None);
        await AdvanceUntilAsync(lease, Poll);
        return await lease;
    }

    private async Task AdvanceUntilAsync(Task task, TimeSpan step)
    {
        while (!task.IsCompleted && await Task.WhenAny(task, _time.PendingAsync(step)) != task)
            _time.Advance(step);
    }

    /// <summary>Moves the clock to the next look at the servers.</summary>
    private async Task LookAsync()
    {
        await _time.PendingWithinAsync(Look);
        _time.Advance(Look);
        await _time.PendingAsync(Look);
    }
}
